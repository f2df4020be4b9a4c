"""Texts as needs ask about them: which words and which expressions are in them, each found out once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import re2  # type: ignore[import-untyped]  # it has no types
from ahocorasick_rs import AhoCorasick

from bartizan.collect.code.search.need import Need

_WORD = re.compile(r"\w{3,}")


class Lookout:
    """Knows the words and the expressions that some needs speak of."""

    def __init__(self, words: Iterable[Need], expressions: Iterable[Need]) -> None:
        self.words = sorted(_named(words))
        self.automaton = AhoCorasick(self.words) if self.words else None
        self.expressions = {each: _compiled(each) for each in sorted(_named(expressions))}


def _named(needs: Iterable[Need]) -> set[str]:
    return {name for need in needs for clause in need for name in clause}


def _compiled(expression: str) -> Any:
    """Compile an expression; None for one that is not understood, which counts as found anywhere."""
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(expression.encode(), options)
    except re2.error:
        return None


class Seen:
    """A text, and what is known of it already."""

    def __init__(self, text: str, lookout: Lookout) -> None:
        self._bytes = text.encode("utf-8", "surrogatepass")
        self._expressions = lookout.expressions
        self._found: dict[str, bool] = {}
        self._words: set[str] = set()
        if lookout.automaton is not None:
            words = set(_WORD.findall(text))
            if not text.isascii():
                words.update(text)
            matches = lookout.automaton.find_matches_as_indexes("\n".join(words), overlapping=True)
            self._words = {lookout.words[index] for index in {match[0] for match in matches}}

    def has_words(self, need: Need) -> bool:
        """Tell whether the words of a need are there."""
        return not any(self._words.isdisjoint(clause) for clause in need)

    def has_expressions(self, need: Need) -> bool:
        """Tell whether the expressions of a need are found."""
        return all(any(self._has(each) for each in clause) for clause in need)

    def _has(self, expression: str) -> bool:
        known = self._found.get(expression)
        if known is None:
            compiled = self._expressions[expression]
            known = self._found[expression] = compiled is None or compiled.search(self._bytes) is not None
        return known
