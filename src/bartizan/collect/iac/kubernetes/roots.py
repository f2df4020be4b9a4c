"""Which kustomizations are roots, what each root reaches, and which files are therefore theirs.

A root is a kustomization that no other refers to: it is what a person applies. The manifests it reaches are
judged as it renders them, not a second time as they are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bartizan.collect.iac.kubernetes.kustomizations import OBJECTS, Kustomizations
from bartizan.core.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What a root refers to, directly and through others."""

    directories: Mapping[str, tuple[Place, ...]]
    """The directory of each kustomization and the entries that lead to it, outermost first."""
    manifests: Mapping[str, tuple[Place, ...]]
    """Each file of objects, likewise."""
    inputs: frozenset[str]

    @property
    def files(self) -> set[str]:
        """The files other than the kustomizations themselves."""
        return {*self.manifests, *self.inputs}


def find_roots(found: Kustomizations) -> list[str]:
    """Return the directories of the kustomizations to render, sorted.

    Where some refer to each other in a circle, the first of them stands for all.
    """
    referred = {entry.target for each in found.values() for entry in each.entries if entry.is_directory}
    roots = [directory for directory, each in sorted(found.items()) if directory not in referred and not each.component]
    reached = {directory for root in roots for directory in reach(found, root).directories}
    for directory, each in sorted(found.items()):
        if directory not in reached and not each.component:
            roots.append(directory)
            reached.update(reach(found, directory).directories)
    return sorted(roots)


def reach(found: Kustomizations, root: str) -> Reach:
    """Return what the kustomization in a directory refers to, directly and through others."""
    directories: dict[str, tuple[Place, ...]] = {root: ()}
    manifests: dict[str, tuple[Place, ...]] = {}
    inputs: set[str] = set()
    pending = [root]
    while pending:
        here = pending.pop()
        inputs |= found[here].inputs
        for entry in found[here].entries:
            way = (*directories[here], entry.place)
            if entry.target is None:
                continue
            if entry.is_directory:
                if entry.target in found and entry.target not in directories:
                    directories[entry.target] = way
                    pending.append(entry.target)
            elif entry.field in OBJECTS:
                manifests.setdefault(entry.target, way)
            else:
                inputs.add(entry.target)
    return Reach(directories=directories, manifests=manifests, inputs=frozenset(inputs))


def covered_files(found: Kustomizations, rendered: bool) -> frozenset[str]:
    """Return the files that are not manifests to be read on their own.

    Patches and the like never are; the objects of a root are not when kustomize is there to render it.
    """
    covered = {file for each in found.values() for file in (each.file, *each.inputs)}
    covered |= {
        entry.target for each in found.values() for entry in each.entries if entry.target and entry.field not in OBJECTS
    }
    if rendered:
        for root in find_roots(found):
            covered |= reach(found, root).files
    return frozenset(covered)
