"""Decompression as a stream: gzip, zstandard, bzip2, xz or none, told by how the bytes begin.

Output is made in pieces of a bounded size whatever the input: a bomb of a few bytes never becomes many in memory.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, Protocol

PIECE = 1 << 20
"""Bytes of a piece, at most."""
_READ = 1 << 18
_GZIP, _ZSTD, _BZIP2, _XZ = b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"BZh", b"\xfd7zXZ\0"
_SKIPPABLE = b"\x2a\x4d\x18"
"""Ends of the magic number of a zstandard frame that holds no data, as seekable and chunked layers begin with."""
_WINDOW = 1 << 27
"""Bytes of memory a zstandard frame may ask for."""


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes, none at the end."""
        ...


class BadCompression(Exception):
    """Compressed data that is damaged or ends too early: a sentence without its full stop."""


def inflated(source: Readable) -> tuple[Iterator[bytes], bool]:
    """Return what a stream holds, decompressed, in pieces of at most `PIECE`, and whether it was compressed.

    Raises `OSError`, and reading the pieces `BadCompression` too.
    """
    head = source.read(_READ)
    while 0 < len(head) < len(_XZ) and (more := source.read(_READ)):
        head += more
    if head.startswith(_GZIP):
        return _gzip(head, source), True
    if head.startswith(_ZSTD) or (head[1:4] == _SKIPPABLE and head[0] & 0xF0 == 0x50):
        return _zstandard(_Pushed(head, source)), True
    if head.startswith((_BZIP2, _XZ)):
        return _members(head, source), True
    return _plain(head, source), False


class _Pushed:
    """A stream of which the beginning was read already."""

    def __init__(self, head: bytes, source: Readable) -> None:
        self._head, self._source = head, source

    def read(self, size: int = -1, /) -> bytes:
        if self._head:
            part, self._head = self._head[:size], self._head[size:]
            return part
        return self._source.read(size)


def _plain(head: bytes, source: Readable) -> Iterator[bytes]:
    while head:
        yield head
        head = source.read(PIECE)


def _gzip(data: bytes, source: Readable) -> Iterator[bytes]:
    """Yield the members of a gzip file, one after the other; what follows the last one is passed over."""
    while data.startswith(_GZIP):
        member = zlib.decompressobj(31)
        while not member.eof:
            try:
                piece = member.decompress(data, PIECE)
            except zlib.error as error:
                raise BadCompression(f"its gzip data is damaged ({error})") from None
            if piece:
                yield piece
            data = member.unconsumed_tail or (b"" if member.eof else source.read(_READ))
            if not data and not member.eof and not piece:
                raise BadCompression("its gzip data ends too early")
        data = member.unused_data.lstrip(b"\0") or source.read(_READ).lstrip(b"\0")
        data += source.read(1) if len(data) == 1 else b""


def _zstandard(source: Readable) -> Iterator[bytes]:
    import zstandard  # loaded for layers that are compressed with it

    from_here: Any = source  # it needs no more of a file than `read`
    stream: Any = zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(from_here, read_across_frames=True)
    try:
        while piece := stream.read(PIECE):
            yield piece
    except zstandard.ZstdError as error:
        raise BadCompression(f"its zstandard data is damaged ({error})") from None


def _members(data: bytes, source: Readable) -> Iterator[bytes]:
    """Yield what bzip2 or xz files hold, one after the other."""
    import bz2
    import lzma

    begins = _BZIP2 if data.startswith(_BZIP2) else _XZ
    while data.startswith(begins):
        member = bz2.BZ2Decompressor() if begins == _BZIP2 else lzma.LZMADecompressor(memlimit=_WINDOW * 2)
        while not member.eof:
            try:
                piece = member.decompress(data, PIECE)
            except (OSError, lzma.LZMAError, EOFError) as error:
                raise BadCompression(f"its data is damaged ({error})") from None
            if piece:
                yield piece
            data = source.read(_READ) if member.needs_input and not member.eof else b""
            if member.needs_input and not member.eof and not data:
                raise BadCompression("its data ends too early")
        data = member.unused_data or source.read(_READ)
