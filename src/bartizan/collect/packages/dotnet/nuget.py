"""The files that tell of NuGet packages, each read by its own module."""

from __future__ import annotations

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import opened, reading
from bartizan.collect.packages.dotnet import PROJECTS, application, assets, config, lock, project
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree


def read(unit: Unit, tree: Tree) -> Reading:
    """Read one file, with what it inherits."""
    if unit.root.endswith(PROJECTS):
        return project.read(unit, tree)
    file = opened(tree, unit.root)
    if unit.root.endswith("packages.lock.json"):
        packages = lock.packages(file)
    elif unit.root.endswith("project.assets.json"):
        packages = assets.packages(file)
    elif unit.root.endswith("packages.config"):
        packages = config.packages(file)
    else:
        packages = application.packages(file)
    return reading(packages, file.gaps)
