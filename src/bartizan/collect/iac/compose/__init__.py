"""Compose files: services, networks, volumes, secrets and configs of containers on one host."""

from __future__ import annotations

import posixpath

from bartizan.collect.format import Format, Unit
from bartizan.collect.iac.compose.files import OVERRIDES, find_units
from bartizan.collect.iac.compose.layers import Declared
from bartizan.collect.iac.compose.project import SECTIONS, Project, settled_value
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import Tree


def read_project(unit: Unit, tree: Tree) -> Reading:
    """Read what a Compose file declares, with its override, what it includes and what its services extend."""
    project = Project(tree)
    files = sorted(unit.files, key=lambda file: posixpath.basename(file) in OVERRIDES)
    layer = project.together(files)
    services = {name: project.completed(service, files[0]) for name, service in layer["services"].items()}
    resources = [
        _resource(section, declared)
        for section in SECTIONS
        for declared in (services if section == "services" else layer[section]).values()
    ]
    return Reading(resources=resources, gaps=project.gaps, also=tuple(sorted(project.files - set(unit.files))))


def _resource(section: str, declared: Declared) -> Resource:
    return Resource(
        type=f"compose/{section.removesuffix('s')}",
        address=f"{section}.{declared.name}",
        value=settled_value(declared),
        place=declared.place,
        spots=declared.spots,
    )


FORMAT = Format(id="compose", title="Docker Compose", units=find_units, read=read_project)
