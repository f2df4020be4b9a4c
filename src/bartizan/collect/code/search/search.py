"""Finds the looks of weaknesses in a text: parsed once, and only if it has what some look needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ast_grep_py import SgNode, SgRoot

from bartizan.collect.code.search.language import SPOKEN
from bartizan.collect.code.search.need import Need, found, letters, needed
from bartizan.collect.code.search.ready import config
from bartizan.collect.code.search.seen import Lookout, Seen
from bartizan.core.weakness import Look, Weakness

DEEPEST = 1500
"""Levels of nesting beyond which a text is not searched: climbing out of each costs as many steps as it is deep."""


_CALLS = frozenset({"call", "call_expression", "method_invocation"})


class TooDeep(Exception):
    """A text that nests deeper than it is searched."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a weakness shows; lines and columns count from 1."""

    weakness: str
    line: int
    column: int
    end_line: int
    text: str


@dataclass(frozen=True)
class _Sought:
    weakness: str
    look: Look
    letters: Need
    expressions: Need

    @cached_property
    def config(self) -> Any:
        """Return what ast-grep is handed: made for those looks alone that some text may show."""
        return config(self.look.rule, self.look.constraints)


class Search:
    """Knows what to look for in each language; makes itself ready for a language when it meets it."""

    def __init__(self, weaknesses: Sequence[Weakness]) -> None:
        self._weaknesses = weaknesses
        self._ready: dict[str, tuple[list[_Sought], Lookout]] = {}

    def hits(self, text: str, language: str) -> list[Hit]:
        """Return where weaknesses show, in order of place, each at most once a line.

        Raises `TooDeep` for a text that is nested beyond reason. What is no sentence of the language is passed over.
        """
        sought = self.possible(text, language)
        if not sought:
            return []
        root = SgRoot(text, language).root()
        if too_deep(root, text):
            raise TooDeep
        places = {(hit.line, hit.weakness): hit for each in sought for hit in _hits(root, each)}
        return [places[key] for key in sorted(places)]

    def possible(self, text: str, language: str) -> list[_Sought]:
        """Return what a text may show, by what is written in it."""
        if language not in self._ready:
            self._ready[language] = self._made_ready(language)
        sought, lookout = self._ready[language]
        seen = Seen(text, lookout)
        likely = [each for each in sought if seen.has_words(each.letters)]
        return [each for each in likely if seen.has_expressions(each.expressions)]

    def _made_ready(self, language: str) -> tuple[list[_Sought], Lookout]:
        sought = [
            _sought(weakness.id, look)
            for weakness in self._weaknesses
            for look in weakness.looks
            if language in SPOKEN.get(look.language, (look.language,))
        ]
        return sought, Lookout((each.letters for each in sought), (each.expressions for each in sought))


def _sought(weakness: str, look: Look) -> _Sought:
    constraints = look.constraints or {}
    return _Sought(
        weakness,
        look,
        needed(look.rule, constraints, letters),
        needed(look.rule, constraints, found),
    )


def _hits(root: SgNode, sought: _Sought) -> Iterator[Hit]:
    for node in root.find_all(sought.config):
        start = _telling(node).range().start
        yield Hit(sought.weakness, start.line + 1, start.column + 1, node.range().end.line + 1, node.text())


def _telling(node: SgNode) -> SgNode:
    """Return the part of a node to point at: of a chain of calls over several lines, the name of the last."""
    function = node.field("function") or node
    fields = (function.field(name) for name in ("name", "property", "attribute", "field"))
    name = next((each for each in fields if each is not None), node)
    over_lines = name.range().start.line > node.range().start.line
    return name if over_lines and node.kind() in _CALLS else node


def too_deep(root: SgNode, text: str) -> bool:
    """Tell whether a tree is nested deeper than it is searched.

    A node that deep spans at least as many characters as it has levels below it: only long nodes are gone into.
    """
    pending = [(root, 0)] if len(text) > DEEPEST else []
    while pending:
        node, depth = pending.pop()
        if depth > DEEPEST:
            return True
        for child in node.children():
            at = child.range()
            if at.end.index - at.start.index > DEEPEST - depth:
                pending.append((child, depth + 1))
    return False
