"""Regular expressions: RE2's syntax run by Python's engine, which is kept from patterns it takes too long over."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from bartizan.collect.iac.terraform.convert import text
from bartizan.collect.iac.terraform.values import Fault
from bartizan.core.truth import Unknown

_MAX_WORK = 5_000_000
"""Steps a pattern may need in the worst case."""
_CLASSES = {
    "alnum": "0-9A-Za-z", "alpha": "A-Za-z", "ascii": r"\x00-\x7f", "blank": r"\t ", "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9", "graph": "!-~", "lower": "a-z", "print": " -~", "punct": r"!-/:-@\[-`{-~", "space": r"\t\n\v\f\r ",
    "upper": "A-Z", "word": "0-9A-Za-z_", "xdigit": "0-9A-Fa-f",
}  # fmt: skip
_POSIX = re.compile(r"\[:(\w+):\]")
_TOKEN = re.compile(
    r"\\.|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]|\((?:\?[^:)]*[:)<>]?)?|\)|[*+]|\{\d+(?:,\d*)?\}|\$|.",
    re.DOTALL,
)


class Unsafe(Exception):
    """A pattern this engine may take too long over, or does not know."""


@lru_cache(maxsize=512)
def compiled(pattern: str) -> tuple[re.Pattern[str], int]:
    """Return a pattern of RE2 compiled, and how many unbounded repetitions it has; raises `Unsafe` and `Fault`."""
    tokens = [match.group() for match in _TOKEN.finditer(pattern)]
    power = _repetitions(tokens)
    multiline = re.match(r"\(\?[a-z]*m", pattern) is not None
    translated = "".join(_translated(token, multiline) for token in tokens)
    try:
        return re.compile(translated, re.ASCII), power
    except re.error as error:
        raise Unsafe(f"the pattern is not evaluated: {error}") from None
    except (OverflowError, RecursionError):
        raise Unsafe("the pattern is not evaluated: it is too large") from None


def _translated(token: str, multiline: bool) -> str:
    if token == "$":
        return "$" if multiline else r"\Z"
    if token == r"\z":
        return r"\Z"
    if token.startswith("["):
        return _POSIX.sub(lambda match: _CLASSES.get(match[1], match.group()), token).replace("[[", r"[\[")
    if token[:2] in (r"\Q", r"\p", r"\P", r"\C"):
        raise Unsafe(f"the pattern is not evaluated: {token[:2]} is not known")
    return token


class _Open:
    """A group being read: how its alternatives begin, and what is repeated in it."""

    __slots__ = ("alternates", "begins", "expects", "last", "repeated")

    def __init__(self) -> None:
        self.begins: list[str] = []
        self.expects = True
        self.alternates = False
        self.last: str | None = None
        self.repeated: list[str | None] = []

    def take(self, token: str) -> None:
        """Note an atom, or the bar between alternatives."""
        if token == "|":
            self.expects = self.alternates = True
            return
        if self.expects:
            self.begins.append(token)
        self.expects = False
        self.last = token

    def doubtful(self) -> bool:
        """Tell whether repeating the group may find one text in many ways, which can take exponential time.

        It cannot when each alternative begins with a character of its own that what is repeated within never takes.
        """
        if not self.alternates and not self.repeated:
            return False
        if len(set(self.begins)) < len(self.begins) or not all(_is_character(token) for token in self.begins):
            return True
        return any(atom is None or _takes(atom, begin) for atom in self.repeated for begin in self.begins)


def _is_character(token: str) -> bool:
    if len(token) == 2 and token[0] == "\\":
        return not token[1].isalnum()
    return len(token) == 1 and token not in ".^$("


def _takes(atom: str, begin: str) -> bool:
    try:
        return re.fullmatch(atom, begin[-1], re.ASCII) is not None
    except re.error:
        return True


def _repetitions(tokens: list[str]) -> int:
    """Count repetitions without a small bound; raises `Unsafe` for a doubtful one within another."""
    count, stack, closed = 0, [_Open()], False
    for token in tokens:
        if token in ("*", "+") or (token.startswith("{") and len(token) > 2):
            if closed:
                raise Unsafe("the pattern is not evaluated: a repetition within a repetition may take too long")
            count += 1
            stack[-1].repeated.append(stack[-1].last)
        elif token == ")" and len(stack) > 1:
            inner = stack.pop()
            closed = inner.doubtful()
            stack[-1].repeated += inner.repeated
            stack[-1].last = None
            continue
        elif token.startswith("("):
            stack[-1].take(token)
            stack.append(_Open())
        elif token == "?":
            stack[-1].repeated.append(stack[-1].last)
        else:
            stack[-1].take(token)
        closed = False
    return count


def _searched(pattern: Any, subject: str) -> re.Pattern[str]:
    found, power = compiled(text(pattern))
    if power > 1 and (len(subject) + 1) ** power > _MAX_WORK and len(subject) > 200:
        raise Unsafe("the pattern is not evaluated: it may take too long on a text so long")
    return found


def _captured(match: re.Match[str]) -> Any:
    if match.re.groupindex:
        if len(match.re.groupindex) != match.re.groups:
            raise Fault("either all groups of the pattern have names, or none")
        return match.groupdict()
    return list(match.groups()) if match.re.groups else match.group()


def _regex(pattern: Any, subject: Any) -> Any:
    try:
        match = _searched(pattern, text(subject)).search(text(subject))
    except Unsafe as reason:
        return Unknown(str(reason))
    if match is None:
        raise Fault("the pattern does not match")
    return _captured(match)


def _regexall(pattern: Any, subject: Any) -> Any:
    try:
        return [_captured(match) for match in _searched(pattern, text(subject)).finditer(text(subject))]
    except Unsafe as reason:
        return Unknown(str(reason))


_GROUP = re.compile(r"\$(?:\$|(\w+)|\{(\w+)\})", re.ASCII)


def _replace(subject: Any, sought: Any, replacement: Any) -> Any:
    whole, part, by = text(subject), text(sought), text(replacement)
    if len(part) < 2 or not (part.startswith("/") and part.endswith("/")):
        if len(by) * (whole.count(part) if part else len(whole) + 1) > _MAX_WORK:
            raise Fault("the text grows longer than is evaluated")
        return whole.replace(part, by)
    try:
        return _searched(part[1:-1], whole).sub(lambda match: _expanded(match, by), whole)
    except Unsafe as reason:
        return Unknown(str(reason))


def _expanded(match: re.Match[str], replacement: str) -> str:
    def group(reference: re.Match[str]) -> str:
        name = reference[1] or reference[2]
        if name is None:
            return "$"
        try:
            return match[int(name) if name.isdecimal() else name] or ""
        except IndexError:
            return ""

    return _GROUP.sub(group, replacement)


KNOWN: dict[str, Callable[..., Any]] = {"regex": _regex, "regexall": _regexall, "replace": _replace}
