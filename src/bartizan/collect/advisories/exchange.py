"""Carrying the data to machines without network: one file with a checksum, looked through before it is used.

The file is a line of JSON (`format`, `sha256` and `size` of the data) and the data, compressed by zlib.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from bartizan.collect.advisories.errors import Absent, Damaged
from bartizan.collect.advisories.store import Store
from bartizan.collect.advisories.swap import alone, replacing

FORMAT = "bartizan-advisories-1"
LARGEST = 64 << 30
CHUNK = 1 << 20
_HEAD = 4096


def export(path: Path, to: Path) -> int:
    """Write the data at a path into one file; returns its bytes. Raises `Absent`, `Damaged` and `OSError`."""
    with Store(path):
        pass
    size, digest = path.stat().st_size, hashlib.sha256()
    with replacing(to) as new, path.open("rb") as data, new.open("r+b") as stream:
        head = {"format": FORMAT, "sha256": "0" * 64, "size": size}
        stream.write(json.dumps(head).encode() + b"\n")
        press = zlib.compressobj(6)
        while chunk := data.read(CHUNK):
            digest.update(chunk)
            stream.write(press.compress(chunk))
        stream.write(press.flush())
        stream.seek(0)
        stream.write(json.dumps(head | {"sha256": digest.hexdigest()}).encode())
    return to.stat().st_size


def import_(source: Path, path: Path) -> None:
    """Put the data of a file in place of the data at a path, once it has been looked through.

    Raises `Absent` where the file is not there, `Damaged` where it is not as it was written, `Busy`.
    """
    if not source.is_file():
        raise Absent(f"There is no file {source}; `bartizan data export` on another machine writes one.")
    with alone(path), replacing(path) as new:
        with source.open("rb") as stream, new.open("wb") as out:
            head = _head(source, stream)
            digest, size = hashlib.sha256(), 0
            for chunk in _unpacked(source, stream, head["size"]):
                digest.update(chunk)
                size += len(chunk)
                out.write(chunk)
        if size != head["size"] or digest.hexdigest() != head["sha256"]:
            raise _changed(source)
        with Store(new) as store:
            wrong = [name for name, right in store.verify() if not right]
        if wrong:
            raise _changed(source)


def _head(source: Path, stream: BinaryIO) -> dict[str, Any]:
    try:
        head: Any = json.loads(stream.readline(_HEAD))
        if head["format"] == FORMAT and isinstance(head["size"], int) and 0 <= head["size"] <= LARGEST:
            return {"size": head["size"], "sha256": str(head["sha256"])}
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise Damaged(f"{source} was not written by `bartizan data export` of this version; export it again.")


def _unpacked(source: Path, stream: BinaryIO, size: int) -> Iterator[bytes]:
    """Yield the data, never more than was said."""
    press, left = zlib.decompressobj(), size
    try:
        while chunk := stream.read(CHUNK):
            while chunk and not press.eof:
                data = press.decompress(chunk, CHUNK)
                left -= len(data)
                if left < 0:
                    raise _changed(source)
                yield data
                chunk = press.unconsumed_tail
    except zlib.error:
        raise _changed(source) from None
    if not press.eof:
        raise _changed(source)


def _changed(source: Path) -> Damaged:
    return Damaged(f"{source} is not as it was written (cut short, or changed); copy it again. The data is as it was.")
