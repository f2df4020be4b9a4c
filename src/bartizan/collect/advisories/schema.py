"""The file that advisories are kept in: its tables, and how it is opened.

One SQLite file, written once and then only read: it is replaced as a whole, so a reader needs no lock and keeps what it
opened. Advisories are found by scope and name of a package in one step; all else is read for what matched.
"""

from __future__ import annotations

import sqlite3
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote

from bartizan.collect.advisories.errors import Absent, Damaged

APPLICATION = 0x42415A41
"""`BAZA`: what the file says that it is."""
VERSION = 1
"""Of the tables and of the order keys in them; a file with another one is made anew."""

TABLES = """
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, records INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL, bad INTEGER NOT NULL, fetched TEXT NOT NULL, newest TEXT NOT NULL, size INTEGER NOT NULL,
  sha256 TEXT NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL, url TEXT NOT NULL, content TEXT NOT NULL);
CREATE TABLE scope (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, family TEXT NOT NULL, release TEXT NOT NULL,
  packages INTEGER NOT NULL, entries INTEGER NOT NULL);
CREATE TABLE package (scope INTEGER NOT NULL, name TEXT NOT NULL, ceiling BLOB NOT NULL, entries BLOB NOT NULL,
  PRIMARY KEY (scope, name)) WITHOUT ROWID;
CREATE TABLE advisory (id INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE alias (name INTEGER NOT NULL, advisory INTEGER NOT NULL, PRIMARY KEY (name, advisory)) WITHOUT ROWID;
CREATE TABLE exploited (cve INTEGER PRIMARY KEY, due TEXT NOT NULL, ransomware INTEGER NOT NULL);
CREATE TABLE likelihood (cve INTEGER PRIMARY KEY, score INTEGER NOT NULL);
"""
"""Of `package`: see entry.py. `advisory.body`: see advisory.py. `likelihood.score`: in millionths."""

BROKEN = (sqlite3.Error, UnicodeDecodeError, OverflowError)
"""What a damaged file makes of reading it; even SQLite's own messages may be bytes of it."""

SOURCE_BITS = 24
"""An advisory's id is its source's shifted by as many bits, and its number there: ids of sources never meet."""
_KEPT = 32 * 1024
"""Kilobytes of the file that a reader keeps in memory."""
KEV, EPSS = "KEV", "EPSS"
"""Names of the two sources that are no ecosystem."""


def opened(path: Path) -> sqlite3.Connection:
    """Open a file of advisories for reading. Raises `Absent` or `Damaged`."""
    if not path.is_file():
        raise Absent(f"There is no advisory data at {path}; `bartizan data update` fetches it.")
    try:
        connection = sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1", uri=True)
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            connection.execute(f"PRAGMA cache_size = -{_KEPT}")
        except BROKEN:
            connection.close()
            raise
    except BROKEN as error:
        raise damaged(path, str(error)) from None
    if application != APPLICATION or version != VERSION:
        connection.close()
        raise damaged(
            path, "it is of another version of Bartizan" if application == APPLICATION else "it is another file"
        )
    return connection


def damaged(path: Path, why: str) -> Damaged:
    """Return the error for a file that cannot be relied on."""
    return Damaged(f"{path} holds no usable advisory data ({why}); `bartizan data update` makes it anew.")


def created(path: Path) -> sqlite3.Connection:
    """Make an empty file. Nothing is journalled: one that is not finished is thrown away."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(
        f"PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;"
        f"PRAGMA application_id={APPLICATION}; PRAGMA user_version={VERSION}; BEGIN; {TABLES}"
    )
    return connection


def cve_number(id: str) -> int | None:
    """Return a CVE id as a number: `CVE-2021-44228` is 202100044228; None for other ids."""
    parts = id.split("-")
    if len(parts) != 3 or parts[0] != "CVE" or not (parts[1].isdecimal() and parts[2].isdecimal()):
        return None
    year, number = parts[1], parts[2]
    return int(year) * 100_000_000 + int(number) if len(year) == 4 and len(number) <= 8 else None


def alias_number(id: str) -> int:
    """Return any id as a number of 64 bits; whoever finds something by it compares the id itself."""
    return int.from_bytes(blake2b(id.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
