"""Replacing the data: one process at a time, and always all of it or nothing.

A new file is written beside the old one and takes its name in one step once it is safely on the disk. Killed before,
the old file is what it was; what was left lying is thrown away next time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bartizan.collect.advisories.errors import Busy
from bartizan.collect.replacing import replacing as replaced

_MARK = ".new-"


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the right to change the data at a path; raises `Busy` where another process has it.

    The lock goes with the process: one that was killed holds nothing.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        if not _locked(handle):
            raise Busy(f"{path} is being changed by another process; try again when it is done.")
        _sweep(path)
        yield
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        return _locked_there(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _locked_there(handle: int) -> bool:
    import importlib

    windows = importlib.import_module("msvcrt")
    try:
        windows.locking(handle, windows.LK_NBLCK, 1)
    except OSError:
        return False
    return True


def _sweep(path: Path) -> None:
    """Throw away what processes that were killed left."""
    for left in path.parent.glob(f"{path.name}{_MARK}*"):
        with suppress(OSError):
            left.unlink()


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield the path for a new file; it takes the place of the one at `path` if the block ends well."""
    with replaced(path, f"{path.name}{_MARK}") as new:
        yield new
        _settled(new)
    _settled(path.parent)


def _settled(path: Path) -> None:
    """Wait until a file, or the names in a directory, are on the disk."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except PermissionError:  # Windows opens no directories
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
