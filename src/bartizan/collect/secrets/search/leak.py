"""Leaks as resources: where a secret stands and which one it is, without the secret.

Resource `leak`, address `FILE#CREDENTIAL-ID/ORDINAL`: the ordinal counts the distinct secrets of that kind in the file,
so that it stays when lines move. Values: `credential`, `redacted`, `mark`, `present`, `accepted`, `commit`, `author`,
`layer`, `removed`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from bartizan.collect.resource import Resource
from bartizan.collect.secrets.search.find import Find, mark, redacted
from bartizan.core.place import Place
from bartizan.core.truth import Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A secret and where it was seen, lines counted."""

    find: Find = field(repr=False)
    line: int
    column: int
    end_line: int

    @property
    def same(self) -> tuple[str, bytes]:
        """Return what is equal for two sightings of one secret."""
        return self.find.credential.id, self.find.secret


def sighted(text: bytes, finds: list[Find]) -> Iterator[Sighting]:
    """Yield each distinct secret of a text where it is first; finds are in order."""
    seen: set[tuple[str, bytes]] = set()
    line, counted = 1, 0
    for find in finds:
        line += text.count(b"\n", counted, find.start)
        counted = find.start
        begin = text.rfind(b"\n", 0, find.start) + 1
        column = len(text[begin : find.start].decode("utf-8", "replace")) + 1
        last = line + text.count(b"\n", find.start, max(find.start, find.end - 1))
        made = Sighting(find=find, line=line, column=column, end_line=last)
        if made.same not in seen:
            seen.add(made.same)
            yield made


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a text is from, beside its file."""

    commit: str | None = None
    author: str | None = None
    layer: str | None = None
    removed: bool | Unknown = False


CURRENT = Origin()
"""The file as it is now."""


def leaks(
    file: str, sightings: list[tuple[Sighting, bool]], key: bytes, origin: Origin = CURRENT, at: str = ""
) -> list[Resource]:
    """Return the leaks of a text, each sighting with whether it is accepted; `at` is what tells its version apart."""
    counts: Counter[str] = Counter()
    made = []
    for sighting, accepted in sightings:
        credential = sighting.find.credential.id
        counts[credential] += 1
        made.append(
            Resource(
                type="leak",
                address=f"{file}{at}#{credential}/{counts[credential]}",
                value={
                    "credential": credential,
                    "redacted": redacted(sighting.find),
                    "mark": mark(sighting.find, key),
                    "present": True,
                    "accepted": accepted,
                    "commit": origin.commit,
                    "author": origin.author,
                    "layer": origin.layer,
                    "removed": origin.removed,
                },
                place=Place(file, sighting.line, sighting.column, sighting.end_line),
            )
        )
    return made
