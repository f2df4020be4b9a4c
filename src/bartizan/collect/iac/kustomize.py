"""Kustomizations: rendered by kubectl, and placed in the manifests that the objects come from."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bartizan.collect.format import Format, Unit
from bartizan.collect.iac.kubernetes.addresses import declare
from bartizan.collect.iac.kubernetes.kustomizations import (
    Kustomization,
    Kustomizations,
    find_kustomizations,
    remote_in_configuration,
)
from bartizan.collect.iac.kubernetes.manifest import Object, read_objects
from bartizan.collect.iac.kubernetes.origins import carried_spots, source_of
from bartizan.collect.iac.kubernetes.rendering import Unrendered, find_program, workplace
from bartizan.collect.iac.kubernetes.roots import Reach, find_roots, reach
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.collect.yaml import YamlError, documents
from bartizan.core.place import Gap, Place

_ORIGIN = "config.kubernetes.io/origin"
_TREE = "../tree/"
_CHAIN = re.compile(
    r"(?:E\d{4} .*?err=)|(?:.*(?:accumulation of|merging from|make target for) path '[^']*': )|\"$", re.DOTALL
)
"""What kustomize says before the reason, and kubectl's log around it."""
_REASON = 300
_AS_WRITTEN = "so it is not rendered: its manifests are judged as they are written, without its patches"


def find_units(tree: Tree) -> Iterator[Unit]:
    """Yield a unit for each kustomization that no other refers to, with every file it reaches.

    Its root is the kustomization file: the directory may hold manifests that are not part of it.
    """
    found = find_kustomizations(tree)
    for directory in find_roots(found):
        yield Unit("kustomize", found[directory].file, tuple(_files(found, reach(found, directory))))


def _files(found: Kustomizations, reached: Reach) -> list[str]:
    return sorted({*reached.files, *(found[directory].file for directory in reached.directories)})


def read_kustomization(unit: Unit, tree: Tree) -> Reading:
    """Read the objects that a kustomization renders.

    Where it cannot be rendered its manifests are read as they are written, beside the gap that says so; not
    when kubectl is missing, for then they are read as plain manifests.
    """
    found = find_kustomizations(replace(tree, files=unit.files, gaps=()))
    directory, file = posixpath.dirname(unit.root), unit.root
    if directory not in found:
        return Reading(gaps=[Gap(file, "The kustomization changed while it was read. Scan again.")])
    reached = reach(found, directory)
    kubectl = find_program("kubectl", tree)
    if kubectl is None:
        why = f"kubectl was not found on PATH, {_AS_WRITTEN}. Install kubectl, or scan the output of {_command(unit)}."
        return Reading(gaps=[Gap(file, why)])
    gaps = list(_obstacles(found, reached, tree))
    if not gaps:
        try:
            return _rendered(kubectl, unit, tree, found, reached)
        except Unrendered as error:
            why = f"kubectl cannot build the kustomization, {_AS_WRITTEN}: {_reason(error)}."
            gaps.append(Gap(file, f"{why} Correct it until {_command(unit)} succeeds."))
    objects, missed = _as_written(reached, tree)
    resources, repeated = declare(objects, directory)
    return Reading(resources=resources, gaps=[*gaps, *missed, *repeated])


def _reason(error: Unrendered) -> str:
    """Return the end of what kustomize says, which is the reason; what is before it is where it was at."""
    reason = _CHAIN.sub("", str(error)).strip(" .")
    return reason if len(reason) <= _REASON else f"…{reason[-_REASON:]}"


def _command(unit: Unit) -> str:
    return f"`kubectl kustomize {posixpath.dirname(unit.root) or '.'}`"


def _obstacles(found: Kustomizations, reached: Reach, tree: Tree) -> Iterator[Gap]:
    """Yield why a kustomization is not given to kubectl at all."""
    each = [found[directory] for directory in reached.directories]
    for kustomization in each:
        yield from _obstacles_of(kustomization)
    if any(kustomization.configured for kustomization in each):
        for file in sorted(reached.files):
            yield from (_not_fetched(Place(file), text) for text in _remote_in(file, tree))


def _obstacles_of(kustomization: Kustomization) -> Iterator[Gap]:
    if kustomization.gap is not None:
        yield kustomization.gap
    if kustomization.helm:
        place = kustomization.spots.get("helmCharts", (1, 1))
        why = f"The kustomization renders Helm charts, which is not asked of kubectl, {_AS_WRITTEN}."
        yield Gap(kustomization.file, f"{why} Scan the output of `kubectl kustomize --enable-helm`.", *place)
    for entry in kustomization.remote:
        yield _not_fetched(entry.place, entry.text)
    for entry in kustomization.entries:
        if entry.target is None and not entry.remote:
            why = f"The kustomization refers to {entry.text}, which the scanned directory has not"
            why = f"{why} (links are not followed), {_AS_WRITTEN}."
            yield Gap(entry.place.file, why, entry.place.line, entry.place.column)


def _not_fetched(place: Place, text: str) -> Gap:
    why = f"The kustomization refers to {text}, which is not fetched, {_AS_WRITTEN}."
    return Gap(place.file, f"{why} Scan the output of `kubectl kustomize` instead.", place.line, place.column)


def _remote_in(file: str, tree: Tree) -> list[str]:
    try:
        return list(remote_in_configuration(tree.text(file)))
    except Unreadable:
        return []


def _rendered(kubectl: str, unit: Unit, tree: Tree, found: Kustomizations, reached: Reach) -> Reading:
    """Return what kubectl makes of copies of the files; raises `Unrendered`.

    The kustomization is built through one of our own that asks for the origin of each object.
    """
    directory = posixpath.dirname(unit.root)
    ours = {"resources": [posixpath.join(_TREE, directory)], "buildMetadata": ["originAnnotations"]}
    with workplace() as here:
        here.add(tree, unit.files)
        here.write("ours/kustomization.yaml", json.dumps(ours).encode())
        text = here.run(kubectl, ["kustomize", "ours"])
    objects, gaps = read_objects(text, unit.root)
    gaps = [replace(gap, line=0, column=0) for gap in gaps]
    sources = _Sources(tree, found, reached, Place(unit.root))
    resources, repeated = declare([sources.placed(item) for item in objects], directory)
    return Reading(resources=resources, gaps=[*gaps, *repeated])


class _Sources:
    """The files of a kustomization, in which its rendered objects are found again."""

    def __init__(self, tree: Tree, found: Kustomizations, reached: Reach, otherwise: Place) -> None:
        self._tree, self._found, self._reached, self._otherwise = tree, found, reached, otherwise
        self._objects: dict[str, list[Object]] = {}

    def placed(self, item: Object) -> Object:
        """Return a rendered object at the place it was written at."""
        value, origin = _without_origin(item.value)
        file = _in_tree(origin.get("path")) or _in_tree(origin.get("configuredIn"))
        if file in self._reached.manifests:
            via = self._reached.manifests[file]
            written = source_of(item, self._read(file))
            place = Place(file, via=via) if written is None else replace(written.place, via=via)
            spots = carried_spots(value, written.value, written.spots) if written is not None else {}
            return replace(item, value=value, place=place, spots=spots)
        return replace(item, value=value, place=self._generated(item, file), spots={})

    def _read(self, file: str) -> list[Object]:
        if file not in self._objects:
            try:
                self._objects[file] = read_objects(self._tree.text(file), file)[0]
            except Unreadable:
                self._objects[file] = []
        return self._objects[file]

    def _generated(self, item: Object, file: str) -> Place:
        """Return the place of the generator of a kustomization that made an object."""
        directory = posixpath.dirname(file)
        if directory not in self._reached.directories or self._found[directory].file != file:
            return self._otherwise
        made = [each for each in self._found[directory].generated if each.kind == item.kind and each.name in item.name]
        place = max(made, key=lambda each: len(each.name)).place if made else Place(file)
        return replace(place, via=self._reached.directories[directory])


def _without_origin(value: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return an object without the annotation that kubectl was asked to add, and what the annotation says."""
    metadata = value.get("metadata")
    annotations = metadata.get("annotations") if isinstance(metadata, dict) else None
    if not isinstance(metadata, dict) or not isinstance(annotations, dict) or _ORIGIN not in annotations:
        return value, {}
    try:
        origin = next((document.value for document in documents(str(annotations[_ORIGIN]))), None)
    except YamlError:
        origin = None
    kept = {key: text for key, text in annotations.items() if key != _ORIGIN}
    rest = {key: item for key, item in metadata.items() if key != "annotations"}
    metadata = {**rest, "annotations": kept} if kept else rest
    return {**value, "metadata": metadata}, origin if isinstance(origin, dict) else {}


def _in_tree(path: object) -> str:
    return path.removeprefix(_TREE) if isinstance(path, str) and path.startswith(_TREE) else ""


def _as_written(reached: Reach, tree: Tree) -> tuple[list[Object], list[Gap]]:
    """Return the objects of the manifests that a kustomization reaches, without what it changes in them."""
    objects: list[Object] = []
    gaps: list[Gap] = []
    for file, via in sorted(reached.manifests.items()):
        try:
            found, missed = read_objects(tree.text(file), file)
        except Unreadable as error:
            gaps.append(Gap(file, str(error)))
            continue
        objects += [replace(item, place=replace(item.place, via=via)) for item in found]
        gaps += missed
    return objects, gaps


FORMAT = Format(id="kustomize", title="Kustomize", units=find_units, read=read_kustomization, programs=("kubectl",))
