"""What a text must have in it for a rule of ast-grep to match at all: a file without that is never parsed.

Derived from the rule itself: the identifiers of its patterns, the letters that its regular expressions cannot do
without, and then those expressions, looked for anywhere in the text. ast-grep compiles a rule anew for every file,
which takes milliseconds: looking first is what makes it quick. Whatever is not understood needs nothing, so that a
file is at most searched in vain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

SHORTEST = 3
"""Letters below which a word tells too little to look for it."""
MOST = 6
"""Clauses of a need that are kept; one that is left out only makes it weaker."""
_IDENTIFIER = re.compile(r"\$*[A-Za-z_]\w*")
_ANCHOR = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[\^$]", re.DOTALL)
_WITHIN = ("has", "inside", "precedes", "follows")
"""Relations: what they speak of is in the same file."""

Need = frozenset[frozenset[str]]
"""Clauses, all of which must be met; a clause is met by one of its words, or expressions."""
NOTHING: Need = frozenset()

Leaf = Callable[[str], Need]
"""What is needed for a regular expression to match: its letters, or itself."""


def one(word: str) -> Need:
    """Return the need for one word."""
    return frozenset((frozenset((word,)),))


def joined(parts: Iterable[Need]) -> Need:
    """Return the need for all of some parts."""
    return _kept({clause for part in parts for clause in part})


def either(parts: Iterable[Need]) -> Need:
    """Return the need for one of some parts: nothing, where one of them asks for nothing."""
    made: Need | None = None
    for part in dict.fromkeys(parts):
        made = part if made is None else _kept({a | b for a in made for b in part})
    return made or NOTHING


def _kept(clauses: set[frozenset[str]]) -> Need:
    """Return the clauses that tell most, without those that follow from others."""
    if len(clauses) < 2:
        return frozenset(clauses)
    kept: list[frozenset[str]] = []
    for clause in sorted(clauses, key=lambda each: (len(each), sorted(each))):
        if len(kept) < MOST and not any(other <= clause for other in kept):
            kept.append(clause)
    return frozenset(kept)


def needed(rule: Mapping[str, Any], constraints: Mapping[str, Any], leaf: Leaf) -> Need:
    """Return what a rule needs. Constraints count where their variable is in a pattern."""
    return _Rule(constraints, leaf).needed(rule)


class _Rule:
    """Walks through one rule, each part of it once."""

    def __init__(self, constraints: Mapping[str, Any], leaf: Leaf) -> None:
        self._constraints, self._leaf = dict(constraints), leaf
        self._known: dict[int, Need] = {}

    def needed(self, rule: Mapping[str, Any]) -> Need:
        if id(rule) not in self._known:
            self._known[id(rule)] = joined(self._key(key, value) for key, value in rule.items())
        return self._known[id(rule)]

    def _key(self, key: str, value: Any) -> Need:
        if key == "pattern" and isinstance(value, str):
            return self._pattern(value)
        if key == "regex":
            return self._leaf(value)
        if key == "all":
            return joined(self.needed(each) for each in value)
        if key == "any":
            return either(self.needed(each) for each in value)
        if key in _WITHIN:
            return self.needed(value)
        return NOTHING

    def _pattern(self, pattern: str) -> Need:
        found = _IDENTIFIER.findall(pattern)
        words = [word(name) for name in found if not name.startswith("$")] if self._leaf is letters else []
        bound = [self._constraints.pop(name.lstrip("$"), {}) for name in found if name.startswith("$")]
        return joined([*words, *(self.needed(each) for each in bound)])


@cache
def found(expression: str) -> Need:
    """Return the need for a regular expression to be found in the text, wherever the node that it is about is."""
    return one(_ANCHOR.sub(lambda match: match[0] if len(match[0]) > 1 else "", expression))


@cache
def letters(expression: str) -> Need:
    """Return the letters that a regular expression cannot match without."""
    if re.search(r"\(\?[a-z]*i", expression):
        return NOTHING
    return _Expression(expression).alternatives()


class _Expression:
    """Reads a regular expression from left to right."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0

    def alternatives(self) -> Need:
        options = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            options.append(self._sequence())
        return either(options)

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _sequence(self) -> Need:
        parts: list[Need] = []
        run = ""
        while (char := self._peek()) and char not in "|)":
            if char.isascii() and (char.isalnum() or char == "_"):
                run = self._letter(run, parts)
                continue
            parts.append(word(run))
            run = ""
            other = self._other(char)
            parts.append(NOTHING if self._optional() else other)
        return joined([*parts, word(run)])

    def _letter(self, run: str, parts: list[Need]) -> str:
        """Add a letter to a run, or end the run where the letter may be missing or come again."""
        char = self._peek()
        self._at += 1
        if self._peek() not in tuple("?*{+"):
            return run + char
        parts.append(word(run + char if self._peek() == "+" else run))
        self._optional()
        return ""

    def _other(self, char: str) -> Need:
        """Pass what is no letter; return what a group, or a character beyond ASCII, needs."""
        self._at += 1
        if char == "(":
            return self._group()
        if char == "\\":
            self._at += 1
        elif char == "[":
            self._pass_class()
        return NOTHING if char.isascii() else one(char)

    def _group(self) -> Need:
        prefix = re.compile(r"\?(?:P?<\w+>|[a-z]*:?)").match(self._text, self._at)
        if prefix is not None:
            self._at = prefix.end()
        inner = self.alternatives()
        self._at += 1
        return inner

    def _pass_class(self) -> None:
        end = re.compile(r"\^?\]?(?:\\.|[^\]\\])*\]").match(self._text, self._at)
        self._at = len(self._text) if end is None else end.end()

    def _optional(self) -> bool:
        """Pass a repetition; tell whether it may be none."""
        found = re.compile(r"(?:[?*+]|\{[\d,]*\})[?+]?").match(self._text, self._at)
        if found is None:
            return False
        self._at = found.end()
        return not found[0].startswith("+")


def word(run: str) -> Need:
    """Return the need for a run of letters, if it is long enough to tell something."""
    return one(run) if len(run) >= SHORTEST else NOTHING
