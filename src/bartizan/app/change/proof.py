"""Proves repairs: each is made in a private copy of the target, which is then looked at again.

A repair holds when the paths that it was to cut are gone, and nothing is there that was not: no path, no failed rule.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Generic, Protocol, Self, TypeVar

from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.file import applied, recoded
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.attack import AttackPath, Edit, Fixes, Repair
from bartizan.core.finding import Finding

_POSITION = re.compile(r"(?<=[/.\[])\d+(?=[/.\]]|$)")
"""Positions within lists, which move up when a member is taken out."""

Promised = Mapping[str, Sequence[AttackPath]]
"""The paths that each repair is to cut, by its id."""
S = TypeVar("S", bound="State")


class State(Protocol):
    """What was seen of a target."""

    @property
    def failures(self) -> Sequence[Finding]:
        """Failed rules that nobody accepted."""
        ...

    def holds(self, path: AttackPath) -> bool:
        """Tell whether a path is open there."""
        ...

    def opened(self, before: Self) -> Sequence[AttackPath]:
        """Return the paths that are open there and were not before."""
        ...


class Copy:
    """A private copy of the files of a tree, in which edits are made and taken back."""

    def __init__(self, tree: Tree, root: Path) -> None:
        self._tree, self.root = tree, root
        for file in tree.files:
            with suppress(Unreadable):  # it was a gap before, and stays one
                self._write(file, tree.read(file))

    def _write(self, file: str, data: bytes) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    @contextmanager
    def edited(self, edits: Iterable[Edit]) -> Iterator[None]:
        """Make edits for a while; raises `Refused` where they do not fit the files."""
        by_file: dict[str, list[Edit]] = {}
        for edit in edits:
            by_file.setdefault(edit.file, []).append(edit)
        before = {file: self._bytes(file) for file in by_file}
        after = {file: recoded(before[file], partial(applied, made=made)) for file, made in by_file.items()}
        try:
            for file, data in after.items():
                self._write(file, data)
            yield
        finally:
            for file, data in before.items():
                self._write(file, data)

    def _bytes(self, file: str) -> bytes:
        try:
            return self._tree.read(file)
        except Unreadable as unreadable:
            raise Refused(f"{file}: {unreadable}") from None


@contextmanager
def copied(tree: Tree) -> Iterator[Copy]:
    """Yield a copy that nobody else can read, and that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="bartizan-") as folder:
        yield Copy(tree, Path(folder) / (tree.root.name or "target"))


class Proof(Generic[S]):
    """Repairs of one target, tried in one copy; what was shown of a repair once is not looked at again."""

    def __init__(self, copy: Copy, look: Callable[[Path], S]) -> None:
        self._copy, self._look = copy, look
        self._before = look(copy.root)
        self._kept: dict[tuple[Edit, ...], tuple[frozenset[str], tuple[bool, str]]] = {}

    def of(self, answer: Fixes, cut: Promised) -> Fixes:
        """Return fixes with what a look showed of each of them."""
        return replace(answer, repairs=[self._single(repair, cut.get(repair.id, ())) for repair in answer.repairs])

    def together(self, answer: Fixes, cut: Promised, paths: Sequence[AttackPath]) -> Fixes:
        """Return fixes with a note of what a look with all edits made shows; `paths` are all that were open."""
        return replace(answer, notes=[*answer.notes, *self._together(answer.repairs, cut, paths)])

    def _single(self, repair: Repair, wanted: Sequence[AttackPath]) -> Repair:
        if not repair.edits:
            return replace(repair, verified=None, verdict="A person has to make it, so it was not tried.")
        ids = frozenset(path.id for path in wanted)
        known, shown = self._kept.get(repair.edits, (frozenset[str](), (True, "")))
        if not shown[1] or (shown[0] and not ids <= known):
            shown = self._tried(repair, wanted)
            self._kept[repair.edits] = ids, shown
        return replace(repair, verified=shown[0], verdict=shown[1])

    def _tried(self, repair: Repair, wanted: Sequence[AttackPath]) -> tuple[bool, str]:
        try:
            with self._copy.edited(repair.edits):
                after = self._look(self._copy.root)
        except Refused as refused:
            return False, f"It could not be made: {refused}"
        left = [path for path in wanted if after.holds(path)]
        return _verdict(left, len(wanted), self._before, after)

    def _together(self, repairs: Sequence[Repair], cut: Promised, paths: Sequence[AttackPath]) -> Iterator[str]:
        made = [repair for repair in repairs if repair.edits]
        if not made:
            return
        wanted = {path.id: path for repair in made for path in cut.get(repair.id, ())}
        try:
            with self._copy.edited(edit for repair in made for edit in repair.edits):
                after = self._look(self._copy.root)
        except Refused as refused:
            yield f"The changes could not be tried together: {refused}"
            return
        left = [path for path in wanted.values() if after.holds(path)]
        _, verdict = _verdict(left, len(wanted), self._before, after)
        rest = sum(after.holds(path) for path in paths if path.id not in wanted)
        said = f"All {len(made)} changes that have a diff, made together. {verdict}"
        yield f"{said} {rest} more paths stay open until the changes by hand are made." if rest else said


@contextmanager
def proving(tree: Tree, look: Callable[[Path], S]) -> Iterator[Proof[S]]:
    """Yield what proves repairs of a tree, in a copy that is gone afterwards."""
    with copied(tree) as copy:
        yield Proof(copy, look)


def _verdict(left: Sequence[AttackPath], promised: int, before: S, after: S) -> tuple[bool, str]:
    new = after.opened(before)
    failed = worse(before.failures, after.failures)
    said = f"A scan with it made: {promised - len(left)} of {promised} paths gone"
    if not left and not new and not failed:
        return True, f"{said}, nothing new."
    if left:
        said += f", still there: {left[0].id} to {left[0].goal.node.name}"
    if new:
        said += f", {len(new)} paths new: {new[0].id} to {new[0].goal.node.name}"
    if failed:
        said += f", {len(failed)} findings new: {', '.join(sorted(failed)[:3])}"
    return False, f"{said}."


def worse(before: Iterable[Finding], after: Iterable[Finding]) -> list[str]:
    """Return the rules that fail oftener than they did on what is the same but for its position in a list."""
    known, there = Counter(map(_apart, before)), Counter(map(_apart, after))
    return sorted({rule for (rule, _) in there - known})


def _apart(finding: Finding) -> tuple[str, str]:
    return finding.rule, _POSITION.sub("#", finding.asset)
