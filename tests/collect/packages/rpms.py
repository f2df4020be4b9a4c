"""Databases of rpm, byte by byte: headers, and the forms that keep them."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Mapping, Sequence
from contextlib import closing

from bartizan.collect.packages.rpm import header

Value = str | Sequence[str] | Sequence[int]


def blob(tags: Mapping[int, Value]) -> bytes:
    """Return a header: text as type 6, texts as 8, numbers as 4."""
    entries, data = b"", b""
    for tag, value in sorted(tags.items()):
        if isinstance(value, str):
            kind, count, body = 6, 1, value.encode() + b"\0"
        elif value and isinstance(value[0], int):
            data += bytes(-len(data) % 4)
            kind, count, body = 4, len(value), struct.pack(f">{len(value)}I", *value)
        else:
            kind, count, body = 8, len(value), b"".join(str(each).encode() + b"\0" for each in value)
        entries += struct.pack(">IIII", tag, kind, len(data), count)
        data += body
    return struct.pack(">II", len(tags), len(data)) + entries + data


OPENSSL = blob(
    {
        header.NAME: "openssl",
        header.VERSION: "3.0.7",
        header.RELEASE: "24.el9",
        header.EPOCH: [1],
        header.ARCHITECTURE: "x86_64",
        header.LICENSE: "Apache-2.0",
        header.SOURCE: "openssl-3.0.7-24.el9.src.rpm",
        header.PROVIDES: ["openssl", "openssl(x86-64)"],
        header.REQUIRES: [
            "libcrypto.so.3()(64bit)",
            "/bin/sh",
            "rpmlib(CompressedFileNames)",
            "(coreutils if systemd)",
        ],
        header.REQUIRE_FLAGS: [0, 0, 0, 0],
    }
)
LIBS = blob(
    {
        header.NAME: "openssl-libs",
        header.VERSION: "3.0.7",
        header.RELEASE: "24.el9",
        header.EPOCH: [1],
        header.ARCHITECTURE: "x86_64",
        header.SOURCE: "openssl-3.0.7-24.el9.src.rpm",
        header.PROVIDES: ["libcrypto.so.3()(64bit)", "libssl.so.3()(64bit)"],
    }
)
BASH = blob(
    {
        header.NAME: "bash",
        header.VERSION: "5.1.8",
        header.RELEASE: "9.el9",
        header.ARCHITECTURE: "x86_64",
        header.SOURCE: "bash-5.1.8-9.el9.src.rpm",
        header.BASE_NAMES: ["bash", "sh"],
        header.DIRECTORY_NAMES: ["/usr/bin/", "/bin/"],
        header.DIRECTORY_INDEXES: [0, 1],
        header.MODULE: "shells:5:8060020220101:abcdef",
    }
)
KEY = blob({header.NAME: "gpg-pubkey", header.VERSION: "fd431d51", header.RELEASE: "4ae0493b"})
ALL = [OPENSSL, LIBS, BASH, KEY]


def sqlite(blobs: Sequence[bytes]) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE Packages (hnum INTEGER PRIMARY KEY AUTOINCREMENT, blob BLOB NOT NULL)")
        connection.executemany("INSERT INTO Packages (blob) VALUES (?)", [(each,) for each in blobs])
        connection.commit()
        return connection.serialize()


def ndb(blobs: Sequence[bytes]) -> bytes:
    slots, data, at = b"", b"", 4096 // 16
    for index, each in enumerate(blobs, 1):
        size = -(-(16 + len(each) + 12) // 16)
        slots += struct.pack("<4sIII", b"Slot", index, at, size)
        head = struct.pack("<4sIII", b"BlbS", index, 1, len(each))
        data += (head + each).ljust(size * 16 - 12, b"\0") + struct.pack("<II4s", 0, len(each), b"BlbE")
        at += size
    head = struct.pack("<4sIIII", b"RpmP", 0, 1, 1, len(blobs) + 1).ljust(32, b"\0")
    return (head + slots).ljust(4096, b"\0") + data


def berkeley(blobs: Sequence[bytes], order: str = "<", size: int = 512) -> bytes:
    """Return a hash of one bucket whose values, but for the count of packages, have pages of their own."""
    pages: dict[int, bytes] = {}
    items: list[bytes] = []
    free = 2
    pairs = [(struct.pack(f"{order}I", 0), struct.pack(f"{order}I", len(blobs)))]
    for key, value in pairs:
        items += [b"\x01" + key, b"\x01" + value]
    for index, each in enumerate(blobs, 1):
        items += [
            b"\x01" + struct.pack(f"{order}I", index),
            b"\x03\0\0\0" + struct.pack(f"{order}II", free, len(each)),
        ]
        free = _overflow(pages, each, free, order, size)
    pages[1] = _of_items(items, 1, order, size)
    meta = struct.pack(f"{order}8xIIIIBBBBII", 0, 0x61561, 9, size, 0, 8, 0, 0, 0, free - 1)
    meta = meta.ljust(72, b"\0") + struct.pack(f"{order}III", 0, 1, 0)
    meta = meta.ljust(96, b"\0") + struct.pack(f"{order}32I", 1, *([1] * 31))
    return meta.ljust(size, b"\0") + b"".join(pages[number] for number in sorted(pages))


def _overflow(pages: dict[int, bytes], value: bytes, number: int, order: str, size: int) -> int:
    room = size - 26
    parts = [value[at : at + room] for at in range(0, len(value), room)]
    for index, part in enumerate(parts):
        following = number + 1 if index + 1 < len(parts) else 0
        head = struct.pack(f"{order}8xIIIHHBB", number, 0, following, 1, len(part), 0, 7)
        pages[number] = (head + part).ljust(size, b"\0")
        number += 1
    return number


def _of_items(items: list[bytes], number: int, order: str, size: int) -> bytes:
    places, body, at = b"", b"", size
    for item in items:
        at -= len(item)
        places += struct.pack(f"{order}H", at)
        body = item + body
    head = struct.pack(f"{order}8xIIIHHBB", number, 0, 0, len(items), at, 0, 13)
    return (head + places).ljust(at, b"\0") + body
