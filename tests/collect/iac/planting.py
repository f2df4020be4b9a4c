"""Plants files in a directory, and programs on PATH, for the tests of this package."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bartizan.collect.format import Format
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import Tree, walk


def plant(root: Path, files: Mapping[str, str | bytes]) -> Tree:
    """Write files below a directory and return its tree."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return walk(root)


def plant_program(directory: Path, name: str, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a shell script on PATH, before the programs of the system."""
    directory.mkdir(parents=True, exist_ok=True)
    program = directory / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{directory}:/usr/bin:/bin")


def read_all(form: Format, tree: Tree) -> Reading:
    """Return what all units of a format come to, as one reading."""
    readings = [form.read(unit, tree) for unit in form.units(tree)]
    return Reading(
        resources=[resource for reading in readings for resource in reading.resources],
        gaps=[gap for reading in readings for gap in reading.gaps],
    )


def by_address(reading: Reading) -> dict[str, Resource]:
    """Return the resources of a reading by their addresses, which must be different."""
    addresses = [resource.address for resource in reading.resources]
    assert len(set(addresses)) == len(addresses)
    return {resource.address: resource for resource in reading.resources}
