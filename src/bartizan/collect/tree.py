"""The files under a scanned root: found once, never following a link, read within a bound."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from bartizan.core.place import Gap
from bartizan.core.secret import Credential
from bartizan.core.weakness import Weakness

HEAD = 65_536
"""Bytes read to recognise a file."""
LIMIT = 32 * 1024 * 1024
"""Bytes beyond which a file is not read, unless asked."""
SKIPPED = frozenset(
    {".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", ".tox", ".mypy_cache", ".terraform"}
)
"""Directories that hold no declarations of the project itself."""
KERNEL = frozenset({"proc", "sys", "dev"})
"""Directories of a running machine's root in which the kernel shows itself."""
HEADS = 4096
"""Files of which the heads are kept."""


class Unreadable(Exception):
    """A file that could not be read; its text says why and what to do."""


DIRECTORY, ROOTFS, IMAGE = "directory", "rootfs", "image"
"""What a tree is of: sources, the root file system of a machine, or a container image."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedFor:
    """What to look for in texts: declarations of the content, handed in because readers do not know the content."""

    credentials: tuple[Credential, ...] = ()
    weaknesses: tuple[Weakness, ...] = ()
    key: bytes = b""
    """Secret key of this installation, for the keyed hashes of secrets."""
    folder: Path | None = None
    """Private directory of the user in which what is slow to make may be kept; None keeps nothing."""


class Storage(Protocol):
    """Where the bytes of a tree's files are. Its methods raise `OSError`."""

    def open(self, file: str) -> BinaryIO:
        """Open a file to read it, at any position."""
        ...

    def size(self, file: str) -> int:
        """Return how many bytes a file has."""
        ...

    def mode(self, file: str) -> int:
        """Return the permission bits of a file, with those for setuid and setgid."""
        ...


@dataclass(frozen=True, slots=True)
class Disk:
    """Files in a directory."""

    root: Path

    def open(self, file: str) -> BinaryIO:
        """Open a regular file."""
        return open(os.path.join(self.root, file), "rb")

    def size(self, file: str) -> int:
        """Return how many bytes a file has."""
        return os.stat(os.path.join(self.root, file), follow_symlinks=False).st_size

    def mode(self, file: str) -> int:
        """Return the permission bits of a file."""
        return stat.S_IMODE(os.stat(os.path.join(self.root, file), follow_symlinks=False).st_mode)


@dataclass(frozen=True, slots=True)
class Tree:
    """The regular files under a root, by path relative to it."""

    root: Path
    files: tuple[str, ...]
    """Sorted, forward slashes; links and special files are not among them."""
    gaps: tuple[Gap, ...] = ()
    limit: int = LIMIT
    heads: dict[str, bytes] = field(default_factory=dict, compare=False)
    of: str = DIRECTORY
    storage: Storage | None = None
    """Where the bytes are, if not in files below the root."""
    looked_for: LookedFor = LookedFor()

    @property
    def stored(self) -> Storage:
        """Return where the bytes of the files are."""
        return self.storage or Disk(self.root)

    def head(self, file: str) -> bytes:
        """Return the first 64 KiB of a file, empty where it cannot be read."""
        if file not in self.heads:
            if len(self.heads) >= HEADS:
                self.heads.clear()
            try:
                with self.stored.open(file) as stream:
                    self.heads[file] = stream.read(HEAD)
            except OSError:
                self.heads[file] = b""
        return self.heads[file]

    def read(self, file: str) -> bytes:
        """Return a file's bytes; raises `Unreadable`."""
        try:
            size = self.stored.size(file)
            if size > self.limit:
                raise Unreadable(
                    f"The file has {size / 1e6:.0f} MB, more than the {self.limit / 1e6:.0f} MB read by default; "
                    "raise the bound with --max-file-size."
                )
            with self.stored.open(file) as stream:
                return stream.read()
        except OSError as error:
            raise Unreadable(f"The file cannot be read: {error.strerror or error}.") from None

    def open(self, file: str) -> BinaryIO:
        """Open a file of any size for reading parts of it; raises `Unreadable`."""
        try:
            return self.stored.open(file)
        except OSError as error:
            raise Unreadable(f"The file cannot be read: {error.strerror or error}.") from None

    def text(self, file: str) -> str:
        """Return a file's text (UTF-8 or UTF-16, any byte order mark removed); raises `Unreadable`."""
        return decode(self.read(file))

    def quoted(self, file: str) -> str:
        """Return a file's text to show or to look for comments in; empty where it cannot be read."""
        try:
            return self.text(file)
        except Unreadable:
            return ""

    def inside(self, directory: str, name: str) -> str | None:
        """Return the path, relative to the root, that `name` in `directory` means; None when it leads out."""
        joined = os.path.normpath(os.path.join(directory, name)).replace(os.sep, "/")
        return None if joined.startswith("..") or os.path.isabs(joined) else ("" if joined == "." else joined)


def decode(data: bytes) -> str:
    """Return the text of bytes in UTF-8 or UTF-16; raises `Unreadable` for anything else."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    if encoding == "utf-8-sig" and b"\0" in data[:HEAD]:
        raise Unreadable("The file is binary, not text.")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"The file is not {encoding.removesuffix('-sig').upper()} text: {error.reason} at byte {error.start}."
        ) from None


def walk(target: Path, limit: int = LIMIT, of: str = DIRECTORY) -> Tree:
    """Return the regular files under a directory, or the one file that `target` is.

    Links are never followed: one that leads to a file is passed over with a gap only when it leads out
    of the root (within a root file system none does: there, `/` is the root). A directory that cannot be listed, or
    disappears meanwhile, is a gap.
    """
    skipped = SKIPPED if of == DIRECTORY else frozenset()
    if not target.is_dir():
        return Tree(target.parent, (target.name,), limit=limit)
    files: list[str] = []
    gaps: list[Gap] = []
    pending = [""]
    while pending:
        here = pending.pop()
        try:
            with os.scandir(target / here) as entries:
                for entry in entries:
                    path = f"{here}/{entry.name}" if here else entry.name
                    if entry.is_symlink():
                        gaps.extend(_link_out(target, path) if of == DIRECTORY else ())
                    elif entry.is_dir(follow_symlinks=False):
                        if entry.name not in skipped and not (of == ROOTFS and path in KERNEL):
                            pending.append(path)
                    elif entry.is_file(follow_symlinks=False):
                        files.append(path)
        except OSError as error:
            gaps.append(Gap(here or ".", f"The directory cannot be listed: {error.strerror or error}."))
    return Tree(target, tuple(sorted(files)), tuple(sorted(gaps, key=lambda gap: gap.file)), limit, of=of)


def _link_out(root: Path, path: str) -> Iterator[Gap]:
    try:
        inside = (root / path).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        inside = False
    if not inside:
        yield Gap(path, "A symbolic link that leads out of the scanned directory, or nowhere, is not followed.")
