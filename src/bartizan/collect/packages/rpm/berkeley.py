"""Headers in a hash of Berkeley DB: `Packages`, rpm's database until 2020.

Pages of one size; the first tells how buckets are found, each bucket is a chain of pages of keys and values, and a
value too large for a page is a chain of pages of its own. In either byte order. Source: rpm's lib/backend/bdb_ro.cc,
which reads the same.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from bartizan.collect.packages.rpm.header import Malformed

_MAGIC = b"\x00\x06\x15\x61"
_VERSIONS = range(8, 11)
_BUCKETS = 8
"""Type of the first page. The types of pages of keys and values are 2 and 13, of those for large values 7."""
_HASH, _OVERFLOW = (2, 13, 8), 7
_INLINE, _OUTSIDE = 1, 3
_HEAD = 26
_LARGEST = 256 * 1024 * 1024


@dataclass(slots=True)
class _Hash:
    """A hash that is open."""

    stream: BinaryIO
    order: str
    """`<` or `>`, as `struct` has it."""
    size: int
    """Bytes of a page."""
    last: int
    buckets: int
    spares: tuple[int, ...]

    def page(self, number: int) -> bytes:
        """Return a page; raises `Malformed`."""
        if not 0 < number <= self.last:
            raise Malformed(f"it points to page {number}, and has {self.last}")
        self.stream.seek(number * self.size)
        page = self.stream.read(self.size)
        if len(page) < self.size:
            raise Malformed(f"page {number} lies behind its end; the file is cut short")
        if self.number(page, 8) != number:
            raise Malformed(f"page {number} says to be another")
        return page

    def number(self, page: bytes, at: int) -> int:
        """Return the number of 32 bits at a place."""
        return int(struct.unpack_from(f"{self.order}I", page, at)[0])

    def half(self, page: bytes, at: int) -> int:
        """Return the number of 16 bits at a place."""
        return int(struct.unpack_from(f"{self.order}H", page, at)[0])


def headers(stream: BinaryIO) -> Iterator[bytes | Malformed]:
    """Yield each package's header, or what is wrong with its place; raises `Malformed` for no such database."""
    hash = _opened(stream)
    seen: set[int] = set()
    for bucket in range(hash.buckets + 1):
        number = bucket + hash.spares[bucket.bit_length()]
        while number:
            if number in seen:
                yield Malformed(f"its pages go round in a circle at page {number}")
                break
            seen.add(number)
            try:
                page = hash.page(number)
            except Malformed as error:
                yield error
                break
            yield from _values(hash, page)
            number = hash.number(page, 16)


def _opened(stream: BinaryIO) -> _Hash:
    meta = stream.read(512)
    order = {_MAGIC: ">", _MAGIC[::-1]: "<"}.get(meta[12:16])
    if len(meta) < 512 or order is None:
        raise Malformed("it does not begin as a hash of Berkeley DB")
    number = struct.Struct(f"{order}I").unpack_from
    version, size, last, buckets = number(meta, 16)[0], number(meta, 20)[0], number(meta, 32)[0], number(meta, 72)[0]
    if version not in _VERSIONS or meta[25] != _BUCKETS:
        raise Malformed(f"it is a Berkeley DB of version {version}, which rpm would not read")
    if size not in (512, 1024, 2048, 4096, 8192, 16384, 32768, 65536) or buckets > last:
        raise Malformed(f"it says to have {last} pages of {size} bytes and {buckets} buckets")
    if meta[24]:
        raise Malformed("it is encrypted")
    return _Hash(stream, order, size, last, buckets, (*struct.unpack_from(f"{order}32I", meta, 96), 0))


def _values(hash: _Hash, page: bytes) -> Iterator[bytes | Malformed]:
    """Yield the values of a page of keys and values: of its entries, which go downwards, each second."""
    if page[25] not in _HASH:
        yield Malformed(f"page {hash.number(page, 8)} is not of keys and values")
        return
    count = hash.half(page, 20)
    if _HEAD + 2 * count > hash.size:
        yield Malformed(f"page {hash.number(page, 8)} says to have {count} entries")
        return
    places = [hash.half(page, _HEAD + 2 * index) for index in range(count)]
    for key, value in zip(places[::2], places[1::2], strict=False):
        try:
            found = _value(hash, page, value, key - value)
        except Malformed as error:
            yield error
            continue
        if len(found) > 4:  # the first entry counts the packages
            yield found


def _value(hash: _Hash, page: bytes, at: int, length: int) -> bytes:
    if length <= 0 or at + length > hash.size:
        raise Malformed(f"an entry of page {hash.number(page, 8)} ends outside of it")
    if page[at] == _INLINE:
        return page[at + 1 : at + length]
    if page[at] == _OUTSIDE and length == 12:
        return _large(hash, hash.number(page, at + 4), hash.number(page, at + 8))
    raise Malformed(f"an entry of page {hash.number(page, 8)} is of a kind that rpm does not write")


def _large(hash: _Hash, number: int, length: int) -> bytes:
    """Return a value that has pages of its own: each holds at least a byte, so that a circle of them ends."""
    if length > min(_LARGEST, (hash.last + 1) * hash.size):
        raise Malformed(f"a value says to have {length} bytes, more than the file")
    parts: list[bytes] = []
    while length > 0:
        page = hash.page(number)
        held = hash.half(page, 22)
        if page[25] != _OVERFLOW or not 0 < held <= min(length, hash.size - _HEAD):
            raise Malformed(f"page {number} does not go on with a value as it should")
        parts.append(page[_HEAD : _HEAD + held])
        length -= held
        number = hash.number(page, 16)
    return b"".join(parts)
