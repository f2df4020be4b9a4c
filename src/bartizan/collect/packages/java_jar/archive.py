"""A zip archive opened with bounds: on its directory, on what one entry unpacks to, and on all of them together."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

MAX_DIRECTORY = 64 * 1024 * 1024
"""Bytes of the directory of an archive: some 600,000 entries."""
MAX_ENTRY = 256 * 1024 * 1024
MAX_TEXT = 4 * 1024 * 1024
"""Bytes of a manifest or of properties."""
MAX_ALL = 2 * 1024 * 1024 * 1024
MAX_RATIO = 200
SMALL = 16 * 1024 * 1024
"""Bytes an entry may unpack to whatever its ratio."""
_END = b"PK\x05\x06"
_END64 = b"PK\x06\x06"
_TAIL = 65_557 + 76


class Damaged(Exception):
    """An archive, or an entry of it, that is not read; its text says why."""


@dataclass(slots=True)
class Budget:
    """How many bytes may still be unpacked."""

    left: int = MAX_ALL

    def take(self, size: int) -> None:
        """Use some of it up; raises `Damaged` where there is not so much left."""
        if size > self.left:
            raise Damaged(f"it unpacks to more than {MAX_ALL / 1e9:.0f} GB")
        self.left -= size


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that is open."""

    names: tuple[str, ...]
    entries: dict[str, zipfile.ZipInfo]
    source: zipfile.ZipFile
    budget: Budget

    def text(self, name: str) -> str:
        """Return an entry as text; raises `Damaged`."""
        return self._read(name, MAX_TEXT).decode("utf-8", "replace")

    def stream(self, name: str) -> BinaryIO:
        """Return an entry, unpacked, to be read at any position; raises `Damaged`."""
        return BytesIO(self._read(name, MAX_ENTRY))

    def _read(self, name: str, limit: int) -> bytes:
        entry = self.entries[name]
        if entry.file_size > limit:
            raise Damaged(f"{name} unpacks to {entry.file_size / 1e6:.0f} MB, more than the {limit / 1e6:.0f} MB read")
        if entry.file_size > SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise Damaged(f"{name} unpacks to more than {MAX_RATIO} times its size")
        self.budget.take(entry.file_size)
        try:
            with self.source.open(entry) as stream:
                data = stream.read(limit + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            raise Damaged(f"{name} cannot be unpacked ({str(error)[:120]})") from None
        if len(data) > limit:
            raise Damaged(f"{name} unpacks to more than it claims")
        return data


@contextmanager
def archive(stream: BinaryIO, budget: Budget) -> Iterator[Archive]:
    """Open an archive; raises `Damaged`."""
    _bounded(stream)
    try:
        source = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error, OverflowError) as error:
        raise Damaged(f"it is no zip archive that can be read ({str(error)[:120]})") from None
    with source:
        entries = {entry.filename: entry for entry in source.infolist() if not entry.is_dir()}
        yield Archive(tuple(entries), entries, source, budget)


def _bounded(stream: BinaryIO) -> None:
    """Raise `Damaged` where the directory of an archive is larger than is read: it is kept in memory."""
    try:
        size = stream.seek(0, 2)
        stream.seek(max(size - _TAIL, 0))
        tail = stream.read(_TAIL)
        stream.seek(0)
    except (OSError, ValueError) as error:
        raise Damaged(f"it cannot be read ({error})") from None
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + 22:
        raise Damaged("it is no zip archive, or its end is cut off")
    directory = struct.unpack_from("<I", tail, end + 12)[0]
    wide = tail.rfind(_END64, 0, end)
    if directory == 0xFFFFFFFF and wide >= 0 and len(tail) >= wide + 48:
        directory = struct.unpack_from("<Q", tail, wide + 40)[0]
    if directory > MAX_DIRECTORY:
        raise Damaged("its directory has more entries than are read")
