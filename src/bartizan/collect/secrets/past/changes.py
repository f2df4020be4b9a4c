"""What commits change: files by the ids of their contents, before and after."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bartizan.collect.git import git

_REGULAR = frozenset({b"100644", b"100755", b"100664"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A file as a commit left it."""

    commit: str
    path: str
    after: str
    """Id of its content."""
    before: tuple[str, ...]
    """Ids of what it was in the commit's parents, and of the files that the commit took away."""


def changes(place: Path, commits: tuple[str, ...], prefix: str) -> Iterator[Change]:
    """Yield what commits brought, in their order; a merge's are those that none of its parents has."""
    given = "".join(f"{commit}\n" for commit in commits).encode()
    shape = ("--stdin", "-r", "--raw", "-z", "--root", "-c", "--no-renames", "--no-abbrev", "--no-ext-diff")
    limits = ("--", f":(top,literal){prefix}") if prefix else ()
    for commit, entries in _grouped(git(place, "diff-tree", *shape, *limits, given=given)):
        yield from _of_commit(commit, entries)


def _grouped(said: bytes) -> Iterator[tuple[str, list[tuple[bytes, bytes]]]]:
    """Yield commits with their entries, each of which is a line of modes and ids, and a path."""
    tokens = iter(said.split(b"\0"))
    commit, entries = "", []
    for token in tokens:
        if token.startswith(b":"):
            entries.append((token, next(tokens, b"")))
        elif token:
            if entries:
                yield commit, entries
            commit, entries = token.decode("ascii", "replace").strip(), []
    if entries:
        yield commit, entries


def _of_commit(commit: str, entries: list[tuple[bytes, bytes]]) -> Iterator[Change]:
    parsed = [(*_parsed(line), os.fsdecode(path)) for line, path in entries]
    gone = tuple(id for mode, after, before, _ in parsed if not int(after, 16) for id in before)
    moved = {id for _, _, before, _ in parsed for id in before}
    for mode, after, before, path in parsed:
        if mode in _REGULAR and after not in moved:
            yield Change(commit=commit, path=path, after=after, before=(*before, *gone))


def _parsed(line: bytes) -> tuple[bytes, str, tuple[str, ...]]:
    """Return the mode and id after, and the ids before that are of something."""
    parents = len(line) - len(line.lstrip(b":"))
    words = line.lstrip(b":").split()
    ids = [word.decode("ascii", "replace") for word in words[parents + 1 : 2 * parents + 2]]
    return words[parents], ids[-1], tuple(id for id in ids[:-1] if int(id, 16))
