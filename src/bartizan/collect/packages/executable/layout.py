"""Where the sections and segments of ELF, PE and Mach-O files are, read from their headers alone.

Sources: the System V ABI (ELF), Microsoft's PE format, Apple's `mach-o/loader.h` and `fat.h`.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO, Literal

MAX_HEADERS = 4096
"""Sections, segments or load commands that are looked at."""
MAX_NAMES = 1024 * 1024
Order = Literal["<", ">"]


class Broken(Exception):
    """An executable whose headers lead nowhere."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file, and the address it is loaded at."""

    name: str
    offset: int
    size: int
    address: int
    writable: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections of an executable, and the segments that are loaded."""

    order: Order
    wide: bool
    """Whether addresses have 64 bits."""
    sections: tuple[Span, ...]
    segments: tuple[Span, ...]

    def section(self, *names: str) -> Span | None:
        """Return the first section with one of some names."""
        return next((span for span in self.sections if span.name in names), None)

    def offset(self, address: int) -> int:
        """Return where in the file an address is loaded from; raises `Broken`."""
        for span in self.segments:
            if span.address <= address < span.address + span.size:
                return span.offset + address - span.address
        raise Broken("an address in it is in no segment")


def layout(stream: BinaryIO) -> Layout | None:
    """Return the layout of an executable; None where it is none. Raises `Broken` and `OSError`."""
    stream.seek(0)
    head = stream.read(64)
    if head.startswith(b"\x7fELF"):
        return _elf(stream, head)
    if head.startswith(b"MZ"):
        return _pe(stream, head)
    if head[:4] in _MACH:
        return _mach(stream, 0)
    if head.startswith(b"\xca\xfe\xba\xbe"):
        return _fat(stream, head)
    return None


def at(stream: BinaryIO, offset: int, size: int) -> bytes:
    """Return bytes from a place in a file, all of them; raises `Broken`."""
    if offset < 0 or offset >= 1 << 62:
        raise Broken("an offset in it lies outside of it")
    stream.seek(offset)
    data = stream.read(size)
    if len(data) != size:
        raise Broken("it ends before what its headers tell of")
    return data


def _elf(stream: BinaryIO, head: bytes) -> Layout | None:
    if len(head) < 52 or head[4] not in (1, 2) or head[5] not in (1, 2):
        raise Broken("its ELF header is cut or unknown")
    order: Order = "<" if head[5] == 1 else ">"
    wide = head[4] == 2
    if wide and len(head) < 64:
        raise Broken("its ELF header is cut")
    form, start = ("QQIHHHHHH", 32) if wide else ("IIIHHHHHH", 28)
    programs, sections, _, _, psize, pcount, ssize, scount, snames = struct.unpack_from(order + form, head, start)
    return Layout(
        order,
        wide,
        _elf_sections(stream, order, wide, (sections, ssize, scount, snames)),
        _elf_segments(stream, order, wide, (programs, psize, pcount)),
    )


def _elf_sections(stream: BinaryIO, order: Order, wide: bool, where: tuple[int, int, int, int]) -> tuple[Span, ...]:
    offset, size, count, names_index = where
    least = 64 if wide else 40
    if not offset or not count or size < least or count > MAX_HEADERS:
        return ()
    data = at(stream, offset, size * count)
    form = order + ("IIQQQQ" if wide else "IIIIII")
    headers = [struct.unpack_from(form, data, index * size) for index in range(count)]
    if names_index >= count:
        return ()
    names = at(stream, headers[names_index][4], min(headers[names_index][5], MAX_NAMES))
    return tuple(
        Span(_name(names, name), start, length, address, bool(flags & 1))
        for name, kind, flags, address, start, length in headers
        if kind != 8  # SHT_NOBITS takes no room in the file
    )


def _name(names: bytes, start: int) -> str:
    return names[start : names.find(b"\0", start)].decode("utf-8", "replace") if start < len(names) else ""


def _elf_segments(stream: BinaryIO, order: Order, wide: bool, where: tuple[int, int, int]) -> tuple[Span, ...]:
    offset, size, count = where
    if not offset or not count or count > MAX_HEADERS or size < (56 if wide else 32):
        return ()
    data = at(stream, offset, size * count)
    found = []
    for index in range(count):
        if wide:
            kind, flags, start, address, _, length = struct.unpack_from(order + "IIQQQQ", data, index * size)
        else:
            kind, start, address, _, length, _, flags = struct.unpack_from(order + "IIIIIII", data, index * size)
        if kind == 1:
            found.append(Span("", start, length, address, bool(flags & 2) and not flags & 1))
    return tuple(found)


def _pe(stream: BinaryIO, head: bytes) -> Layout | None:
    if len(head) < 64:
        return None
    start = struct.unpack_from("<I", head, 60)[0]
    stream.seek(start)
    header = stream.read(24)
    if len(header) < 24 or not header.startswith(b"PE\0\0"):
        return None  # a program for DOS, or a file that happens to begin so
    count, optional = struct.unpack_from("<H", header, 6)[0], struct.unpack_from("<H", header, 20)[0]
    if count > MAX_HEADERS or optional < 32:
        raise Broken("its PE header is cut or unknown")
    body = at(stream, start + 24, optional)
    wide = body[:2] == b"\x0b\x02"
    base = struct.unpack_from("<Q", body, 24)[0] if wide else struct.unpack_from("<I", body, 28)[0]
    table = at(stream, start + 24 + optional, 40 * count)
    spans = tuple(_pe_section(table[index * 40 : index * 40 + 40], base) for index in range(count))
    return Layout("<", wide, spans, spans)


def _pe_section(header: bytes, base: int) -> Span:
    size, address, stored, offset = struct.unpack_from("<IIII", header, 8)
    flags = struct.unpack_from("<I", header, 36)[0]
    name = header[:8].rstrip(b"\0").decode("utf-8", "replace")
    return Span(name, offset, min(size, stored) or stored, base + address, bool(flags & 0x80000000))


_MACH: dict[bytes, tuple[Order, bool]] = {
    b"\xcf\xfa\xed\xfe": ("<", True),
    b"\xce\xfa\xed\xfe": ("<", False),
    b"\xfe\xed\xfa\xcf": (">", True),
    b"\xfe\xed\xfa\xce": (">", False),
}


def _mach(stream: BinaryIO, base: int) -> Layout:
    magic = at(stream, base, 4)
    if magic not in _MACH:
        raise Broken("a part of it for one processor is no Mach-O file")
    order, wide = _MACH[magic]
    count, size = struct.unpack(order + "II", at(stream, base + 16, 8))
    if count > MAX_HEADERS or size > MAX_NAMES:
        raise Broken("its Mach-O header is cut or unknown")
    commands = at(stream, base + (32 if wide else 28), size)
    sections: list[Span] = []
    segments: list[Span] = []
    place = 0
    for _ in range(count):
        if place + 8 > size:
            break
        kind, length = struct.unpack_from(order + "II", commands, place)
        if length < 8:
            break
        if kind == (0x19 if wide else 0x1):
            _mach_segment(commands[place : place + length], order, wide, base, sections, segments)
        place += length
    return Layout(order, wide, tuple(sections), tuple(segments))


def _mach_segment(
    command: bytes, order: Order, wide: bool, base: int, sections: list[Span], segments: list[Span]
) -> None:
    head, form, each = (72, "QQQQIIII", 80) if wide else (56, "IIIIIIII", 68)
    if len(command) < head:
        return
    address, _, offset, size, _, protection, count, _ = struct.unpack_from(order + form, command, 24)
    segments.append(Span("", base + offset, size, address, bool(protection & 2)))
    for index in range(min(count, (len(command) - head) // each)):
        place = head + index * each
        start, length, where = struct.unpack_from(order + ("QQI" if wide else "III"), command, place + 32)
        name = command[place : place + 16].rstrip(b"\0").decode("utf-8", "replace")
        sections.append(Span(name, base + where, length, start, bool(protection & 2)))


def _fat(stream: BinaryIO, head: bytes) -> Layout | None:
    """Return the layout of the first of several executables in one file: all are built of the same."""
    count = struct.unpack_from(">I", head, 4)[0] if len(head) >= 28 else 0
    if not 0 < count < 20:  # a class of Java has its version here, which is more
        return None
    return _mach(stream, struct.unpack_from(">I", head, 16)[0])
