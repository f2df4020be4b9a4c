"""Kubernetes manifests: YAML and JSON files that hold objects of a cluster."""

from __future__ import annotations

from bartizan.collect.format import Format, Unit
from bartizan.collect.iac.kubernetes.addresses import declare
from bartizan.collect.iac.kubernetes.files import find_units
from bartizan.collect.iac.kubernetes.manifest import Object, read_objects
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap


def read_manifests(unit: Unit, tree: Tree) -> Reading:
    """Read the objects that a unit's files declare."""
    objects: list[Object] = []
    gaps: list[Gap] = []
    for file in unit.files:
        try:
            found, missed = read_objects(tree.text(file), file)
        except Unreadable as error:
            gaps.append(Gap(file, str(error)))
            continue
        objects += found
        gaps += missed
    resources, repeated = declare(objects, unit.root)
    return Reading(resources=resources, gaps=[*gaps, *repeated])


FORMAT = Format(id="kubernetes", title="Kubernetes manifests", units=find_units, read=read_manifests)
