"""The advisory data as it is asked: what is known of a package, of an advisory, of a CVE."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bartizan.collect.advisories.advisory import Advisory, unpacked
from bartizan.collect.advisories.build import content
from bartizan.collect.advisories.entry import Entry, decoded
from bartizan.collect.advisories.errors import Damaged
from bartizan.collect.advisories.schema import BROKEN, EPSS, KEV, alias_number, cve_number, damaged, opened
from bartizan.collect.advisories.scope import ROLLING, Scope
from bartizan.core.report import Advisories

STALE = 7
"""Days after which what was fetched is old: new advisories appear every day."""


_ENTRIES = """
SELECT CASE WHEN ceiling != x'' AND ceiling <= ? THEN NULL ELSE entries END FROM package WHERE scope = ? AND name = ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A source as the data has it."""

    name: str
    """An ecosystem, `KEV` or `EPSS`."""
    records: int
    withdrawn: int
    bad: int
    """Records that could not be used."""
    fetched: str
    """ISO 8601 time in UTC, as is `newest`: when its latest record was changed."""
    newest: str
    size: int
    """Bytes that were fetched."""
    sha256: str
    etag: str
    modified: str
    url: str

    def age(self, now: datetime) -> float:
        """Return the days since it was fetched; very many where the data does not tell."""
        try:
            then = datetime.fromisoformat(self.fetched)
        except ValueError:
            return 1e6
        then = then if then.tzinfo else then.replace(tzinfo=UTC)
        return max(0.0, (now - then).total_seconds() / 86400)


@dataclass(frozen=True, slots=True)
class Exploitation:
    """What CISA says of a vulnerability that is exploited."""

    due: str
    ransomware: bool


class Store:
    """An open file of advisories. Raises `Damaged` from any method where the file turns out to be."""

    def __init__(self, path: Path) -> None:
        """Open a file; raises `Absent` or `Damaged`."""
        self.path = path
        self._connection = opened(path)
        self._scopes: dict[Scope, list[int]] = defaultdict(list)
        for id, family, release in self._rows("SELECT id, family, release FROM scope"):
            self._scopes[Scope(family, release)].append(id)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _rows(self, statement: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._connection.execute(statement, values)
        except BROKEN as error:
            raise damaged(self.path, str(error)) from None

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        """What the data was made of, by name."""
        names = "name, records, withdrawn, bad, fetched, newest, size, sha256, etag, modified, url"
        rows = self._rows(f"SELECT {names} FROM source ORDER BY name")  # noqa: S608 - our own names
        return tuple(Origin(**dict(zip(names.split(", "), row, strict=True))) for row in rows)

    @cached_property
    def releases(self) -> Mapping[str, tuple[str, ...]]:
        """Releases that advisories are about, by family; empty text for a family without."""
        found: dict[str, list[str]] = defaultdict(list)
        for family, release in self._scopes:
            found[family].append(release)
        return {family: tuple(sorted(releases)) for family, releases in found.items()}

    def covers(self, scope: Scope) -> bool:
        """Tell whether there are advisories for an ecosystem, in that release."""
        return scope in self._scopes or (scope.family in ROLLING and scope.family in self.releases)

    def entries(self, scope: Scope, name: str, point: bytes = b"") -> list[Entry]:
        """Return what advisories say of the versions of a package, by its name in normal form.

        With the key of a version, nothing is read where all that is affected lies below it, as is mostly so.
        """
        found: list[Entry] = []
        for id in self._scopes.get(scope, ()):
            blob = self._value(_ENTRIES, point, id, name)
            if blob is not None:
                found += self._read(decoded, blob)
        return found

    def advisory(self, row: int) -> Advisory:
        """Return an advisory by its row."""
        body = self._value("SELECT body FROM advisory WHERE id = ?", row)
        if body is None:
            raise damaged(self.path, f"advisory {row} is missing")
        advisory: Advisory = self._read(unpacked, body)
        return advisory

    def _value(self, statement: str, *values: object) -> Any:
        """Return the one value that a statement finds; None where it finds none."""
        try:
            row = self._connection.execute(statement, values).fetchone()
        except BROKEN as error:
            raise damaged(self.path, str(error)) from None
        return None if row is None else row[0]

    def _read(self, reading: Any, body: bytes) -> Any:
        try:
            return reading(body)
        except (ValueError, TypeError) as error:
            raise damaged(self.path, str(error)) from None

    def named(self, ids: Iterable[str]) -> Iterator[Advisory]:
        """Yield the advisories that rate a vulnerability with one of these ids or aliases."""
        wanted = set(ids)
        seen: set[int] = set()
        for id in sorted(wanted):
            for (row,) in self._rows("SELECT advisory FROM alias WHERE name = ?", (alias_number(id),)):
                advisory = self.advisory(row) if row not in seen else None
                seen.add(row)
                if advisory is not None and not wanted.isdisjoint(advisory.ids):
                    yield advisory

    @cached_property
    def _exploited(self) -> Mapping[int, Exploitation]:
        rows = self._rows("SELECT cve, due, ransomware FROM exploited")
        return {cve: Exploitation(due, bool(ransomware)) for cve, due, ransomware in rows}

    def exploitation(self, cve: str) -> Exploitation | None:
        """Return what KEV says of a CVE; None where it is not in it."""
        number = cve_number(cve)
        return None if number is None else self._exploited.get(number)

    def likelihood(self, cve: str) -> float | None:
        """Return the probability that EPSS gives a CVE, 0 to 1; None where it gives none."""
        score = self._value("SELECT score FROM likelihood WHERE cve = ?", cve_number(cve))
        return None if score is None else float(score) / 1_000_000

    def summary(self, now: datetime, stale: int = STALE) -> Advisories:
        """Return what a report says of the data; `stale` in days."""
        from hashlib import sha256

        ecosystems = {origin.name: origin.records for origin in self.origins if origin.name not in (KEV, EPSS)}
        made_of = "\n".join(f"{origin.name} {origin.sha256}" for origin in self.origins)
        oldest = min((origin.fetched for origin in self.origins), default="")
        return Advisories(
            updated=oldest,
            ecosystems=ecosystems,
            digest=sha256(made_of.encode()).hexdigest(),
            stale=not self.origins or any(origin.age(now) > stale for origin in self.origins),
        )

    def sound(self) -> Iterator[tuple[str, bool]]:
        """Yield each source and whether all its rows are as they were written."""
        for id, name, written in list(self._rows("SELECT id, name, content FROM source ORDER BY name")):
            try:
                yield name, content(self._connection, id, name) == written
            except BROKEN:
                yield name, False

    def verify(self) -> Iterator[tuple[str, bool]]:
        """Yield what `sound` does, once the file is known to hold together; raises `Damaged` where it does not."""
        for (answer,) in self._rows("PRAGMA integrity_check(1)"):
            if answer != "ok":
                raise damaged(self.path, str(answer))
        yield from self.sound()


__all__ = ["STALE", "Damaged", "Exploitation", "Origin", "Store"]
