"""The spool: one private file for all contents that are kept of an image, one behind the other."""

from __future__ import annotations

import io
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

SMALL = 1 << 20
"""Bytes up to which a content is read whole when it is opened."""


class NoRoom(Exception):
    """The spool cannot grow: what the system says."""


class Spool:
    """Contents as they are written. `start` begins one, `drop` forgets the one that was begun last."""

    def __init__(self) -> None:
        self._descriptor, name = tempfile.mkstemp(prefix="bartizan-", suffix=".spool")  # only its owner may read it
        self.path = Path(name)
        self._end = 0
        self._started = 0

    def start(self) -> int:
        """Return where the next content begins."""
        self._started = self._end
        return self._end

    def add(self, data: bytes) -> None:
        """Write a part of the content; raises `NoRoom`."""
        try:
            while data:
                done = os.pwrite(self._descriptor, data, self._end)
                self._end += done
                data = data[done:]
        except OSError as error:
            raise NoRoom(error.strerror or str(error)) from None

    def drop(self) -> None:
        """Take back what was written of the content that was begun last."""
        self._end = self._started

    def close(self) -> None:
        """Delete the file."""
        os.close(self._descriptor)
        self.path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a content is in the spool."""

    spool: Path
    start: int
    size: int

    def open(self) -> BinaryIO:
        """Open it to read at any position; raises `OSError`."""
        if self.size <= SMALL:
            with open(self.spool, "rb", buffering=0) as file:
                return io.BytesIO(os.pread(file.fileno(), self.size, self.start))
        return cast("BinaryIO", io.BufferedReader(_Window(self)))


class _Window(io.RawIOBase):
    """A part of a file, as a file."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._file = open(kept.spool, "rb", buffering=0)  # noqa: SIM115 - closed with the window
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        view = memoryview(buffer)
        wanted = max(0, min(len(view), self._kept.size - self._at))
        data = os.pread(self._file.fileno(), wanted, self._kept.start + self._at)
        view[: len(data)] = data
        self._at += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._kept.size}[whence]
        if base + offset < 0:
            raise OSError("a position before the beginning")
        self._at = base + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        self._file.close()
        super().close()
