"""All expressions at once, by Hyperscan: which of them match a text at all.

It only sorts out, by expressions that match at least what the real ones do. What it lets through is tried again where
the keywords stand, so what is found is the same as without it. Expressions that have no word of their own in them are
slow to look for, and those that it does not take cannot be: of these, the keywords are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from bartizan.collect.secrets.search.encoded import RUN
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


class Expressions:
    """The expressions of all credentials in one database, with the keywords of those that are left out of it."""

    def __init__(self, credentials: Sequence[Credential], hyperscan: ModuleType) -> None:
        self._credentials = credentials
        self._automata: dict[int, Automaton] = {}
        self._base64 = len(credentials)
        numbers = [number for number, each in enumerate(credentials) if _has_word(each)]
        try:
            self._make(numbers, hyperscan)
        except hyperscan.error:
            self._make([number for number in numbers if _taken(credentials[number], hyperscan)], hyperscan)

    def _make(self, numbers: list[int], hyperscan: ModuleType) -> None:
        """Put some expressions into a database, one for base64, and the keywords of all other credentials."""
        others = {number: each for number, each in enumerate(self._credentials) if number not in set(numbers)}
        self._always = [number for number, each in others.items() if not each.keywords]
        words = sorted({word for each in others.values() for word in each.keywords})
        self._words = [word.encode() for word in words]
        self._owners = [[number for number, each in others.items() if word in each.keywords] for word in words]
        sought = [loosened(self._credentials[number].expression) for number in numbers]
        sought = [*sought, loosened(RUN), *map(_literal, self._words)]
        flags = [_once(hyperscan)] * (len(numbers) + 1) + [hyperscan.HS_FLAG_CASELESS] * len(words)
        ids = [*numbers, *range(self._base64, self._base64 + 1 + len(words))]
        self._database: Any = hyperscan.Database()
        self._database.compile(expressions=sought, ids=ids, flags=flags, elements=len(sought))

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
