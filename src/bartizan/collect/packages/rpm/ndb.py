"""Headers in rpm's own database form: `Packages.db`.

A table of slots says in which blocks of 16 bytes each package's header is; all numbers are little-endian.
Source: rpm's lib/backend/ndb/rpmpkg.c.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from bartizan.collect.packages.rpm.header import Malformed

_HEAD = struct.Struct("<4s4I")
_SLOT = struct.Struct("<4s3I")
_PAGE, _BLOCK, _BEGIN = 4096, 16, 32
_PAGES = 2048
"""Pages of slots at most, as rpm has it: half a million packages."""


def headers(stream: BinaryIO) -> Iterator[bytes | Malformed]:
    """Yield each package's header, or what is wrong with its place; raises `Malformed` for no such database."""
    head = stream.read(_BEGIN)
    if len(head) < _BEGIN or head[:4] != b"RpmP":
        raise Malformed("it does not begin as one of rpm's own form (ndb)")
    _, version, _, pages, _ = _HEAD.unpack_from(head)
    if version != 0 or not 0 < pages <= _PAGES:
        raise Malformed(f"it says to be version {version} with {pages} pages of slots, which rpm would not read")
    slots = stream.read(pages * _PAGE - _BEGIN)
    if len(slots) < pages * _PAGE - _BEGIN:
        yield Malformed("it ends within its table of slots; the file is cut short")
        slots = slots[: len(slots) // _SLOT.size * _SLOT.size]
    for magic, index, offset, count in _SLOT.iter_unpack(slots):
        if magic == b"Slot" and index and offset:
            yield _blob(stream, index, offset * _BLOCK, count * _BLOCK)


def _blob(stream: BinaryIO, index: int, offset: int, size: int) -> bytes | Malformed:
    stream.seek(offset)
    head = stream.read(_SLOT.size)
    if len(head) < _SLOT.size:
        return Malformed(f"package {index} lies behind its end; the file is cut short")
    magic, own, _, length = _SLOT.unpack(head)
    if magic != b"BlbS" or own != index or length > size:
        return Malformed(f"package {index} is not where its slot says")
    data = stream.read(length)
    return data if len(data) == length else Malformed(f"package {index} lies behind its end; the file is cut short")
