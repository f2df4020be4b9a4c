"""Where keywords stand in a text: of all credentials at once, or of a few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from ahocorasick_rs import BytesAhoCorasick, Implementation

from bartizan.core.secret import Credential

Hits = Mapping[int, Sequence[int]]
"""By the number of a credential, where one of its keywords begins, in order. One that needs none has no places."""


class Keywords(Protocol):
    """Finds the credentials that can be in a text."""

    def hits(self, text: bytes, lowered: bytes) -> Hits:
        """Return where the keywords of those credentials are that can be in a text."""
        ...


class Automaton:
    """All keywords in one Aho-Corasick automaton."""

    def __init__(self, credentials: Sequence[Credential]) -> None:
        owners: dict[str, list[int]] = defaultdict(list)
        for number, credential in enumerate(credentials):
            for word in credential.keywords:
                owners[word].append(number)
        self._owners = list(owners.values())
        self._always = [number for number, credential in enumerate(credentials) if not credential.keywords]
        words = [word.encode() for word in owners]
        self._automaton = BytesAhoCorasick(words, implementation=Implementation.DFA) if words else None

    def hits(self, text: bytes, lowered: bytes) -> Hits:
        """Return where the keywords of those credentials are that can be in a text."""
        found: dict[int, list[int]] = {number: [] for number in self._always}
        if self._automaton is None:
            return found
        places: dict[int, list[int]] = defaultdict(list)
        for word, start, _ in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            places[word].append(start)
        for word, starts in places.items():
            for number in self._owners[word]:
                found.setdefault(number, []).extend(starts)
        for starts in found.values():
            starts.sort()
        return found


def of_few(credentials: Sequence[Credential], numbers: Iterable[int], lowered: bytes) -> Hits:
    """Return where the keywords of some credentials are."""
    found: dict[int, list[int]] = {}
    for number in numbers:
        words = credentials[number].keywords
        starts = sorted(start for word in words for start in _each(lowered, word.encode()))
        if starts or not words:
            found[number] = starts
    return found


def _each(lowered: bytes, word: bytes) -> Iterable[int]:
    start = lowered.find(word)
    while start >= 0:
        yield start
        start = lowered.find(word, start + 1)
