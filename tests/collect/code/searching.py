"""Source files written to disk and searched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bartizan.app import catalog
from bartizan.collect.code.weaknesses import FORMAT
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import LookedFor, Tree, walk
from bartizan.core.weakness import Weakness

WEAKNESSES = tuple(weakness for _, weakness in catalog.declared("weaknesses", Weakness))


def tree(folder: Path, files: dict[str, str | bytes]) -> Tree:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return replace(walk(folder), looked_for=LookedFor(weaknesses=WEAKNESSES))


def searched(folder: Path, files: dict[str, str | bytes]) -> Reading:
    world = tree(folder, files)
    readings = [FORMAT.read(unit, world) for unit in FORMAT.units(world)]
    return Reading(
        resources=[resource for reading in readings for resource in reading.resources],
        gaps=[gap for reading in readings for gap in reading.gaps],
    )


def shown(reading: Reading) -> list[tuple[str, int]]:
    return [(resource.value["weakness"], resource.place.line) for resource in by_place(reading.resources)]


def by_place(resources: list[Resource]) -> list[Resource]:
    return sorted(resources, key=lambda each: (each.place.file, each.place.line, each.address))
