"""Variables in the words of an instruction: `$x`, `${x:-y}`, `${x#pattern}`, quotes and escapes.

Grammar: docs.docker.com/reference/dockerfile, "Environment replacement". The output is bounded, since a variable
may be made of itself twice, and so again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bartizan.collect.text import Text, joined, parts
from bartizan.core.truth import Unknown

MAX_DEPTH = 40
MAX_TEXT = 4_096
"""Characters a text with variables in it may grow to."""
MAX_TOTAL = 4_000_000
"""Characters that all such texts of one file may come to, and steps their patterns may take."""
_PLAIN = {
    "\\": re.compile(r"[^\\$'\"}/]+"),
    "`": re.compile(r"[^`$'\"}/]+"),
}
_QUOTED = {"\\": re.compile(r'[^\\$"]+'), "`": re.compile(r'[^`$"]+')}
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[@*#?$!-]")
_MODIFIER = re.compile(r":?[-+?]|##?|%%?|//?")
_TOO_LONG = Unknown("the text grows longer than is followed")

Look = Callable[[str], str | Unknown | None]
"""Gives the value of a variable; None where it is certain to be unset."""


class Malformed(Exception):
    """A substitution or a quote that cannot be read; its text says what is wrong."""


class Substitution:
    """Replaces the variables in the texts of one file."""

    def __init__(self, escape: str) -> None:
        self.escape = escape
        self._left = MAX_TOTAL

    def expand(self, text: str, look: Look) -> Text:
        """Return a text with its variables replaced and its quotes removed; raises `Malformed`."""
        if not any(special in text for special in (self.escape, "$", "'", '"')):
            return text
        expansion = _Expansion(self, text, look, self.escape)
        result = joined(expansion.until("", 0))
        return self.bounded(result) if "$" in text else result

    def bounded(self, text: Text) -> Text:
        """Return a text unless it has grown too long."""
        size = sum(len(part) for part in parts(text) if isinstance(part, str))
        return text if size <= MAX_TEXT and self.spend(size) else _TOO_LONG

    def spend(self, steps: int) -> bool:
        """Take from what may still be done for this file; returns whether it sufficed."""
        self._left -= steps
        return self._left >= 0


class _Expansion:
    """Reads one text from left to right."""

    def __init__(self, bound: Substitution, text: str, look: Look, escape: str) -> None:
        self._bound = bound
        self._text = text
        self._look = look
        self._escape = escape
        self._at = 0

    def until(self, stop: str, depth: int, raw: bool = False) -> list[Text]:
        """Read up to and with `stop`, or to the end; `raw` keeps escapes, as patterns need them."""
        if depth > MAX_DEPTH:
            raise Malformed("the substitution is nested deeper than is read")
        pieces: list[Text] = []
        while self._at < len(self._text):
            char = self._text[self._at]
            if stop and char == stop:
                self._at += 1
                return pieces
            if plain := _PLAIN[self._escape].match(self._text, self._at):
                self._at = plain.end()
                pieces.append(plain.group())
            elif char == self._escape:
                pieces.append(self._escaped(raw))
            elif char == "'":
                pieces.append(self._single())
            elif char == '"':
                pieces.extend(self._double(depth))
            elif char == "$":
                pieces.append(self._variable(depth))
            else:
                self._at += 1
                pieces.append(char)
        if stop:
            raise Malformed(f"a `{stop}` is missing in the substitution of a variable")
        return pieces

    def _escaped(self, raw: bool) -> str:
        kept = self._text[self._at : self._at + 2]
        self._at += 2
        return kept if raw else kept[1:]

    def _single(self) -> str:
        end = self._text.find("'", self._at + 1)
        if end < 0:
            raise Malformed("a single quote is never closed")
        start, self._at = self._at + 1, end + 1
        return self._text[start:end]

    def _double(self, depth: int) -> list[Text]:
        self._at += 1
        pieces: list[Text] = []
        while self._at < len(self._text):
            char = self._text[self._at]
            if char == '"':
                self._at += 1
                return pieces
            if plain := _QUOTED[self._escape].match(self._text, self._at):
                self._at = plain.end()
                pieces.append(plain.group())
                continue
            if char == "$":
                pieces.append(self._variable(depth))
                continue
            if char == self._escape and self._text[self._at + 1 : self._at + 2] in ('"', "$", self._escape):
                self._at += 1
            pieces.append(self._text[self._at : self._at + 1])
            self._at += 1
        raise Malformed("a double quote is never closed")

    def _variable(self, depth: int) -> Text:
        self._at += 1
        braced = self._text.startswith("{", self._at)
        name = _NAME.match(self._text, self._at + braced)
        if name is None:
            if braced:
                raise Malformed("`${` is not followed by the name of a variable")
            return "$"
        self._at = name.end()
        value = self._look(name.group())
        if not braced:
            return "" if value is None else value
        if self._text.startswith("}", self._at):
            self._at += 1
            return "" if value is None else value
        modifier = _MODIFIER.match(self._text, self._at)
        if modifier is None:
            raise Malformed(f"the substitution of `{name.group()}` is none that is known")
        self._at = modifier.end()
        return self._modified(value, modifier.group(), depth + 1)

    def _modified(self, value: str | Unknown | None, modifier: str, depth: int) -> Text:
        """Return a variable's value as the modifier behind its name asks for."""
        if modifier[0] == "/":
            pattern, replacement = self.until("/", depth, raw=True), self.until("}", depth, raw=True)
            return self._replaced(value, joined(pattern), joined(replacement), modifier)
        operand = joined(self.until("}", depth, raw=modifier[0] in "#%"))
        if isinstance(value, Unknown):
            return Unknown(value.why)
        if modifier[0] in "#%":
            return self._trimmed(value or "", operand, modifier)
        unset = value is None or (modifier[0] == ":" and value == "")
        if modifier[-1] == "-":
            return operand if unset else value or ""
        if modifier[-1] == "+":
            return "" if unset else operand
        return Unknown("the build asks for a variable that is not set") if unset else value or ""

    def _trimmed(self, value: str, pattern: Text, modifier: str) -> Text:
        if isinstance(pattern, Unknown):
            return Unknown(pattern.why)
        tokens = _tokens(pattern)
        if not self._bound.spend((len(value) + 1) * (len(tokens) + 1)):
            return _TOO_LONG
        if modifier[0] == "#":
            length = _matched(tokens, value, longest=len(modifier) == 2)
            return value[length:]
        length = _matched(tokens[::-1], value[::-1], longest=len(modifier) == 2)
        return value[: len(value) - length]

    def _replaced(self, value: str | Unknown | None, pattern: Text, replacement: Text, modifier: str) -> Text:
        if isinstance(value, Unknown):
            return Unknown(value.why)
        if isinstance(pattern, Unknown) or isinstance(replacement, Unknown) or set(pattern) & set("*?\\"):
            return Unknown("a part of the text is replaced by a pattern that is not followed")
        if not self._bound.spend(len(value or "") + 1):
            return _TOO_LONG
        if not pattern or value is None:
            return value or ""
        return self._bound.bounded(value.replace(pattern, replacement, -1 if modifier == "//" else 1))


def matches(pieces: list[str | None], text: str) -> bool:
    """Return whether a text is made of these pieces, None being any. Steps: their lengths multiplied."""
    tokens = [token for piece in pieces for token in (["*"] if piece is None else [f"\\{char}" for char in piece])]
    return _matched(tokens, text, longest=True) == len(text)


def _tokens(pattern: str) -> list[str]:
    """Return the characters of a pattern, escaped ones as two; `*` and `?` are wildcards."""
    return re.findall(r"\\.|.", pattern, re.DOTALL)


def _matched(tokens: list[str], value: str, longest: bool) -> int:
    """Return how many characters at the start of a text match; 0 for none. Steps: their lengths multiplied."""
    states, found = _closed({0}, tokens), 0
    for index, char in enumerate(value, 1):
        moved = {
            state + (tokens[state] != "*")
            for state in states
            if state < len(tokens) and (tokens[state] in ("*", "?") or tokens[state][-1] == char)
        }
        states = _closed(moved, tokens)
        if not states:
            break
        if len(tokens) in states:
            found = index
            if not longest:
                break
    return found


def _closed(states: set[int], tokens: list[str]) -> set[int]:
    """Return the states with those that a `*` matching nothing leads to."""
    closed = set(states)
    for state in states:
        while state < len(tokens) and tokens[state] == "*":
            state += 1
            closed.add(state)
    return closed


def split_words(text: str, escape: str) -> list[tuple[str, int]]:
    """Return the words of a text with their offsets, split at blanks outside quotes; quotes are kept."""
    mark = re.escape(escape)
    pattern = rf"""(?:{mark}.|'[^']*'|"(?:{mark}.|[^"{mark}])*"|[^\s'"{mark}]+)+|['"].*|{mark}$"""
    return [(match.group(), match.start()) for match in re.finditer(pattern, text, re.DOTALL)]
