"""Tar archives read as a stream: ustar, pax and GNU, with long names and sparse files.

The standard library's reader makes an object of a dozen attributes for each member, which is most of the time that
a layer of small files takes. Source of the formats: POSIX.1-2017 pax, and the GNU tar manual, "Basic Tar Format".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bartizan.collect.image.layer.sparse import Sparse, headed_map, old_map, pax_map

BLOCK = 512
_ZEROS = bytes(BLOCK)
_LONGEST = 1 << 20
"""Bytes of a long name or of pax records, beyond which they are taken for damage."""
_LARGEST = 1 << 62
FILE, HARD_LINK, SYMBOLIC_LINK, DIRECTORY, OTHER = "file", "hard link", "symbolic link", "directory", "other"
"""Kinds of members; devices, pipes and what is not known are `other`."""
_KINDS = {
    b"0": FILE,
    b"\0": FILE,
    b"7": FILE,
    b"S": FILE,
    b"1": HARD_LINK,
    b"2": SYMBOLIC_LINK,
    b"5": DIRECTORY,
}
_WITHOUT_DATA = frozenset({b"1", b"2", b"3", b"4", b"5", b"6"})


class BadTar(Exception):
    """An archive that is damaged, or ends too early: a sentence without its full stop."""


@dataclass(slots=True)
class Member:
    """One member of an archive."""

    name: str
    kind: str
    size: int
    """Bytes of its content, holes included."""
    mode: int
    uid: int
    link: str
    """What a link leads to, as it is written; empty for all else."""
    stored: int
    """Bytes it takes in the archive."""
    sparse: Sparse | None = None


class Feed:
    """Bytes that come in pieces of any size, taken in the amounts that are wanted."""

    __slots__ = ("_at", "_piece", "_pieces", "taken")

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._piece = b""
        self._at = 0
        self.taken = 0

    def take(self, wanted: int) -> bytes:
        """Return so many bytes, fewer at the end."""
        at = self._at
        if at + wanted <= len(self._piece):
            self._at = at + wanted
            self.taken += wanted
            return self._piece[at : at + wanted]
        return b"".join(self.parts(wanted))

    def parts(self, wanted: int) -> Iterator[bytes]:
        """Yield so many bytes in pieces, fewer at the end."""
        while wanted > 0 and self._filled():
            part = self._piece[self._at : self._at + wanted]
            self._at += len(part)
            self.taken += len(part)
            wanted -= len(part)
            yield part

    def skip(self, wanted: int) -> int:
        """Pass over so many bytes; return how many were missing at the end."""
        while wanted > 0 and self._filled():
            step = min(wanted, len(self._piece) - self._at)
            self._at += step
            self.taken += step
            wanted -= step
        return wanted

    def _filled(self) -> bool:
        while self._at >= len(self._piece):
            piece = next(self._pieces, None)
            if piece is None:
                return False
            self._piece, self._at = piece, 0
        return True


class Tar:
    """An archive, member by member; the content of one can be read until the next is asked for."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self._left = 0
        self._padding = 0
        self._global: dict[str, bytes] = {}
        self._unfolded: Iterator[bytes] = iter(())
        self._more = b""

    def __iter__(self) -> Iterator[Member]:
        """Yield the members; raises `BadTar`."""
        records: dict[str, bytes] = {}
        while True:
            self._finish()
            header = self._feed.take(BLOCK)
            if not header or header == _ZEROS:
                self._end(header)
                return
            kind, size = self._checked(header)
            if kind in (b"L", b"K"):
                records["path" if kind == b"L" else "linkpath"] = self._data(size).partition(b"\0")[0]
            elif kind == b"x":
                records.update(_records(self._data(size)))
            elif kind == b"g":
                self._global.update(_records(self._data(size)))
            else:
                yield self._member(header, kind, size, {**self._global, **records} if self._global else records)
                records = {}

    def head(self, member: Member, size: int) -> bytes:
        """Return the beginning of the content of the member that was yielded last; raises `BadTar`."""
        if member.sparse is None:
            data = self._feed.take(min(size, self._left))
            self._left -= len(data)
            if len(data) < min(size, member.size):
                raise BadTar(f"it ends within {member.name}")
            return data
        self._unfolded = member.sparse.filled(self._stored(member), member.size)
        data = b""
        while len(data) < size and (part := next(self._unfolded, b"")):
            data += part
        self._more = data[size:]
        return data[:size]

    def rest(self, member: Member) -> Iterator[bytes]:
        """Yield what follows the head; raises `BadTar` where the archive ends within it."""
        if member.sparse is None:
            yield from self._stored(member)
            return
        if self._more:
            yield self._more
        yield from self._unfolded

    def _stored(self, member: Member) -> Iterator[bytes]:
        while self._left:
            for part in self._feed.parts(self._left):
                self._left -= len(part)
                yield part
                break
            else:
                raise BadTar(f"it ends within {member.name}")

    def _finish(self) -> None:
        if self._left + self._padding and self._feed.skip(self._left + self._padding) > self._padding:
            raise BadTar("it ends within the content of a file")
        self._left = self._padding = 0

    def _end(self, header: bytes) -> None:
        if header and (after := self._feed.take(BLOCK)) and after.strip(b"\0"):
            raise BadTar("there is more after the mark of its end")

    def _checked(self, header: bytes) -> tuple[bytes, int]:
        if len(header) < BLOCK:
            raise BadTar("it ends within a header")
        told = _number(header[148:156])
        if told != sum(header) - sum(header[148:156]) + 256:
            raise BadTar("a header in it is damaged (its checksum is wrong)")
        size = _number(header[124:136])
        if not 0 <= size <= _LARGEST:
            raise BadTar("a file in it has an impossible size")
        return header[156:157], size

    def _data(self, size: int) -> bytes:
        if size > _LONGEST:
            raise BadTar(f"a name or its attributes take {size} bytes")
        data = self._feed.take(size)
        if len(data) < size or self._feed.skip(-size % BLOCK):
            raise BadTar("it ends within a header")
        return data

    def _member(self, header: bytes, kind: bytes, size: int, records: dict[str, bytes]) -> Member:
        name = records.get("path") or _name(header)
        stored = _told(records, "size", size)
        link = records.get("linkpath") or header[157:257].partition(b"\0")[0]
        made = _KINDS.get(kind, OTHER)
        if made == FILE and name.endswith(b"/") and kind in (b"0", b"\0"):
            made = DIRECTORY  # as the oldest archives say it
        if kind in _WITHOUT_DATA:
            stored = 0
        self._left, self._padding = stored, -stored % BLOCK
        member = Member(
            _text(name),
            made,
            stored,
            _number(header[100:108]) & 0o7777,
            max(0, _told(records, "uid", _number(header[108:116]))),
            _text(link) if made in (HARD_LINK, SYMBOLIC_LINK) else "",
            stored,
        )
        if kind == b"S" or "GNU.sparse.major" in records or "GNU.sparse.size" in records:
            self._unfold(member, header, kind, records)
        return member

    def _unfold(self, member: Member, header: bytes, kind: bytes, records: dict[str, bytes]) -> None:
        try:
            if kind == b"S":
                member.sparse = old_map(header, lambda: self._feed.take(BLOCK), _number)
                member.size = _number(header[483:495])
                if not 0 <= member.size <= _LARGEST:
                    raise ValueError("an impossible size")
                return
            member.name = _text(records["GNU.sparse.name"]) if "GNU.sparse.name" in records else member.name
            member.size = _told(records, "GNU.sparse.realsize", _told(records, "GNU.sparse.size", member.stored))
            if records.get("GNU.sparse.major") == b"1":
                member.sparse, used = headed_map(self._feed.take, member.stored)
                self._left -= used
            else:
                member.sparse = pax_map(records.get("GNU.sparse.map", b""))
        except ValueError:
            raise BadTar(f"the map of the sparse file {member.name} is damaged") from None


def _name(header: bytes) -> bytes:
    name = header[:100].partition(b"\0")[0]
    if header[257:263] == b"ustar\0" and header[345]:
        return header[345:500].partition(b"\0")[0] + b"/" + name
    return name


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")


def _number(field: bytes) -> int:
    """Return a number in octal digits or, where the first bit says so, in base 256; raises `BadTar`."""
    if field[0] & 0x80:
        return (
            int.from_bytes(field, "big", signed=True)
            if field[0] == 0xFF
            else int.from_bytes(bytes((field[0] & 0x7F,)) + field[1:], "big")
        )
    digits = field.partition(b"\0")[0].strip()
    try:
        return int(digits, 8) if digits else 0
    except ValueError:
        raise BadTar("a number in a header is damaged") from None


def _told(records: dict[str, bytes], name: str, otherwise: int) -> int:
    text = records.get(name)
    if text is None:
        return otherwise
    if not text.isdigit() or len(text) > 19 or int(text) > _LARGEST:
        raise BadTar(f"the attribute {name} of a file is no number")
    return int(text)


def _records(data: bytes) -> dict[str, bytes]:
    """Return pax records, `LENGTH NAME=VALUE` line by line; raises `BadTar`."""
    found: dict[str, bytes] = {}
    pairs: list[bytes] = []
    at = 0
    while at < len(data) and data[at]:
        space = data.find(b" ", at, at + 20)
        digits = data[at:space] if space > at else b""
        end = at + int(digits) if digits.isdigit() else at
        if not at < space < end <= len(data):
            raise BadTar("the attributes of a file are damaged")
        name, _, value = data[space + 1 : end - 1].partition(b"=")
        key = name.decode("utf-8", "replace")
        if key in ("GNU.sparse.offset", "GNU.sparse.numbytes"):
            pairs.append(value)
        found[key] = value
        at = end
    if pairs:
        found["GNU.sparse.map"] = b",".join(pairs)
    return found
