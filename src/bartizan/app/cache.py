"""Keeps what was computed, by a key that names everything it was computed from.

The cache is private to the user, bounded in size, and never trusted: an entry carries a checksum, and one
that is damaged, or a directory that somebody else could write to, counts as empty.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import bartizan
from bartizan.collect.replacing import replacing

BOUND = 512 * 1024 * 1024
"""Bytes above which the entries used least lately are dropped."""


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries by key in a directory; None keeps nothing."""

    directory: Path | None

    def get(self, key: str) -> bytes | None:
        """Return an entry, or None where there is none that can be relied on."""
        if self.directory is None:
            return None
        path = self.directory / key[:2] / key
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        digest, body = data[:32], data[32:]
        return body if hashlib.sha256(key.encode() + body).digest() == digest else None

    def put(self, key: str, body: bytes) -> None:
        """Keep an entry. A cache that cannot be written (a full disk) is as good as none."""
        if self.directory is None:
            return
        path = self.directory / key[:2] / key
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with replacing(path) as new:
                new.write_bytes(hashlib.sha256(key.encode() + body).digest() + body)
        except OSError:
            return

    def trim(self, bound: int = BOUND) -> None:
        """Drop the entries used least lately until the cache is within its bound."""
        if self.directory is None:
            return
        entries = sorted(_entries(self.directory), reverse=True)
        total = 0
        for _, size, path in entries:
            total += size
            if total > bound:
                path.unlink(missing_ok=True)


def _entries(directory: Path) -> list[tuple[float, int, Path]]:
    found = []
    for path in directory.glob("??/*"):
        try:
            stat = path.stat()
        except OSError:
            continue
        found.append((stat.st_mtime, stat.st_size, path))
    return found


def opened(directory: Path | None) -> Cache:
    """Return the cache in a directory, made private; an empty one where that cannot be."""
    if directory is None:
        return Cache(None)
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        stat = directory.stat()
    except OSError:
        return Cache(None)
    trusted = stat.st_uid == os.getuid() and not stat.st_mode & 0o022
    return Cache(directory if trusted else None)


def digest(*parts: str | bytes) -> str:
    """Return a key for parts, none of which can be mistaken for two."""
    sha = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        sha.update(len(data).to_bytes(8, "big") + data)
    return sha.hexdigest()


@cache
def program_version() -> str:
    """Return a digest of the program's own files, content included, by name, size and time of change."""
    lines = []
    for folder, folders, files in os.walk(bartizan.__path__[0]):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for file in sorted(files):
            stat = os.stat(os.path.join(folder, file))
            lines.append(f"{folder}/{file} {stat.st_size} {stat.st_mtime_ns}")
    return digest(*lines)
