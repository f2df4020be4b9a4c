"""Where keywords stand in a text: of all credentials at once, or of a few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ahocorasick_rs import BytesAhoCorasick, Implementation

from bartizan.core.secret import Credential

Hits = Mapping[int, Sequence[int]]
"""By the number of a credential, where one of its keywords begins, in order. One that needs none has no places."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What can be in a text."""

    hits: Hits
    base64: bool = True
    """Whether there can be readable text in base64."""


class Keywords(Protocol):
    """Finds the credentials that can be in a text."""

    def candidates(self, text: bytes) -> Candidates:
        """Return the credentials that can be in a text, and where their keywords are."""
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

    def candidates(self, text: bytes) -> Candidates:
        """Return the credentials that can be in a text, and where their keywords are."""
        return Candidates(self.hits(text.lower()))

    def hits(self, lowered: bytes) -> dict[int, list[int]]:
        """Return where keywords are in a text in lower case."""
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
