"""Executables made byte by byte: ELF, PE and Mach-O with one section that tells something."""

from __future__ import annotations

import json
import struct
import zlib
from typing import Any

MAGIC = b"\xff Go buildinf:"
FRAME = b"\x30\x77\xaf\x0c\x92\x74\x08\x02\x41\xe1\xc1\x07\xe6\xd6\x18\xe6"
FRAME_END = b"\xf9\x32\x43\x31\x86\x18\x20\x72\x00\x82\x42\x10\x41\x16\xd8\xf2"
MODULES = (
    "path\texample.com/app/cmd\n"
    "mod\texample.com/app\tv1.2.3\th1:AAA=\n"
    "dep\tgithub.com/a/b\tv0.1.0\th1:BBB=\n"
    "dep\tgithub.com/c/d\tv0.2.0\n"
    "=>\tgithub.com/e/f\tv0.3.0\th1:CCC=\n"
    "dep\tgithub.com/g/h\tv0.4.0\n"
    "=>\t./local\t\n"
    "build\t-compiler=gc\n"
)
BASE = 0x400000


def counted(text: bytes) -> bytes:
    length, head = len(text), b""
    while length >= 0x80:
        head += bytes([length & 0x7F | 0x80])
        length >>= 7
    return head + bytes([length]) + text


def framed(modules: str) -> bytes:
    return FRAME + modules.encode() + FRAME_END if modules else b""


def inline(version: str = "go1.22.3", modules: str = MODULES) -> bytes:
    """Return build info as Go 1.18 and later write it."""
    return (MAGIC + bytes([0, 2])).ljust(32, b"\0") + counted(version.encode()) + counted(framed(modules))


def pointing(address: int, version: str = "go1.16.5", modules: str = MODULES, order: str = "<", size: int = 8) -> bytes:
    """Return build info as it was written before: pointers to headers of strings. `address` is where it is loaded."""
    form = order + ("Q" if size == 8 else "I")
    texts = [version.encode(), framed(modules)]
    headers = 32 + 2 * 2 * size
    places = [headers, headers + len(texts[0])]
    head = MAGIC + bytes([size, 1 if order == ">" else 0])
    head += struct.pack(form, address + 32) + struct.pack(form, address + 32 + 2 * size)
    head = head.ljust(32, b"\0")
    for place, text in zip(places, texts, strict=True):
        head += struct.pack(form, address + place) + struct.pack(form, len(text))
    return head + b"".join(texts)


def audited(*entries: dict[str, Any]) -> bytes:
    """Return a list of crates as cargo-auditable writes it."""
    return zlib.compress(json.dumps({"packages": list(entries)}).encode())


def elf(section: str, data: bytes, order: str = "<", wide: bool = True) -> bytes:
    """Return an ELF file with one segment, and sections unless `section` is empty. The data begins at 0x200."""
    start = 0x200
    names = b"\0" + section.encode() + b"\0.shstrtab\0"
    body = data + names
    table = start + len(body)
    count = 3 if section else 0
    ident = b"\x7fELF" + bytes([2 if wide else 1, 1 if order == "<" else 2, 1]) + bytes(9)
    if wide:
        head = struct.pack(
            order + "HHIQQQIHHHHHH", 2, 62, 1, BASE, 64, table, 0, 64, 56, 1, 64, count, 2 if count else 0
        )
        program = struct.pack(order + "IIQQQQQQ", 1, 6, start, BASE + start, 0, len(data), len(data), 16)
        form = order + "IIQQQQIIQQ"
    else:
        head = struct.pack(
            order + "HHIIIIIHHHHHH", 2, 3, 1, BASE, 52, table, 0, 52, 32, 1, 40, count, 2 if count else 0
        )
        program = struct.pack(order + "IIIIIIII", 1, start, BASE + start, 0, len(data), len(data), 6, 16)
        form = order + "IIIIIIIIII"
    rows = [
        (0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        (1, 1, 3, BASE + start, start, len(data), 0, 0, 16, 0),
        (2 + len(section), 3, 0, 0, start + len(data), len(names), 0, 0, 1, 0),
    ]
    return (
        (ident + head + program).ljust(start, b"\0") + body + b"".join(struct.pack(form, *row) for row in rows[:count])
    )


def pe(section: str, data: bytes) -> bytes:
    """Return a PE file (64 bits) with one section, at 0x200 and the relative address 0x1000."""
    head = b"MZ".ljust(60, b"\0") + struct.pack("<I", 64)
    head += b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, 112, 0x22)
    head += (struct.pack("<H", 0x20B) + bytes(22) + struct.pack("<Q", BASE)).ljust(112, b"\0")
    name = section.encode().ljust(8, b"\0")[:8]
    head += struct.pack("<8sIIIIIIHHI", name, len(data), 0x1000, len(data), 0x200, 0, 0, 0, 0, 0xC0000040)
    return head.ljust(0x200, b"\0") + data


def mach(section: str, data: bytes) -> bytes:
    """Return a Mach-O file (64 bits) with one section, at 0x200."""
    start = 0x200
    part = struct.pack(
        "<16s16sQQIIIIIIII", section.encode(), b"__DATA", BASE + start, len(data), start, 4, 0, 0, 0, 0, 0, 0
    )
    segment = struct.pack(
        "<II16sQQQQiiII", 0x19, 72 + 80, b"__DATA", BASE + start, len(data), start, len(data), 3, 3, 1, 0
    )
    head = struct.pack("<IIIIIIII", 0xFEEDFACF, 0x01000007, 3, 2, 1, len(segment + part), 0, 0)
    return (head + segment + part).ljust(start, b"\0") + data


def fat(inner: bytes) -> bytes:
    """Return a Mach-O file for several processors, of which it has one."""
    head = struct.pack(">IIIIIII", 0xCAFEBABE, 1, 0x01000007, 3, 0x1000, len(inner), 12)
    return head.ljust(0x1000, b"\0") + inner
