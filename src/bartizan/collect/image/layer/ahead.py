"""Reads ahead in a thread, a bounded number of pieces: decompressing and hashing let go of the interpreter's lock."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, Full, Queue
from threading import Event

_PIECES = 8
_MOMENT = 0.05
"""Seconds between looks at whether to stop."""


class Ahead:
    """Pieces that are made while those before them are used; what is raised there is raised here."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._queue: Queue[bytes | None] = Queue(_PIECES)
        self._stopped = Event()
        self._pool = ThreadPoolExecutor(1, "layer")
        self._filled = self._pool.submit(self._fill)

    def __iter__(self) -> Iterator[bytes]:
        """Yield the pieces."""
        while (piece := self._queue.get()) is not None:
            yield piece
        self._filled.result()

    def close(self) -> None:
        """Stop, whether or not all was used, and wait for the thread: processes are forked only where there is none."""
        self._stopped.set()
        while not self._filled.done():
            try:
                self._queue.get(timeout=_MOMENT)
            except Empty:
                continue
        self._pool.shutdown()

    def _fill(self) -> None:
        try:
            for piece in self._pieces:
                if not self._put(piece):
                    return
        finally:
            self._put(None)

    def _put(self, piece: bytes | None) -> bool:
        while not self._stopped.is_set():
            try:
                self._queue.put(piece, timeout=_MOMENT)
            except Full:
                continue
            return True
        return False
