"""Writes configurations for the tests, reads them, and finds what they declare."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bartizan.collect.iac.terraform import FORMAT
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import walk


def plant(root: Path, files: dict[str, str]) -> None:
    """Write files by their paths relative to `root`."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def read_all(root: Path) -> dict[str, Reading]:
    """Return the readings of the root modules of a directory, by their directories."""
    tree = walk(root)
    return {unit.root: FORMAT.read(unit, tree) for unit in FORMAT.units(tree)}


def read(root: Path, files: dict[str, str]) -> Reading:
    """Write files and return the reading of the only root module among them."""
    plant(root, files)
    readings = read_all(root)
    assert len(readings) == 1, sorted(readings)
    return next(iter(readings.values()))


def declared(reading: Reading) -> dict[str, Resource]:
    """Return the resources of a reading by address; addresses are unique."""
    found = {resource.address: resource for resource in reading.resources}
    assert len(found) == len(reading.resources)
    return found


def values(root: Path, main: str, **more: str) -> dict[str, dict[str, Any]]:
    """Return the values of what `main.tf` declares, by address; `more` files are named with `__` for a slash."""
    files = {name.replace("__", "/").replace("_tf", ".tf"): text for name, text in more.items()}
    return {address: each.value for address, each in declared(read(root, {"main.tf": main, **files})).items()}


def evaluated(root: Path, expression: str, before: str = "") -> Any:
    """Return what an expression evaluates to in an attribute of a resource."""
    return values(root, f'{before}\nresource "a_thing" "x" {{\n  value = {expression}\n}}\n')["a_thing.x"]["value"]


def expression_of(expression: str) -> Any:
    """Return what an expression of constants evaluates to within a bounded project, unknown where it is refused."""
    with TemporaryDirectory() as directory:
        return evaluated(Path(directory), expression)
