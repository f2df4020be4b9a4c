"""Keeps Hyperscan's database between runs: to make it takes seconds, to load it less than one thousandth of one.

It is machine data that is trusted when it is loaded. So it is read only from a folder that nobody else can write to,
and only whole.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

from bartizan.collect.replacing import replacing

_SUM = 32
"""Bytes of the checksum that a file begins with."""


def digest_of(version: str, sought: Sequence[tuple[int, bytes, int]]) -> str:
    """Return a name for the database of some expressions, each with its number and flags."""
    return hashlib.sha256(repr((version, sought)).encode()).hexdigest()[:32]


def kept(folder: Path | None, key: str, hyperscan: ModuleType) -> Any:
    """Return a database that was kept; None where there is none that fits this machine."""
    if folder is None or not _private(folder):
        return None
    try:
        data = _file(folder, key).read_bytes()
        if hashlib.sha256(data[_SUM:]).digest() != data[:_SUM]:
            return None
        database = hyperscan.loadb(data[_SUM:], hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
        return database
    except (OSError, hyperscan.error):
        return None


def keep(folder: Path | None, key: str, database: Any, hyperscan: ModuleType) -> None:
    """Keep a database in the place of earlier ones; a folder that cannot be written to keeps nothing."""
    if folder is None:
        return
    data = hyperscan.dumpb(database)
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with replacing(_file(folder, key)) as new:
            new.write_bytes(hashlib.sha256(data).digest() + data)
        for other in set(folder.glob("hyperscan-*.db")) - {_file(folder, key)}:
            other.unlink(missing_ok=True)


def _file(folder: Path, key: str) -> Path:
    return folder / f"hyperscan-{key}.db"


def _private(folder: Path) -> bool:
    try:
        status = folder.stat()
    except OSError:
        return False
    return status.st_uid == os.getuid() and not status.st_mode & 0o022
