"""Trees in memory, and what a format reads of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from bartizan.collect.formats import formats
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import DIRECTORY, Tree
from bartizan.core.truth import Unknown


@dataclass(frozen=True, slots=True)
class Programs:
    """Files by path, all of them executable."""

    contents: dict[str, bytes]

    def open(self, file: str) -> BinaryIO:
        return BytesIO(self.contents[file])

    def size(self, file: str) -> int:
        return len(self.contents[file])

    def mode(self, file: str) -> int:
        return 0o755


def planted(files: Mapping[str, str | bytes], of: str = DIRECTORY) -> Tree:
    contents = {path: data.encode() if isinstance(data, str) else data for path, data in files.items()}
    return Tree(Path("/nowhere"), tuple(sorted(contents)), of=of, storage=Programs(contents))


def readings(format: str, files: Mapping[str, str | bytes], of: str = DIRECTORY) -> list[Reading]:
    """Return what each unit of a format comes to."""
    form = formats()[format]
    tree = planted(files, of)
    assert of in form.of
    return [form.read(unit, tree) for unit in form.units(tree)]


def only(format: str, files: Mapping[str, str | bytes], of: str = DIRECTORY) -> Reading:
    """Return what the only unit of a format comes to."""
    (reading,) = readings(format, files, of)
    return reading


def packages(reading: Reading) -> dict[str, Resource]:
    """Return packages by address."""
    return {resource.address: resource for resource in reading.resources}


def told(reading: Reading, key: str) -> dict[str, Any]:
    """Return one value of every package by its address, `?` for what is unknown."""
    found = {resource.address: resource.value[key] for resource in reading.resources}
    return {address: "?" if isinstance(value, Unknown) else value for address, value in found.items()}


def why(reading: Reading, address: str, key: str = "version") -> str:
    """Return why a value of a package is unknown."""
    value = packages(reading)[address].value[key]
    assert isinstance(value, Unknown)
    return value.why


def lines(reading: Reading) -> dict[str, str]:
    return {resource.address: f"{resource.place.file}:{resource.place.line}" for resource in reading.resources}
