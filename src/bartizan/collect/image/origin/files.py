"""The files that an image is kept in: of a directory, or of an archive that is never unpacked to disk."""

from __future__ import annotations

import os
import stat
import tarfile
from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from bartizan.collect.image.layer.bounds import Bounds
from bartizan.collect.image.layer.inflate import BadCompression, Readable, inflated
from bartizan.collect.image.layer.path import cleaned, parent
from bartizan.collect.image.layer.tar import FILE, HARD_LINK, SYMBOLIC_LINK, BadTar, Feed, Member, Tar
from bartizan.collect.image.origin.error import ImageError, NotThere
from bartizan.collect.image.origin.manifest import LARGEST

_COMPRESSED = (b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"BZh", b"\xfd7zXZ\0")
_FOLLOWED = 8
_MOST = 200_000
"""Members of an archive of an image."""


class Files(Protocol):
    """Files by name."""

    @property
    def forwards(self) -> bool:
        """Return whether they can only be read one after the other: in their order, and one at a time."""
        ...

    @property
    def damage(self) -> str:
        """Return what is wrong with where they are; empty if nothing is."""
        ...

    def has(self, name: str) -> bool:
        """Return whether there is a file of a name."""
        ...

    def read(self, name: str) -> bytes:
        """Return a small file; raises `ImageError`."""
        ...

    def open(self, name: str) -> AbstractContextManager[Readable]:
        """Open a file; raises `OSError`, as does reading it."""
        ...

    def order(self, name: str) -> int:
        """Return where a file stands among the others."""
        ...

    def close(self) -> None:
        """Let go of what is held open."""
        ...


@dataclass(frozen=True, slots=True)
class Folder:
    """Files of a directory. Links out of it are not followed."""

    root: Path
    damage: str = ""
    forwards: bool = False

    def has(self, name: str) -> bool:
        """Return whether there is such a file."""
        path = self._path(name)
        return path is not None and path.is_file()

    def read(self, name: str) -> bytes:
        """Return a small file."""
        try:
            with self.open(name) as stream:
                return _small(stream, name)
        except OSError as error:
            raise NotThere(f"{self.root / name} cannot be read: {error.strerror or error}.") from None

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """Open a file."""
        path = self._path(name)
        if path is None:
            raise FileNotFoundError(2, "it is a link out of the directory", name)
        with open(path, "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise FileNotFoundError(2, "it is no regular file", name)
            yield stream

    def order(self, name: str) -> int:
        """Return the same for all: they can be read in any order."""
        return 0

    def close(self) -> None:
        """Do nothing: each file is closed after it was read."""

    def _path(self, name: str) -> Path | None:
        try:
            path = (self.root / name).resolve()
            return path if path.is_relative_to(self.root.resolve()) else None
        except (OSError, RuntimeError, ValueError):
            return None


@dataclass(frozen=True, slots=True)
class Archive:
    """Files of a tar archive that is not compressed: each is read where it is."""

    path: Path
    places: dict[str, tuple[int, int]]
    """Offset and size of each."""
    damage: str = ""
    """What is wrong with the archive: it ends too early."""
    forwards: bool = False

    def has(self, name: str) -> bool:
        """Return whether there is such a file."""
        return name in self.places

    def read(self, name: str) -> bytes:
        """Return a small file."""
        try:
            with self.open(name) as stream:
                return _small(stream, name)
        except OSError as error:
            raise NotThere(f"{self.path}: {name} cannot be read: {error.strerror or error}.") from None

    @contextmanager
    def open(self, name: str) -> Iterator[Readable]:
        """Open a file."""
        if name not in self.places:
            raise FileNotFoundError(2, self.damage or "it is not in the archive", name)
        offset, size = self.places[name]
        with open(self.path, "rb") as stream:
            stream.seek(offset)
            yield _Part(stream, size)

    def order(self, name: str) -> int:
        """Return the offset of a file."""
        return self.places[name][0] if name in self.places else 0

    def close(self) -> None:
        """Do nothing: each file is closed after it was read."""


class _Part:
    """So many bytes of a stream."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream, self._left = stream, size

    def read(self, size: int, /) -> bytes:
        data = self._stream.read(min(size, self._left))
        self._left -= len(data)
        return data


@dataclass(slots=True)
class CompressedArchive:
    """Files of a compressed archive: what is small is remembered, the rest read in passing, again from the start."""

    path: Path
    bounds: Bounds
    small: dict[str, bytes] = field(default_factory=dict)
    orders: dict[str, int] = field(default_factory=dict)
    damage: str = ""
    forwards: bool = True
    _passing: Generator[tuple[int, Tar, Member], None, None] | None = None
    _at: int = -1

    def has(self, name: str) -> bool:
        """Return whether there is such a file."""
        return name in self.orders

    def read(self, name: str) -> bytes:
        """Return a small file."""
        if name not in self.small:
            why = "is not in the archive" if name not in self.orders else "is too large, or no JSON"
            raise NotThere(f"{self.path}: {name} {why}{f' ({self.damage})' if self.damage else ''}.")
        return self.small[name]

    @contextmanager
    def open(self, name: str) -> Iterator[Readable]:
        """Open a file."""
        if name not in self.orders:
            raise FileNotFoundError(2, self.damage or "it is not in the archive", name)
        if self._passing is None or self._at >= self.orders[name]:
            self.close()
            self._passing = self.members()
        try:
            for number, tar, member in self._passing:
                self._at = number
                if number == self.orders[name]:
                    yield _Passing(tar, member)
                    return
        except (BadTar, BadCompression) as error:
            raise OSError(5, f"the archive is damaged: {error}", name) from None
        raise OSError(5, "the archive has changed meanwhile", name)

    def order(self, name: str) -> int:
        """Return how many members stand before a file."""
        return self.orders.get(name, 0)

    def close(self) -> None:
        """Close the archive, where it was being passed through."""
        if self._passing is not None:
            self._passing.close()

    def members(self) -> Generator[tuple[int, Tar, Member], None, None]:
        """Yield the members with their numbers; raises `BadTar`, `BadCompression` and `OSError`."""
        with open(self.path, "rb") as stream:
            tar = Tar(Feed(self._bounded(stream)))
            for number, member in enumerate(tar):
                yield number, tar, member

    def _bounded(self, stream: BinaryIO) -> Iterator[bytes]:
        limit = max(self.bounds.harmless, self.bounds.ratio * os.fstat(stream.fileno()).st_size)
        done = 0
        for piece in inflated(stream)[0]:
            done += len(piece)
            if done > min(limit, self.bounds.unpacked):
                raise BadCompression(f"it expands to more than {done / 1e9:.0f} GB")
            yield piece


class _Passing:
    """The content of a member that is just passing by."""

    def __init__(self, tar: Tar, member: Member) -> None:
        self._rest = b""
        self._parts = _content(tar, member)

    def read(self, size: int, /) -> bytes:
        try:
            self._rest = self._rest or next(self._parts, b"")
        except (BadTar, BadCompression) as error:
            raise OSError(5, f"the archive is damaged: {error}") from None
        part, self._rest = self._rest[:size], self._rest[size:]
        return part


def _content(tar: Tar, member: Member) -> Iterator[bytes]:
    yield tar.head(member, 1 << 16)
    yield from tar.rest(member)


def _small(stream: Readable, name: str) -> bytes:
    parts: list[bytes] = []
    left = LARGEST + 1
    while left > 0 and (part := stream.read(left)):
        parts.append(part)
        left -= len(part)
    if left <= 0:
        raise ImageError(f"{name} is larger than the {LARGEST >> 20} MB that such a file may have.")
    return b"".join(parts)


def opened(path: Path, bounds: Bounds) -> Files:
    """Return the files of a directory or an archive; raises `ImageError` for what is neither."""
    if path.is_dir():
        return Folder(path)
    try:
        with open(path, "rb") as stream:
            head = stream.read(6)
        return _compressed(path, bounds) if head.startswith(_COMPRESSED) else _plain(path)
    except OSError as error:
        raise NotThere(f"{path} cannot be read: {error.strerror or error}.") from None


def _plain(path: Path) -> Archive:
    places: dict[str, tuple[int, int]] = {}
    links: dict[str, str] = {}
    damage = ""
    try:
        with tarfile.open(path, "r:") as archive:
            for member in archive:
                name = cleaned(member.name)
                if name and member.isreg() and not member.sparse:
                    places[name] = (member.offset_data, member.size)
                elif name and (member.issym() or member.islnk()):
                    links[name] = _target(name, member.linkname, member.issym())
                if len(places) > _MOST:
                    raise ImageError(f"{path} has more than {_MOST} files; it is no archive of an image.")
    except (tarfile.TarError, ValueError, EOFError) as error:
        damage = f"the archive is damaged ({error})"
    if not places:
        raise ImageError(f"{path} is no archive of an image{f': {damage}' if damage else ''}.")
    places.update((name, places[end]) for name in links if (end := _end(name, links)) in places)
    return Archive(path, places, damage)


def _compressed(path: Path, bounds: Bounds) -> CompressedArchive:
    found = CompressedArchive(path, bounds)
    links: dict[str, str] = {}
    members = found.members()
    try:
        for number, tar, member in members:
            name = cleaned(member.name)
            if name and member.kind == FILE:
                found.orders[name] = number
                head = tar.head(member, 1)
                if head in (b"{", b"[") and member.size <= LARGEST:
                    found.small[name] = head + b"".join(tar.rest(member))
            elif name and member.kind in (SYMBOLIC_LINK, HARD_LINK):
                links[name] = _target(name, member.link, member.kind == SYMBOLIC_LINK)
            if number > _MOST:
                raise ImageError(f"{path} has more than {_MOST} files; it is no archive of an image.")
    except (BadTar, BadCompression) as error:
        found.damage = f"the archive is damaged: {error}"
    finally:
        members.close()
    if not found.orders:
        raise ImageError(f"{path} is no archive of an image{f': {found.damage}' if found.damage else ''}.")
    found.orders.update((name, found.orders[end]) for name in links if (end := _end(name, links)) in found.orders)
    return found


def _target(name: str, link: str, symbolic: bool) -> str:
    return cleaned(f"{parent(name)}/{link}" if symbolic and not link.startswith("/") else link) or ""


def _end(name: str, links: dict[str, str]) -> str:
    for _ in range(_FOLLOWED):
        name = links.get(name, name)
    return name
