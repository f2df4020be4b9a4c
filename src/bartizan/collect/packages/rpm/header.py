"""Headers of packages, as rpm's databases keep them.

A header is two counts (of entries, of bytes), the entries (tag, type, offset, count) and the bytes that they point
into, all big-endian. Source: https://rpm-software-management.github.io/rpm/manual/format_header.html
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

NAME, VERSION, RELEASE, EPOCH = 1000, 1001, 1002, 1003
VENDOR, LICENSE, ARCHITECTURE, SOURCE = 1011, 1014, 1022, 1044
PROVIDES, REQUIRE_FLAGS, REQUIRES = 1047, 1048, 1049
DIRECTORY_INDEXES, BASE_NAMES, DIRECTORY_NAMES = 1116, 1117, 1118
MODULE = 5096
WANTED = frozenset(
    {
        *(NAME, VERSION, RELEASE, EPOCH, VENDOR, LICENSE, ARCHITECTURE, SOURCE, PROVIDES, REQUIRE_FLAGS, REQUIRES),
        *(DIRECTORY_INDEXES, BASE_NAMES, DIRECTORY_NAMES, MODULE),
    }
)

_INT32, _STRING, _STRINGS, _WORDS = 4, 6, 8, 9
_ENTRIES, _BYTES = 65_535, 256 * 1024 * 1024
"""What rpm itself accepts at most. Source: lib/header.c, `hdrchkTags` and `hdrchkData`."""

_ENTRY = struct.Struct(">IIII")


class Malformed(ValueError):
    """A header, or a database of them, that is not what it should be; its text says how."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where each tag's value is in a header's bytes."""

    data: bytes
    entries: dict[int, tuple[int, int, int]]
    """Type, offset and count, by tag."""

    def text(self, tag: int) -> str:
        """Return the text of a tag, empty where there is none; raises `Malformed`."""
        return next((each.decode("utf-8", "replace") for each in self.parts(tag)), "")

    def texts(self, tag: int) -> list[str]:
        """Return the texts of a tag; raises `Malformed`."""
        return [each.decode("utf-8", "replace") for each in self.parts(tag)]

    def parts(self, tag: int) -> list[bytes]:
        """Return the texts of a tag as they are; raises `Malformed`."""
        kind, offset, count = self.entries.get(tag, (_STRING, 0, 0))
        if kind not in (_STRING, _STRINGS, _WORDS) or not count:
            return []
        count = 1 if kind == _STRING else count
        found = self.data[offset:].split(b"\0", count)
        if len(found) <= count:
            raise Malformed(f"the text of tag {tag} has no end")
        return found[:count]

    def numbers(self, tag: int) -> Sequence[int]:
        """Return the numbers of a tag, none for one of another type; raises `Malformed`."""
        kind, offset, count = self.entries.get(tag, (_INT32, 0, 0))
        if kind != _INT32:
            return ()
        if offset + 4 * count > len(self.data):
            raise Malformed(f"the value of tag {tag} ends outside of the header")
        return struct.unpack_from(f">{count}I", self.data, offset)


def header(blob: bytes) -> Header:
    """Parse a header; raises `Malformed`."""
    if len(blob) < 8:
        raise Malformed("it ends before it begins")
    count, length = struct.unpack_from(">II", blob)
    begin = 8 + 16 * count
    if not 0 < count <= _ENTRIES or length > _BYTES or begin + length > len(blob):
        raise Malformed(f"it should have {count} entries and {length} bytes, and is {len(blob)} long")
    entries: dict[int, tuple[int, int, int]] = {}
    for tag, kind, offset, number in _ENTRY.iter_unpack(blob[8:begin]):
        if tag in WANTED and offset < length and number <= length:
            entries.setdefault(tag, (kind, offset, number))
    return Header(blob[begin : begin + length], entries)
