"""An `environment.yml` as packages, of conda and of pip.

Where both ask for the same package in the same version, the one of pip is kept: advisories are about that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading, rows, word
from bartizan.collect.package import Package
from bartizan.collect.packages.conda_environment.spec import spec
from bartizan.collect.packages.python_manifest.origin import of_url
from bartizan.collect.packages.python_requirements.lines import lines
from bartizan.collect.packages.python_requirements.reading import requirement
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree


def read(unit: Unit, tree: Tree) -> Reading:
    """Read what an environment asks for."""
    lock = opened(tree, unit.root)
    return reading(wished(lock), lock.gaps)


def wished(lock: LockFile) -> list[Package]:
    """Return the packages that an environment asks for, those of pip first."""
    data, spots = lock.yaml()
    of_conda: list[Package] = []
    of_pip: list[Package] = []
    for number, entry in enumerate(
        part for part in lock.shaped(lambda: rows(data.get("dependencies"), "dependencies"))
    ):
        path = f"dependencies/{number}"
        if isinstance(entry, dict):
            of_pip += _pip(lock, entry, path, spots)
            continue
        line = spots.get(path, (1, 1))[0]
        try:
            asked = spec(word(entry, "a dependency"))
        except Misshapen as error:
            lock.gap(f"An entry is left out: {error}.", line, about="dependency")
            continue
        of_conda.append(
            Package(
                ecosystem="Conda",
                name=asked.name,
                version=asked.version,
                place=lock.place(line),
                direct=True,
                purl=asked.purl,
            )
        )
    return of_pip + of_conda


def _pip(lock: LockFile, entry: dict[str, Any], path: str, spots: Mapping[str, tuple[int, int]]) -> list[Package]:
    packages = []
    for number, text in enumerate(lock.shaped(lambda: rows(entry.get("pip"), "pip"))):
        line = spots.get(f"{path}/pip/{number}", (1, 1))[0]
        try:
            found = [each for each in lines(word(text, "a requirement")) if each.kind in ("package", "editable")]
            asked = requirement(found[0]) if found else None
        except Misshapen as error:
            lock.gap(f"A requirement is left out: {error}.", line, about="requirement")
            continue
        if asked is not None:
            purl = of_url(asked.name, asked.version, asked.url)
            packages.append(
                Package(
                    ecosystem="PyPI",
                    name=asked.name,
                    version=asked.version,
                    place=lock.place(line),
                    direct=True,
                    purl=purl,
                )
            )
    return packages
