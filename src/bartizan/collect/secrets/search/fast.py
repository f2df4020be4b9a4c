"""All expressions at once, by Hyperscan: which of them match a text at all.

It only sorts out, by expressions that match at least what the real ones do. What it lets through is tried again where
the keywords stand, so what is found is the same as without it. Expressions that have no word of their own in them are
slow to look for, and those that it does not take cannot be: of these, the keywords are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from bartizan.collect.secrets.search.encoded import RUN
from bartizan.collect.secrets.search.kept import digest_of, keep, kept
from bartizan.collect.secrets.search.keywords import Automaton, Candidates
from bartizan.core.secret import Credential

_SIGN = re.compile(r"\\.|\[:\^?[a-z]+:\]|\[\^?\]?|\]|\{(?P<least>\d+),(?P<most>\d+)\}", re.DOTALL)
_MANY = 16
_BLANKS = r"\t\n\f\r "


def available() -> ModuleType | None:
    """Return Hyperscan's module, if it is installed."""
    try:
        import hyperscan
    except ImportError:
        return None
    return hyperscan


def made(credentials: Sequence[Credential], folder: Path | None = None) -> Expressions | None:
    """Return the expressions of credentials in a database, new or from a folder; None without Hyperscan."""
    hyperscan = available()
    if hyperscan is None:
        return None
    numbers = _with_a_word(credentials)
    try:
        return Expressions(credentials, numbers, _database(_sought(credentials, numbers, hyperscan), folder, hyperscan))
    except hyperscan.error:
        numbers = [number for number in numbers if _taken(credentials[number], hyperscan)]
        return Expressions(credentials, numbers, _database(_sought(credentials, numbers, hyperscan), folder, hyperscan))


def ready(credentials: Sequence[Credential], folder: Path | None) -> Expressions | None:
    """Return what `made` does if its database is in the folder, else None."""
    hyperscan = available() if folder is not None and folder.is_dir() else None
    if hyperscan is None:
        return None
    numbers = _with_a_word(credentials)
    database = kept(folder, digest_of(hyperscan.__version__, _sought(credentials, numbers, hyperscan)), hyperscan)
    return None if database is None else Expressions(credentials, numbers, database)


class Expressions:
    """The expressions of all credentials in one database, with the keywords of those that are left out of it."""

    def __init__(self, credentials: Sequence[Credential], numbers: list[int], database: Any) -> None:
        """Take a database that was made of the expressions of some credentials."""
        self._credentials = credentials
        self._automata: dict[int, Automaton] = {}
        self._base64 = len(credentials)
        self._database = database
        others = _others(credentials, numbers)
        self._always = [number for number, each in others.items() if not each.keywords]
        self._words = _words(others)
        owned = [word.decode() for word in self._words]
        self._owners = [[number for number, each in others.items() if word in each.keywords] for word in owned]

    def candidates(self, text: bytes) -> Candidates:
        """Return the credentials that can be in a text, and where their keywords are."""
        matched: list[tuple[int, int]] = []
        self._database.scan(text, match_event_handler=_keep, context=matched)
        found: dict[int, list[int]] = {number: [] for number in self._always}
        numbers = []
        for number, end in matched:
            if number < self._base64:
                numbers.append(number)
            elif number > self._base64:
                self._note(number - self._base64 - 1, end, found)
        for starts in found.values():
            starts.sort()
        found.update(self._of_few(numbers, text))
        return Candidates(found, any(number == self._base64 for number, _ in matched))

    def _note(self, word: int, end: int, found: dict[int, list[int]]) -> None:
        for owner in self._owners[word]:
            found.setdefault(owner, []).append(end - len(self._words[word]))

    def _of_few(self, numbers: list[int], text: bytes) -> dict[int, list[int]]:
        """Return where the keywords of a few credentials are."""
        lowered = text.lower() if numbers else b""
        found = {}
        for number in numbers:
            if number not in self._automata:
                self._automata[number] = Automaton([self._credentials[number]])
            for starts in self._automata[number].hits(lowered).values():
                found[number] = starts
        return found


def _keep(number: int, start: int, end: int, flags: int, matched: list[tuple[int, int]]) -> None:
    matched.append((number, end))


def _once(hyperscan: ModuleType) -> int:
    return int(hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_PREFILTER)


def _taken(credential: Credential, hyperscan: ModuleType) -> bool:
    expressions, flags = [loosened(credential.expression)], [_once(hyperscan)]
    try:
        hyperscan.Database().compile(expressions=expressions, ids=[0], flags=flags, elements=1)
    except hyperscan.error:
        return False
    return True


Sought = list[tuple[int, bytes, int]]
"""Expressions, each with its number and flags."""


def _sought(credentials: Sequence[Credential], numbers: list[int], hyperscan: ModuleType) -> Sought:
    """Return what a database is made of: some expressions, one for base64, and the keywords of the others."""
    expressions = [(number, loosened(credentials[number].expression), _once(hyperscan)) for number in numbers]
    base64 = len(credentials)
    words = enumerate(_words(_others(credentials, numbers)), base64 + 1)
    literals = [(number, _literal(word), int(hyperscan.HS_FLAG_CASELESS)) for number, word in words]
    return [*expressions, (base64, loosened(RUN), _once(hyperscan)), *literals]


def _database(sought: Sought, folder: Path | None, hyperscan: ModuleType) -> Any:
    ids, expressions, flags = map(list, zip(*sought, strict=True))
    database = hyperscan.Database()
    database.compile(expressions=expressions, ids=ids, flags=flags, elements=len(sought))
    keep(folder, digest_of(hyperscan.__version__, sought), database, hyperscan)
    return database


def _with_a_word(credentials: Sequence[Credential]) -> list[int]:
    return [number for number, each in enumerate(credentials) if _has_word(each)]


def _others(credentials: Sequence[Credential], numbers: list[int]) -> dict[int, Credential]:
    given = set(numbers)
    return {number: each for number, each in enumerate(credentials) if number not in given}


def _words(others: dict[int, Credential]) -> list[bytes]:
    return [word.encode() for word in sorted({word for each in others.values() for word in each.keywords})]


def _has_word(credential: Credential) -> bool:
    """Tell whether one of the keywords is in the expression itself."""
    written = credential.expression.lower().replace("\\", "")
    return not credential.keywords or any(len(word) > 2 and word in written for word in credential.keywords)


def _literal(word: bytes) -> bytes:
    return b"".join(b"\\x%02x" % sign for sign in word)


def loosened(expression: str) -> bytes:
    """Return an expression that matches at least where another does, and is compiled in less time.

    What may be repeated up to many times may be without end. Blanks are those that RE2 knows: without the vertical tab.
    """
    inside = False

    def sign(found: re.Match[str]) -> str:
        nonlocal inside
        text = found[0]
        if text[:2] == "[:" and inside:
            return text
        if text[0] == "[":
            text, inside = (text.replace("[", r"\[") if inside else text), True
        elif text == "]":
            inside = False
        elif text == r"\s":
            return _BLANKS if inside else f"[{_BLANKS}]"
        elif text == r"\S" and not inside:
            return f"[^{_BLANKS}]"
        elif found["most"] and not inside and int(found["most"]) - int(found["least"]) > _MANY:
            return f"{{{found['least']},}}"
        return text

    return _SIGN.sub(sign, expression).encode("latin-1")
