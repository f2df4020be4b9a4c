"""Reads an earlier revision of a repository, to tell what is new since.

Objects are read from git's store as they are: no checkout, so no filter, hook or attribute of the scanned
repository runs.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bartizan.app.errors import TargetError
from bartizan.collect.git import GitFailed, GitMissing, git

_REGULAR = ("100644", "100755")


@contextmanager
def revision(target: Path, name: str) -> Iterator[Path]:
    """Yield a private copy of the target as it was at a revision; raises `TargetError`.

    The copy has the files alone, without links and submodules, and is gone afterwards.
    """
    folder = target if target.is_dir() else target.parent
    if name.startswith("-"):
        raise TargetError(f"{name} is not a revision.")
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().strip())
    commit = _git(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").decode().strip()
    inside = target.resolve().relative_to(top.resolve()).as_posix()
    with tempfile.TemporaryDirectory(prefix="bartizan-") as copy:
        files = list(_blobs(top, commit, "" if inside == "." else inside))
        wanted = "".join(f"{blob}\n" for _, blob in files).encode()
        contents = _contents(_git(top, "cat-file", "--batch", given=wanted))
        for (path, _), data in zip(files, contents, strict=True):
            _write(Path(copy) / path, data)
        yield Path(copy) / inside


def is_revision(target: Path, name: str) -> bool:
    """Tell whether a text names a revision of the repository that a target is in."""
    folder = target if target.is_dir() else target.parent
    if not name or name.startswith("-"):
        return False
    try:
        git(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    except (GitMissing, GitFailed):
        return False
    return True


def _contents(batch: bytes) -> Iterator[bytes]:
    """Yield the objects of `git cat-file --batch`: a line `<id> blob <size>`, the bytes, a line end."""
    position = 0
    while position < len(batch):
        start = batch.index(b"\n", position) + 1
        size = int(batch[position:start].split()[-1])
        yield batch[start : start + size]
        position = start + size + 1


def _blobs(top: Path, commit: str, inside: str) -> Iterator[tuple[str, str]]:
    listing = _git(top, "ls-tree", "-r", "-z", "--full-tree", commit, *(["--", inside] if inside else []))
    for entry in listing.split(b"\0"):
        if entry:
            mode, _, rest = entry.partition(b" ")
            blob, _, path = rest.partition(b"\t")
            if mode.decode() in _REGULAR:
                yield os.fsdecode(path), blob.split()[-1].decode()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    try:
        return git(folder, *arguments, given=given)
    except GitMissing:
        raise TargetError("git is not installed; a comparison with a revision needs it.") from None
    except GitFailed as error:
        raise TargetError(f"git cannot read the revision: {str(error) or 'no such revision'}.") from None
