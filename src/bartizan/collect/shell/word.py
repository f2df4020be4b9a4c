"""Words of a shell script: quotes, escapes, expansions, and where the script goes on behind them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

MAX_DEPTH = 24
"""Groups and substitutions within each other; deeper ones are read as plain words."""

_BLANK = re.compile(r"(?:[ \t\r\f\v]|\\\r?\n)+")
_COMMENT = re.compile(r"#[^\n]*")
_PLAIN = re.compile(r"[^\s;&|<>()\\'\"`$]+")
_QUOTED = re.compile(r'[^\\"`$]+')
_BRACED = re.compile(r"[^\\\"`$}]+")
_NAME = re.compile(r"\w+|[@*#?$!-]")
_MACRO = re.compile(r"\$\([A-Za-z_][\w.\-]*\)")

Nested = Callable[[str, object], None]
"""Reads the commands of a substitution up to and with the closing text, for the command it stands in."""


@dataclass(slots=True)
class Word:
    """One word: its text without quotes, and what is known of it."""

    start: int
    text: str = ""
    raw: str = ""
    """As written."""
    dynamic: bool = False
    """Whether an expansion outside quotes may make several words of it, or none."""
    computed: bool = False
    """Whether any of it is an expansion."""

    @property
    def verbatim(self) -> bool:
        """Whether the text stands in the script as it is, one pair of quotes aside."""
        return self.raw in (self.text, f"'{self.text}'", f'"{self.text}"')

    @property
    def inside(self) -> int:
        """The offset of the text's first character."""
        return self.start + (1 if self.raw[:1] in ("'", '"') else 0)


class Cursor:
    """A place in a script, from which words are read."""

    def __init__(self, text: str, macros: bool, nested: Nested) -> None:
        self.text = text
        self.end = len(text)
        self.at = 0
        self.depth = 0
        self._macros = macros
        self._nested = nested
        self._ticked = False
        self._found: dict[str, tuple[int, int]] = {}

    @property
    def char(self) -> str:
        """The character here; empty at the end."""
        return self.text[self.at : self.at + 1]

    def more(self) -> bool:
        """Return whether anything is left."""
        return self.at < self.end

    def blank(self) -> bool:
        """Pass over blanks; returns whether there were any."""
        return self._pass(_BLANK)

    def comment(self) -> None:
        """Pass over a comment."""
        if not self._pass(_COMMENT):
            self.at += 1

    def _pass(self, pattern: re.Pattern[str]) -> bool:
        match = pattern.match(self.text, self.at)
        if match is None:
            return False
        self.at = match.end()
        return True

    def find(self, needle: str) -> int:
        """Return where a text is next, or -1, without searching the same stretch twice."""
        since, found = self._found.get(needle, (self.end + 1, -1))
        if not (since <= self.at and (found < 0 or self.at <= found)):
            found = self.text.find(needle, self.at)
            self._found[needle] = (self.at, found)
        return found

    def arithmetic(self) -> bool:
        """Pass over `((...))`, if it closes on this line; returns whether it did."""
        end, line = self.find("))"), self.find("\n")
        if end < 0 or 0 <= line < end:
            return False
        self.at = end + 2
        return True

    def word(self, owner: object) -> Word:
        """Read a word; what is substituted in it becomes commands of its own, told to stand in `owner`.

        Always advances.
        """
        word, parts = Word(self.at), list[str]()
        while self.at < self.end:
            if plain := _PLAIN.match(self.text, self.at):
                self.at = plain.end()
                parts.append(plain.group())
            elif (part := self._special(word, owner)) is not None:
                parts.append(part)
            else:
                break
        if self.at == word.start:
            self.at += 1
        word.raw = self.text[word.start : self.at]
        word.text = "".join(parts)
        return word

    def _special(self, word: Word, owner: object) -> str | None:
        """Read what is not plain within a word; None where the word ends."""
        char = self.text[self.at]
        if char == "\\":
            return self._escape()
        if char == "'":
            return self._single()
        if char == '"':
            return self._double(word, owner)
        if char == "$" or (char == "`" and not self._ticked):
            word.dynamic = True
            return self._expansion(word, owner)
        if char in "<>" and self.text.startswith("(", self.at + 1):
            word.computed = True
            return self._substitution(2, ")", owner)
        return None

    def _escape(self) -> str:
        escaped = self.text[self.at + 1 : self.at + 2]
        self.at = min(self.at + 2, self.end)
        return "" if escaped == "\n" else escaped

    def _single(self) -> str:
        start = self.at + 1
        end = self.text.find("'", start)
        end = self.end if end < 0 else end
        self.at = min(end + 1, self.end)
        return self.text[start:end]

    def _double(self, word: Word, owner: object) -> str:
        self.at += 1
        parts: list[str] = []
        while self.more() and self.char != '"':
            if plain := _QUOTED.match(self.text, self.at):
                self.at = plain.end()
                parts.append(plain.group())
            elif self.char == "\\":
                escaped = self.text[self.at + 1 : self.at + 2]
                self.at = min(self.at + 2, self.end)
                parts.append("" if escaped == "\n" else escaped if escaped in '"\\$`' else f"\\{escaped}")
            elif self.char == "`" and self._ticked:
                return "".join(parts)
            else:
                parts.append(self._expansion(word, owner))
        self.at = min(self.at + 1, self.end)
        return "".join(parts)

    def _expansion(self, word: Word, owner: object) -> str:
        """Read what begins with `$` or a backquote; an input of a pipeline, `$[[ ... ]]`, as a whole."""
        start = self.at
        follows = self.text[start + 1 : start + 2]
        if self.char == "`":
            word.computed = True
            return self._substitution(1, "`", owner)
        if follows in ("(", "{"):
            word.computed = True
            return self._bracketed(owner) if follows == "(" else self._braced(word, owner)
        if follows == "[" and self.text.startswith("$[[", start):
            word.computed = True
            end = self.find("]]")
            self.at = end + 2 if end >= 0 else start + 3
            return self.text[start : self.at]
        self.at = start + 1
        if follows == "'":
            return self._single()
        word.computed = self._pass(_NAME) or word.computed
        return self.text[start : self.at]

    def _bracketed(self, owner: object) -> str:
        start = self.at
        if (self._macros and self._pass(_MACRO)) or (self.text.startswith("$((", start) and self.arithmetic()):
            return self.text[start : self.at]
        return self._substitution(2, ")", owner)

    def _substitution(self, opening: int, stop: str, owner: object) -> str:
        start = self.at
        self.at += opening
        if self.depth < MAX_DEPTH:
            ticked, self._ticked = self._ticked, stop == "`"
            self._nested(stop, owner)
            self._ticked = ticked
        return self.text[start : self.at]

    def _braced(self, word: Word, owner: object) -> str:
        """Read `${...}`, or an expression of a pipeline, `${{ ... }}`."""
        start = self.at
        if self.text.startswith("${{", start):
            end = self.find("}}")
            self.at = end + 2 if end >= 0 else start + 3
            return self.text[start : self.at]
        self.at += 2
        self.depth += 1
        while self.more() and self.char != "}":
            if self._pass(_BRACED):
                continue
            if self.char == "\\":
                self.at += 2
            elif self.char == '"' and self.depth < MAX_DEPTH:
                self._double(word, owner)
            elif self.char in "$`" and self.depth < MAX_DEPTH and not (self.char == "`" and self._ticked):
                self._expansion(word, owner)
            else:
                self.at += 1
        self.depth -= 1
        self.at = min(self.at + 1, self.end)
        return self.text[start : self.at]
