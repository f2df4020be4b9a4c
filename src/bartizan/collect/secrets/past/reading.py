"""Reads a stretch of history: the secrets that its commits brought, each told of where it came first.

A secret that still stands in the current file of that name is left out: it is told of there.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bartizan.collect.format import Unit
from bartizan.collect.git import GitFailed, GitMissing
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.secrets.current.choice import chosen
from bartizan.collect.secrets.current.reading import accepted_in, listed, lists, plain
from bartizan.collect.secrets.past.changes import Change, changes
from bartizan.collect.secrets.past.objects import contents, sizes
from bartizan.collect.secrets.past.repository import Repository, Stretch, folder
from bartizan.collect.secrets.search.accepted import Accepted
from bartizan.collect.secrets.search.engine import Engine, engine
from bartizan.collect.secrets.search.leak import Origin, Sighting, leaks, sighted
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap
from bartizan.core.truth import Unknown

LARGE = 8 * 1024 * 1024
"""Bytes beyond which a version of a file is not searched."""
_AUTHOR = re.compile(rb"^author (.*) \d+ [+-]\d+$", re.MULTILINE)
_NO_FILES = Unknown("a bare repository has no current files")

Seen = list[tuple[Sighting, bool]]
"""Secrets, each with whether it is accepted."""


def read(unit: Unit, tree: Tree) -> Reading:
    """Return the leaks that a stretch of history brought."""
    stretch = Stretch.of(unit.state)
    gaps = [Gap(unit.root, why) for why in _reservations(stretch)]
    if not stretch.commits:
        return Reading(gaps=gaps)
    try:
        return _Past(stretch, tree).reading(unit.root, gaps)
    except GitMissing:
        gaps.append(Gap(unit.root, "git is not installed; the history cannot be searched without it."))
    except GitFailed as error:
        gaps.append(Gap(unit.root, f"git cannot read the history: {str(error) or 'it gives no reason'}."))
    return Reading(gaps=gaps)


def _reservations(stretch: Stretch) -> Iterator[str]:
    if stretch.problem:
        yield stretch.problem
    if stretch.repository.shallow:
        yield "The clone is shallow: commits before its first are not there; run git fetch --unshallow."


class _Past:
    """A stretch of history while it is read."""

    def __init__(self, stretch: Stretch, tree: Tree) -> None:
        self._tree = tree
        self._repository: Repository = stretch.repository
        self._place = folder(tree) / stretch.repository.mount
        self._commits = stretch.commits
        self._engine: Engine = engine(tree.looked_for)
        self._known: Accepted = accepted_in(tree)
        self._now = _Now(tree, self._engine)
        self._seen: dict[str, Seen] = {}

    def reading(self, root: str, gaps: list[Gap]) -> Reading:
        brought = [each for each in self._changes() if chosen(each.path)]
        first: dict[str, Change] = {}
        for each in brought:
            first.setdefault(each.after, each)
        gaps.extend(Gap(root, why) for why in self._search(first))
        telling = [each for each in brought if self._seen.get(each.after)]
        self._search({id: each for each in telling for id in each.before if id not in self._seen})
        found = self._new(telling)
        resources = list(self._told(found))
        files = {file for each in telling if (file := self._repository.file(each.path)) is not None}
        return Reading(resources=resources, gaps=gaps, also=(*lists(self._tree), *sorted(files)))

    def _changes(self) -> Iterator[Change]:
        return changes(self._place, self._commits, self._repository.prefix)

    def _search(self, wanted: dict[str, Change]) -> list[str]:
        """Search contents, each as the file of the change that goes with it; return what could not be searched."""
        found = sizes(self._place, wanted)
        large = {id: f"was larger than {LARGE // 1024**2} MB" for id, size in found.items() if size > LARGE}
        damaged: dict[str, str] = {}
        for id, data in contents(self._place, (id for id in found if id not in large)):
            if data is None:
                damaged[id] = "is damaged (see git fsck)"
            elif (text := plain(data)) is not None and (finds := self._engine.search(text)):
                self._seen[id] = self._weighed(text, sighted(text, finds), wanted[id])
        lost = [f"{len(wanted) - len(found)} versions of files are not in this clone; run git fetch --refetch."]
        told = [
            f"{wanted[id].path} of commit {wanted[id].commit[:12]} {why}; that version is not searched."
            for id, why in (large | damaged).items()
        ]
        return (lost if len(found) < len(wanted) else []) + told

    def _weighed(self, text: bytes, sightings: Iterable[Sighting], change: Change) -> Seen:
        return [(each, self._known.of(text, each, change.path, change.commit)) for each in sightings]

    def _new(self, telling: list[Change]) -> dict[tuple[str, str], Seen]:
        """Return, by commit and path, the secrets that were not in the file before, each for the first time."""
        told: set[tuple[str, str, bytes]] = set()
        found: dict[tuple[str, str], Seen] = defaultdict(list)
        for change in telling:
            before = {each.same for id in change.before for each, _ in self._seen.get(id, ())}
            for sighting, accepted in self._seen[change.after]:
                if sighting.same not in before and (change.path, *sighting.same) not in told:
                    told.add((change.path, *sighting.same))
                    found[change.commit, change.path].append((sighting, accepted))
        return found

    def _told(self, found: dict[tuple[str, str], Seen]) -> Iterator[Resource]:
        authors = self._authors({commit for commit, _ in found})
        for (commit, path), seen in found.items():
            file = self._repository.file(path)
            if file is None:
                continue
            for removed, left in self._by_fate(file, seen):
                origin = Origin(commit=commit, author=authors.get(commit), removed=removed)
                yield from leaks(file, left, self._tree.looked_for.key, origin, f"@{commit[:12]}")

    def _by_fate(self, file: str, seen: Seen) -> Iterator[tuple[bool | Unknown, Seen]]:
        if self._repository.bare:
            yield _NO_FILES, seen
            return
        now = self._now.secrets(file)
        if isinstance(now, Unknown):
            yield now, seen
        elif now is not None:
            yield True, [(each, accepted) for each, accepted in seen if each.same not in now]

    def _authors(self, commits: set[str]) -> dict[str, str]:
        authors = {}
        for id, data in contents(self._place, sorted(commits)):
            said = _AUTHOR.search(data or b"")
            if said:
                authors[id] = said[1].decode("utf-8", "replace")
        return authors


@dataclass(frozen=True, slots=True)
class _Now:
    """The secrets in the current files."""

    tree: Tree
    engine: Engine

    def secrets(self, file: str) -> set[tuple[str, bytes]] | Unknown | None:
        """Return the secrets in a file, none for one that is gone; None for one that is not to be looked at."""
        if not listed(self.tree, file):
            return None if _left_out(self.tree.root, file) else set()
        try:
            text = plain(self.tree.read(file))
        except Unreadable as error:
            return Unknown(str(error))
        return {each.same for each in sighted(text or b"", self.engine.search(text or b""))}


def _left_out(root: Path, file: str) -> bool:
    """Tell whether a file that the tree does not list is there, and no link leads to it."""
    return os.path.isfile(root / file) and os.path.realpath(root / file) == os.path.join(os.path.realpath(root), file)
