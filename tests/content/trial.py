"""Tries declarations out: scenes as small graphs, examples as files read from disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from bartizan.app import catalog
from bartizan.collect.assets import Made, Plans, make
from bartizan.collect.formats import formats
from bartizan.collect.image.layer.wants import any_of
from bartizan.collect.image.origin.opening import open_image
from bartizan.collect.tree import IMAGE, LookedFor, walk
from bartizan.core.claim import Rule, Scene
from bartizan.core.finding import Verdict
from bartizan.core.kind import Asset, Link
from bartizan.core.source import Shown, Source
from bartizan.graph.graph import Graph
from bartizan.posture.judge import verdict
from tests.collect.image import making


def things(scene: Scene) -> tuple[Asset, ...]:
    return scene if isinstance(scene, tuple) else (scene,)


def tried(rule: Rule[Any], scene: Scene) -> Verdict | None:
    world = things(scene)
    return verdict(rule, world[0], Graph(world))


def file_for(source: Source[Any], shown: Shown) -> str:
    """Return the name under which an example is written to disk."""
    first = source.each.types[0]
    if shown.file:
        return shown.file
    if first.startswith(("AWS::", "Custom::", "parameter")):
        return "template.yaml"
    for prefix, name in _NAMES.items():
        if first.startswith(prefix):
            return name
    return "manifest.yaml" if "/" in first or first[:1].isupper() else "main.tf"


_NAMES = {
    "dockerfile": "Dockerfile",
    "compose/": "compose.yaml",
    "github/": ".github/workflows/example.yml",
    "gitlab/": ".gitlab-ci.yml",
    "azure-pipelines/": "azure-pipelines.yml",
}


def read(directory: Path) -> list[Asset]:
    """Return the assets of a directory, as a scan makes them, with the address alone as id."""
    looked_for = LookedFor(credentials=catalog.credentials(), weaknesses=catalog.weaknesses(), key=b"example")
    tree = replace(walk(directory), looked_for=looked_for)
    plans = Plans(catalog.sources())
    assets: list[Asset] = []
    for form in (form for form in formats().values() if not form.optional):
        for unit in form.units(tree):
            reading = form.read(unit, tree)
            assert not [gap for gap in reading.gaps if not gap.about], reading.gaps
            made: Made = make(reading, "", plans)
            assets.extend(made.assets)
    return assets


def of_image(directory: Path, text: str) -> list[Asset]:
    """Return the assets of the image that an example tells of; see `tests.collect.image.making.shown`."""
    asked = [form for form in formats().values() if IMAGE in form.of]
    with open_image(str(making.shown(text, directory)), wants=any_of([form.wants for form in asked])) as tree:
        readings = [form.read(unit, tree) for form in asked for unit in form.units(tree)]
        return [asset for reading in readings for asset in make(reading, "", Plans(catalog.sources())).assets]


def written(directory: Path, source: Source[Any], shown: Shown) -> list[Asset]:
    """Write an example to disk and return what is read from it."""
    if shown.file == "image.json":
        return of_image(directory, shown.text)
    path = directory / file_for(source, shown)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(shown.text, encoding="utf-8")
    return read(directory)


def attribute_names(kind: type[Asset]) -> set[str]:
    return set(kind.attributes)


def is_link(kind: type[Asset], name: str) -> bool:
    return isinstance(kind.attributes[name], Link)
