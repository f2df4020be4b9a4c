"""Sparse files in tar archives: where their data goes, and the holes between.

Source: the GNU tar manual, "Storing Sparse Files": the old GNU form and pax 0.0, 0.1 and 1.0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

_BLOCK = 512
_HOLE = bytes(1 << 16)
_MOST = 1 << 17
"""Pieces of a sparse file."""


@dataclass(frozen=True, slots=True)
class Sparse:
    """Where the pieces of a sparse file begin, and how long they are."""

    pieces: tuple[tuple[int, int], ...]

    def filled(self, stored: Iterator[bytes], size: int) -> Iterator[bytes]:
        """Yield the content of a file of `size` bytes from what is stored of it, holes as zeros."""
        at = 0
        rest = b""
        for offset, length in self.pieces:
            yield from _zeros(offset - at)
            at = offset + length
            while length:
                rest = rest or next(stored, b"")
                if not rest:
                    return
                yield rest[:length]
                rest, length = rest[length:], max(0, length - len(rest))
        yield from _zeros(size - at)


def _zeros(count: int) -> Iterator[bytes]:
    while count > 0:
        yield _HOLE[:count]
        count -= len(_HOLE)


def _sparse(numbers: list[int]) -> Sparse:
    pieces = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    at = 0
    for offset, length in pieces:
        if offset < at or length < 0:
            raise ValueError("pieces overlap")
        at = offset + length
    return Sparse(pieces)


def old_map(header: bytes, more: Callable[[], bytes], number: Callable[[bytes], int]) -> Sparse:
    """Return the map in an old GNU header and the blocks after it; raises `ValueError`."""
    numbers: list[int] = []
    part, count, flag = header[386:482], 4, header[482]
    while True:
        for at in range(0, count * 24, 24):
            if part[at]:
                numbers += (number(part[at : at + 12]), number(part[at + 12 : at + 24]))
        if not flag:
            return _sparse(numbers)
        block = more()
        if len(block) < _BLOCK or len(numbers) > 2 * _MOST:
            raise ValueError("the map has no end")
        part, count, flag = block, 21, block[504]


def pax_map(text: bytes) -> Sparse:
    """Return the map in the attributes of pax 0.0 and 0.1; raises `ValueError`."""
    return _sparse([_digits(part) for part in text.split(b",")] if text else [])


def headed_map(take: Callable[[int], bytes], stored: int) -> tuple[Sparse, int]:
    """Return the map that stands before the data in pax 1.0, and the bytes it takes; raises `ValueError`."""
    count, _, rest = take(_BLOCK).partition(b"\n")
    wanted, used = 2 * _digits(count), _BLOCK
    if wanted > 2 * _MOST:
        raise ValueError("there are too many pieces")
    numbers: list[int] = []
    while True:
        *lines, rest = rest.split(b"\n")
        numbers += map(_digits, lines[: wanted - len(numbers)])
        if len(numbers) >= wanted:
            return _sparse(numbers), used
        if used + _BLOCK > stored:
            raise ValueError("the map has no end")
        rest += take(_BLOCK)
        used += _BLOCK


def _digits(text: bytes) -> int:
    if not text.isdigit() or len(text) > 19:
        raise ValueError("no number")
    return int(text)
