"""Archives of records as mirrors give them: a zip of one JSON file for each."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from bartizan.collect.advisories.errors import Damaged
from bartizan.collect.advisories.record import RECORD, Record

LARGEST = 64 * 1024 * 1024
"""Bytes of one record, above which it is none."""
NAMED = 20
"""Bad records that are named; of more, only the number is told."""


class Bad:
    """Records that could not be used: how many, and the first of them by name with the reason."""

    def __init__(self) -> None:
        self.count = 0
        self.named: list[str] = []

    def add(self, name: str, why: str) -> None:
        """Count a record that could not be used."""
        self.count += 1
        if len(self.named) < NAMED:
            self.named.append(f"{name}: {why}")


def records(path: Path, bad: Bad) -> Iterator[Record]:
    """Yield the records of an archive; what is none is counted. Raises `Damaged` where the archive itself is broken."""
    with _whole(path) as archive:
        for info in archive.infolist():
            if info.is_dir() or not info.filename.endswith(".json"):
                continue
            if info.file_size > LARGEST:
                bad.add(info.filename, f"{info.file_size} bytes are too many")
                continue
            body = archive.read(info)
            try:
                yield RECORD.decode(body)
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
                bad.add(info.filename, str(error) or "nested too deeply")


@contextmanager
def _whole(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise Damaged(f"the archive is cut short or damaged ({error})") from None
