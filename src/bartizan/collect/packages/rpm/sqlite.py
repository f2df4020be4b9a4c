"""Rows of a SQLite database that is in a tree: opened from its bytes, for what is scanned is not written to.

What was committed to a write-ahead log beside it is applied first. A database made to do harm can do none: nothing of
it runs but a query of a plain table, within a bound of steps.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from bartizan.collect.packages.rpm.header import Malformed

_MAGIC = b"SQLite format 3\0"
_STEPS = 20_000_000
"""Instructions of SQLite's machine until it is stopped: about a second."""
_PAGE_ONE = 100
"""Bytes of the file's own header."""
_WAL_HEAD = struct.Struct(">8I")
_FRAME = struct.Struct(">6I")


def rows(data: bytes, log: bytes, table: str, columns: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    """Yield rows of a table; raises `Malformed`, also after some rows where the rest is damaged."""
    if data[:16] != _MAGIC:
        raise Malformed("it does not begin as a SQLite database")
    image = _committed(data, log)
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(image)
            connection.text_factory = lambda text: text.decode("utf-8", "replace")
            connection.execute("PRAGMA trusted_schema=OFF")
            connection.execute("PRAGMA query_only=ON")
            connection.set_progress_handler(lambda: 1, _STEPS)
            found = connection.execute("SELECT type FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
            if found != ("table",):
                raise Malformed(f"it has no table {table}")
            names = ", ".join(f'"{column}"' for column in columns)
            yield from connection.execute(f'SELECT {names} FROM "{table}"')  # noqa: S608  # both are constants of ours
    except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter where SQLite quotes what is damaged
        raise Malformed(str(error)) from None
    if len(image) < _told_size(image):
        raise Malformed("it ends before its last page; the file is cut short")


def _told_size(image: bytearray) -> int:
    """Return the size that a database says to have, 0 where that is out of date."""
    if len(image) < _PAGE_ONE or image[24:28] != image[92:96]:
        return 0
    size, pages = int.from_bytes(image[16:18], "big"), int.from_bytes(image[28:32], "big")
    return (65536 if size == 1 else size) * pages


def _committed(data: bytes, log: bytes) -> bytearray:
    """Return a database with the committed pages of its log, and as one that has none."""
    image = bytearray(data)
    most = len(data) + len(log)
    for number, page in _frames(log):
        end = number * len(page)
        if len(image) < end <= most:
            image.extend(bytes(end - len(image)))
        if end <= most:
            image[end - len(page) : end] = page
    image[18:20] = b"\x01\x01"  # read and written without a log: SQLite opens no database of the other kind in memory
    return image


def _frames(log: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield number and bytes of each page up to the last commit. Source: https://sqlite.org/fileformat2.html#walformat

    Frames of an earlier log that was begun anew have other salts, and end it.
    """
    if len(log) < _WAL_HEAD.size:
        return
    magic, _, size, _, salt, other, _, _ = _WAL_HEAD.unpack_from(log)
    if magic & ~1 != 0x377F0682 or not 512 <= size <= 65536:
        return
    pending: list[tuple[int, bytes]] = []
    at = _WAL_HEAD.size
    while at + _FRAME.size + size <= len(log):
        number, commit, own, own_other, _, _ = _FRAME.unpack_from(log, at)
        if (own, own_other) != (salt, other) or not number:
            return
        pending.append((number, log[at + _FRAME.size : at + _FRAME.size + size]))
        at += _FRAME.size + size
        if commit:
            yield from pending
            pending = []
