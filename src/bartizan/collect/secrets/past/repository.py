"""The repositories that a tree is part of or holds, and their histories in stretches.

A stretch ends where a commit's id says so: new commits make new stretches, and those before stay as they were, so that
what was read of them can be kept.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bartizan.collect.git import GitFailed, GitMissing, git
from bartizan.collect.tree import Tree

LEAST, MOST = 32, 1024
"""Commits in a stretch."""
_LAST = ("00", "55", "aa")
"""How the id of a stretch's last commit ends: one in 85 does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A repository, and how its paths are paths of the tree."""

    mount: str
    """Where it is in the tree: `` or `modules/net/`."""
    prefix: str = ""
    """What of it is in the tree, for a tree that is a part of it: `deploy/`."""
    bare: bool = False
    shallow: bool = False

    def file(self, path: str) -> str | None:
        """Return the tree's path for one of the repository, None for one outside the tree."""
        return self.mount + path[len(self.prefix) :] if path.startswith(self.prefix) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some commits that follow each other, oldest first; or why there are none."""

    repository: Repository
    commits: tuple[str, ...] = ()
    problem: str = ""
    """Why the repository cannot be read, a sentence."""

    def state(self) -> str:
        """Return it as text."""
        return json.dumps([asdict(self.repository), self.commits, self.problem])

    @staticmethod
    def of(state: str) -> Stretch:
        """Return what `state` wrote."""
        repository, commits, problem = json.loads(state)
        return Stretch(repository=Repository(**repository), commits=tuple(commits), problem=problem)


def stretches(tree: Tree) -> Iterator[Stretch]:
    """Yield the histories of the repositories in a tree of files, in stretches."""
    root = folder(tree)
    known: list[Path] = []
    for mount in ("", *_mounts(tree)):
        try:
            found = _repository(root, mount, known)
            if found is not None:
                for commits in _cut(_commits(root / mount)):
                    yield Stretch(repository=found, commits=commits)
        except GitMissing:
            why = "git is not installed; the history cannot be searched without it."
            yield Stretch(repository=Repository(mount=mount), problem=why)
            return
        except GitFailed as error:
            why = f"git cannot read the repository: {str(error) or 'it gives no reason'}."
            yield Stretch(repository=Repository(mount=mount), problem=why)


def folder(tree: Tree) -> Path:
    """Return the directory that a tree is of, also for one of a single file."""
    return tree.root


def _mounts(tree: Tree) -> list[str]:
    """Return the directories, below the root, that have a repository of their own: submodules, and clones."""
    directories = {file.rpartition("/")[0] for file in tree.files}
    above = {parent for each in directories for parent in _parents(each)}
    return [f"{each}/" for each in sorted(above - {""}) if os.path.lexists(tree.root / each / ".git")]


def _parents(directory: str) -> Iterator[str]:
    while directory:
        yield directory
        directory = directory.rpartition("/")[0]


def _repository(root: Path, mount: str, known: list[Path]) -> Repository | None:
    """Return the repository of a directory; None where there is none, or where it is that of the root."""
    place = root / mount
    try:
        said = git(place, "rev-parse", "--is-bare-repository", "--is-shallow-repository", "--absolute-git-dir")
    except GitFailed as error:
        if not mount and "not a git repository" in str(error):
            return None
        raise
    bare, shallow, store = said.decode("utf-8", "surrogateescape").rstrip("\n").split("\n", 2)
    where = Path(store).resolve()
    if mount and not any(where.is_relative_to(each) for each in (root.resolve(), *known)):
        raise GitFailed("its objects are kept outside what is scanned; scan it by itself")
    if where in known:
        return None
    known.append(where)
    prefix = "" if bare == "true" else os.fsdecode(git(place, "rev-parse", "--show-prefix")).rstrip("\n")
    return Repository(mount=mount, prefix=prefix, bare=bare == "true", shallow=shallow == "true")


def _commits(place: Path) -> list[str]:
    try:
        return git(place, "rev-list", "--all", "--topo-order", "--reverse").decode().split()
    except GitFailed as error:
        if "usage: git rev-list" in str(error):
            return []  # there is no commit yet
        raise


def _cut(commits: list[str]) -> Iterator[tuple[str, ...]]:
    begin = 0
    for end, commit in enumerate(commits, 1):
        long = end - begin
        if long >= MOST or (long >= LEAST and commit.endswith(_LAST)):
            yield tuple(commits[begin:end])
            begin = end
    if begin < len(commits):
        yield tuple(commits[begin:])
