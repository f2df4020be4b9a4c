"""Building a file of advisories: fetched sources are read in, all others taken over from the file that was there.

Records are streamed and sorted on disk, so that memory stays bounded however many there are.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from bartizan.collect.advisories import advisory as kept
from bartizan.collect.advisories.archive import Bad, records
from bartizan.collect.advisories.catalogue import exploited, likelihoods
from bartizan.collect.advisories.entry import ceiling, encoded, entries, joined
from bartizan.collect.advisories.errors import AdvisoryError, Damaged
from bartizan.collect.advisories.record import Record
from bartizan.collect.advisories.schema import BROKEN, EPSS, KEV, SOURCE_BITS, alias_number, created, opened
from bartizan.collect.advisories.scope import DISTRIBUTIONS, Scope

BATCH = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A file that was fetched from a mirror."""

    name: str
    """Of the source: an ecosystem, `KEV` or `EPSS`."""
    path: Path
    url: str
    when: str
    """ISO 8601 time in UTC."""
    size: int
    sha256: str
    etag: str = ""
    modified: str = ""


@dataclass(slots=True)
class Filled:
    """What came of one source."""

    records: int = 0
    withdrawn: int = 0
    newest: str = ""
    bad: Bad = field(default_factory=Bad)


class Building:
    """A file in the making; `finish` makes it complete."""

    def __init__(self, path: Path, old: Path | None) -> None:
        self._path = path
        self._connection = created(path)
        self._next = 1
        self._old = self._attached(old) if old is not None else None

    def _attached(self, old: Path) -> sqlite3.Connection | None:
        """Open the file that was there; one that cannot be used counts as none."""
        try:
            connection = opened(old)
        except AdvisoryError:
            return None
        highest = connection.execute("SELECT max(id) FROM source").fetchone()[0]
        self._next = (highest or 0) + 1
        return connection

    def add(self, fetched: Fetched, progress: Callable[[int], None]) -> Filled:
        """Read a fetched source in. Raises `Damaged`, and then has added nothing of it."""
        source = self._source_id(fetched.name)
        try:
            filled = self._fill(source, fetched, progress)
        except Damaged:
            self._forget(source)
            raise
        self._record(source, fetched, filled)
        return filled

    def take_over(self, name: str, when: str | None = None) -> bool:
        """Copy a source from the file that was there; returns whether it was. Raises `Damaged` where the old file is.

        `when` is given where it was asked for again and was the same: as of then it is up to date.
        """
        if self._old is None:
            return False
        try:
            row = self._old.execute("SELECT * FROM source WHERE name = ?", (name,)).fetchone()
            if row is None:
                return False
            self._copy(self._old, row[0], name)
            self._insert("source", [row])
        except BROKEN as error:
            raise Damaged(f"{name} cannot be taken over from the data that was there ({error})") from None
        if when is not None:
            self._connection.execute("UPDATE source SET fetched = ? WHERE name = ?", (when, name))
        return True

    def finish(self) -> None:
        """Complete the file and close it."""
        self._connection.execute("COMMIT")
        self._connection.close()
        self.close()

    def close(self) -> None:
        """Close what is open; a file that was not finished is of no use."""
        self._connection.close()
        if self._old is not None:
            self._old.close()

    def _source_id(self, name: str) -> int:
        """Return the id a source had before, so that what others refer to stays; a new one else."""
        row = self._old.execute("SELECT id FROM source WHERE name = ?", (name,)).fetchone() if self._old else None
        if row is not None:
            return int(row[0])
        self._next += 1
        return self._next - 1

    def _forget(self, source: int) -> None:
        """Undo what was added of a source. (There is no journal to do it: this goes by its ids.)"""
        low, high = source << SOURCE_BITS, (source + 1) << SOURCE_BITS
        self._connection.execute("DELETE FROM advisory WHERE id >= ? AND id < ?", (low, high))
        self._connection.execute("DELETE FROM alias WHERE advisory >= ? AND advisory < ?", (low, high))
        self._connection.execute(
            "DELETE FROM package WHERE scope IN (SELECT id FROM scope WHERE source = ?)", (source,)
        )
        self._connection.execute("DELETE FROM scope WHERE source = ?", (source,))
        self._connection.execute("DROP TABLE IF EXISTS temp.staged")

    def _fill(self, source: int, fetched: Fetched, progress: Callable[[int], None]) -> Filled:
        if fetched.name == KEV:
            rows = exploited(fetched.path)
            self._insert("exploited", {row[0]: row for row in rows}.values())
            return Filled(records=len(rows))
        if fetched.name == EPSS:
            chances = dict(likelihoods(fetched.path))
            self._insert("likelihood", chances.items())
            return Filled(records=len(chances))
        filling = _Filling(self._connection, source, fetched.name)
        return filling.run(records(fetched.path, filling.filled.bad), progress)

    def _record(self, source: int, fetched: Fetched, filled: Filled) -> None:
        row = (
            source, fetched.name, filled.records, filled.withdrawn, filled.bad.count, fetched.when, filled.newest,
            fetched.size, fetched.sha256, fetched.etag, fetched.modified, fetched.url,
            content(self._connection, source, fetched.name),
        )  # fmt: skip
        self._insert("source", [row])

    def _copy(self, old: sqlite3.Connection, source: int, name: str) -> None:
        for table, condition in _tables(source, name):
            cursor = old.execute(f"SELECT * FROM {table} WHERE {condition}")  # noqa: S608 - our own numbers
            while rows := cursor.fetchmany(BATCH):
                self._insert(table, rows)

    def _insert(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        several = iter(rows)
        first = next(several, None)
        if first is not None:
            places = ",".join("?" * len(first))
            statement = f"INSERT OR REPLACE INTO {table} VALUES ({places})"  # noqa: S608 - names of our own tables
            self._connection.execute(statement, first)
            self._connection.executemany(statement, several)


def _tables(source: int, name: str) -> list[tuple[str, str]]:
    """Return the tables that a source fills, each with the condition for its rows."""
    if name == KEV:
        return [("exploited", "1")]
    if name == EPSS:
        return [("likelihood", "1")]
    low, high = source << SOURCE_BITS, (source + 1) << SOURCE_BITS
    return [
        ("scope", f"source = {source}"),
        ("advisory", f"id >= {low} AND id < {high}"),
        ("alias", f"advisory >= {low} AND advisory < {high}"),
        ("package", f"scope IN (SELECT id FROM scope WHERE source = {source})"),  # noqa: S608 - a number
    ]


def content(connection: sqlite3.Connection, source: int, name: str) -> str:
    """Return a digest of all rows that a source filled, to be held against what is there later."""
    import msgspec

    digest = hashlib.sha256()
    for table, condition in _tables(source, name):
        order = "2, 1" if table == "alias" else "1, 2"
        for row in connection.execute(f"SELECT * FROM {table} WHERE {condition} ORDER BY {order}"):  # noqa: S608
            digest.update(msgspec.msgpack.encode(row))
    return digest.hexdigest()


class _Filling:
    """Reads the records of one archive in."""

    def __init__(self, connection: sqlite3.Connection, source: int, name: str) -> None:
        self._connection = connection
        self._source, self._name = source, name
        self._scopes: dict[Scope, int] = {}
        self._distribution = name.partition(":")[0] in DISTRIBUTIONS
        self.filled = Filled()

    def run(self, found: Iterator[Record], progress: Callable[[int], None]) -> Filled:
        """Read all records; `progress` is told how many so far."""
        execute = self._connection.execute
        execute("PRAGMA temp_store=FILE")
        execute("CREATE TEMP TABLE staged (scope INTEGER, name TEXT, advisory INTEGER, ceiling BLOB, entry BLOB)")
        for record in found:
            if record.withdrawn:
                self.filled.withdrawn += 1
                continue
            self._add(record)
            if self.filled.records % BATCH == 0:
                progress(self.filled.records)
        self._pack()
        execute("DROP TABLE temp.staged")
        return self.filled

    def _add(self, record: Record) -> None:
        row = (self._source << SOURCE_BITS) + self.filled.records
        self.filled.records += 1
        self.filled.newest = max(self.filled.newest, record.modified[:19])
        condensed = kept.condensed(record, self._distribution)
        self._connection.execute("INSERT INTO advisory VALUES (?, ?)", (row, kept.packed(condensed)))
        staged = [
            (self._scope(scope), name, row, ceiling(entry), encoded(entry))
            for scope, name, entry in entries(record, self._name, row)
        ]
        self._connection.executemany("INSERT INTO temp.staged VALUES (?, ?, ?, ?, ?)", staged)
        if kept.rates(condensed):
            names = {alias_number(name) for name in condensed.ids}
            self._connection.executemany("INSERT OR IGNORE INTO alias VALUES (?, ?)", [(name, row) for name in names])

    def _scope(self, scope: Scope) -> int:
        """Return the id of a scope, unique among those of all sources."""
        return self._scopes.setdefault(scope, (self._source << 16) + len(self._scopes))

    def _pack(self) -> None:
        """Write the entries of each package as one row."""
        packages: dict[int, int] = dict.fromkeys(self._scopes.values(), 0)
        counts = dict(packages)
        ordered = self._connection.execute(
            "SELECT scope, name, ceiling, entry FROM temp.staged ORDER BY scope, name, advisory"
        )
        for (scope, name), rows in groupby(ordered, key=lambda row: (row[0], row[1])):
            several = list(rows)
            blobs = [row[3] for row in several]
            ceilings = [row[2] for row in several]
            highest = b"" if b"" in ceilings else max(ceilings)
            packages[scope] += 1
            counts[scope] += len(blobs)
            self._connection.execute("INSERT INTO package VALUES (?, ?, ?, ?)", (scope, name, highest, joined(blobs)))
        scopes = [
            (id, self._source, scope.family, scope.release, packages[id], counts[id])
            for scope, id in self._scopes.items()
        ]
        self._connection.executemany("INSERT INTO scope VALUES (?, ?, ?, ?, ?, ?)", scopes)
