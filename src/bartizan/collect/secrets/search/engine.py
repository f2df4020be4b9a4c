"""The engine: every kind of credential looked for in a text, in one pass where it can be.

| step | by | what for |
|---|---|---|
| keywords | Aho-Corasick; with the extra `fast`, Hyperscan over all expressions | which kinds can be there |
| expression | RE2, around the keywords of one kind | what looks like it |
| entropy, placeholders, check | of the secret | what is one |
| overlaps | the most specific wins | one find a place |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from bartizan.collect.secrets.search.encoded import Decoded, Encodings
from bartizan.collect.secrets.search.expression import Expression
from bartizan.collect.secrets.search.fast import made, ready
from bartizan.collect.secrets.search.find import Find, generic, without_overlap
from bartizan.collect.secrets.search.hashes import names_a_hash
from bartizan.collect.secrets.search.keywords import Automaton, Candidates, Keywords
from bartizan.collect.tree import LookedFor
from bartizan.core.secret import Credential

WORTH = 64 * 1024 * 1024
"""Bytes of text after which it is worth it to make Hyperscan's database, which takes seconds."""
MOST = 1_000
"""Secrets that are told of in one text."""


class Engine:
    """Looks for all kinds of credentials in texts."""

    def __init__(
        self, credentials: tuple[Credential, ...], *, fast: bool | None = None, folder: Path | None = None
    ) -> None:
        """Take what to look for, and where Hyperscan's database may be kept.

        `fast` is whether Hyperscan is used: None for when it is installed, and its database is kept or worth making.
        """
        self._folder = folder
        self._credentials = credentials
        self._expressions = [Expression(each) for each in credentials]
        self._encodings = Encodings()
        found = made(credentials, folder) if fast else ready(credentials, folder) if fast is None else None
        self._left: int | None = WORTH if fast is None and found is None else None
        self._keywords: Keywords = found or Automaton(credentials)

    def search(self, text: bytes) -> list[Find]:
        """Return the secrets in a text, in order, at most `MOST`; no two of them overlap."""
        if self._left is not None:
            self._left -= len(text)
            if self._left < 0:
                self._left, self._keywords = None, made(self._credentials, self._folder) or self._keywords
        there = self._keywords.candidates(text)
        plain = without_overlap([find for find in self._found(text, there) if not names_a_hash(text, find)])
        encoded = list(self._encodings.of(text, there.base64))
        if not encoded:
            return plain[:MOST]
        inner = [find for inside in encoded for find in self._within(inside)]
        values = [inside for inside in encoded if inside.value]
        return _joined([find for find in plain if not (generic(find) and _overlaps(find, values))], inner)[:MOST]

    def _found(self, text: bytes, there: Candidates) -> Iterator[Find]:
        for number, starts in there.hits.items():
            yield from self._expressions[number].finds(text, starts)

    def _within(self, inside: Decoded) -> Iterator[Find]:
        """Yield the secrets of a decoded text, placed where it was encoded."""
        for find in without_overlap(list(self._found(inside.text, self._keywords.candidates(inside.text)))):
            yield replace(find, start=inside.start, end=inside.end, whole_end=inside.end)


def _joined(plain: list[Find], inner: list[Find]) -> list[Find]:
    """Return what was found in the clear and what was encoded: a name and a text that is encoded are no second find."""
    surely = [find for find in plain if not generic(find)]
    encoded = [find for find in inner if not _overlaps(find, surely)]
    clear = [find for find in plain if not generic(find) or not _overlaps(find, encoded)]
    return sorted([*clear, *encoded], key=lambda find: (find.start, find.end))


def _overlaps(find: Find, others: Sequence[Find | Decoded]) -> bool:
    return any(find.start < other.end and other.start < find.end for other in others)


class _Declared:
    """Credentials, as a key to what was made of them: equal where nothing that matters to the search differs."""

    def __init__(self, credentials: tuple[Credential, ...], folder: Path | None) -> None:
        self.credentials = credentials
        self.folder = folder
        seen = ((each.id, each.keywords, each.expression, each.entropy, each.check) for each in credentials)
        self._names = (folder, *seen)

    def __hash__(self) -> int:
        return hash(self._names)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Declared) and self._names == other._names


@lru_cache(maxsize=4)
def _engine(declared: _Declared) -> Engine:
    return Engine(declared.credentials, folder=declared.folder)


def engine(looked_for: LookedFor) -> Engine:
    """Return the engine for what is looked for: within one process the same for the same."""
    return _engine(_Declared(looked_for.credentials, looked_for.folder))
