"""Looks at a directory as `bartizan fix` looks at its target: for what proves repairs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bartizan.app.attack.found import Found
from bartizan.app.change.opened import opened
from bartizan.app.options import Options
from bartizan.app.scan import seen
from bartizan.app.target import Target
from bartizan.collect.tree import DIRECTORY
from bartizan.core.attack import AttackPath, PathHop
from bartizan.core.finding import Finding
from bartizan.core.truth import Truth


@dataclass(frozen=True)
class Seen:
    """What was seen of a directory."""

    found: Found
    failures: Sequence[Finding]

    def holds(self, path: AttackPath) -> bool:
        """Tell whether every hop of a path is as certain as it was, or more."""
        return all(self._truth(hop) >= hop.truth for hop in path.hops)

    def opened(self, before: Seen) -> list[AttackPath]:
        """Return the paths that were not open before."""
        return [each.path for each in opened(self.found, before.found)]

    def _truth(self, hop: PathHop) -> Truth:
        made = (moves for moves in self.found.moves if moves.step.id == hop.step)
        return max((each.truth(hop.actor.id, hop.target.id, hop.gained.id) for each in made), default=Truth.NO)


@contextmanager
def looking(options: Options) -> Iterator[Callable[[Path], Seen]]:
    """Yield what looks at directories; files that are the same from one look to the next are read once."""
    if options.cache is not None:
        yield lambda root: seen_in(root, options)
        return
    with tempfile.TemporaryDirectory(prefix="bartizan-") as folder:
        kept = replace(options, cache=Path(folder))
        yield lambda root: seen_in(root, kept)


def seen_in(root: Path, options: Options) -> Seen:
    """Scan a directory and find what attackers can do in it."""
    report, found = seen(Target(str(root), DIRECTORY, root), options)
    return Seen(found, report.failures())
