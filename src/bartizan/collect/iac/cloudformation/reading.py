"""Reads a unit: a template, and the templates of the stacks nested in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from bartizan.collect.format import Unit
from bartizan.collect.iac.cloudformation.ledger import Ledger
from bartizan.collect.iac.cloudformation.template import Template
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import Tree
from bartizan.core.place import Gap


def read(unit: Unit, tree: Tree) -> Reading:
    """Return what a template and the stacks nested in it declare.

    A template of the unit that its parent turned out not to nest (it is broken itself, or refers to it in some
    other way) is read on its own, so that nothing is lost.
    """
    ledger = Ledger(tree)
    resources: list[Resource] = []
    for file in (unit.root, *unit.files):
        if file in ledger.files:
            continue
        read = Template(file, ledger, prefix=_prefix(file, resources)).read()
        if isinstance(read, Gap):
            ledger.gap(read)
        else:
            resources += read
    return Reading(
        resources=_unique(resources),
        gaps=[*ledger.gaps, *ledger.untold()],
        also=tuple(sorted(ledger.files.difference(unit.files))),
    )


def _prefix(file: str, before: list[Resource]) -> str:
    return f"{PurePosixPath(file).name}." if before else ""


def _unique(resources: list[Resource]) -> list[Resource]:
    """Number the addresses that occur twice: a loop may make a name that is taken."""
    seen: dict[str, int] = {}
    made = []
    for resource in resources:
        count = seen[resource.address] = seen.get(resource.address, 0) + 1
        made.append(resource if count == 1 else replace(resource, address=f"{resource.address}#{count}"))
    return made
