"""Helm charts: rendered by helm with the chart's own values, and placed in its templates."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from bartizan.collect.format import Format, Unit
from bartizan.collect.iac.kubernetes.addresses import declare
from bartizan.collect.iac.kubernetes.charts import below, whole_charts
from bartizan.collect.iac.kubernetes.manifest import Object, read_objects
from bartizan.collect.iac.kubernetes.rendering import Unrendered, find_program, workplace
from bartizan.collect.iac.kubernetes.templates import moved_spots, template_lines
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.collect.yaml import Document, YamlError, documents
from bartizan.core.place import Gap, Place

_SCHEMA = "values.schema.json"
"""Not given to helm: a schema may refer to others on the network, and changes nothing in what is rendered."""
_NO_SCHEMA = "--skip-schema-validation"
"""For the schemas in packed charts; helm knows it since 3.16."""
_SOURCE = re.compile(r"^# Source: (.+?)\s*$", re.MULTILINE)
_SEPARATOR = re.compile(r"^---(?=\s|$)", re.MULTILINE)
_NAME = re.compile(rb"^name:\s*[\"']?([^\s\"']+)", re.MULTILINE)
_RELEASE = re.compile(r"[^a-z0-9]+")
_RELEASE_LENGTH = 53


@dataclass(frozen=True, slots=True)
class _Need:
    """A chart that another depends on, and where that is written."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class _Chart:
    """What a `Chart.yaml` says."""

    name: str
    library: bool
    """Whether it holds only definitions for other charts, and renders nothing."""
    needs: tuple[_Need, ...]
    """The charts it depends on."""


def find_units(tree: Tree) -> Iterator[Unit]:
    """Yield a unit for each chart that is not part of another, with every file below it."""
    for directory in whole_charts(tree):
        files = tuple(file for file in tree.files if below(file, directory) is not None)
        yield Unit("helm", posixpath.join(directory, "Chart.yaml"), files)


def _directory(unit: Unit) -> str:
    return posixpath.dirname(unit.root)


def read_chart(unit: Unit, tree: Tree) -> Reading:
    """Read the objects that helm renders from a chart with its default values.

    Charts it depends on that are not there are left out of the rendering, and a gap says so.
    """
    file = unit.root
    chart = _read_chart(file, tree)
    if isinstance(chart, Gap):
        return Reading(gaps=[chart])
    if chart.library:
        return Reading()
    helm = find_program("helm", tree)
    instead = f"scan the output of `helm template {_release(chart.name)} {_directory(unit) or '.'}`"
    if helm is None:
        why = f"The chart {chart.name} is not rendered, because helm was not found on PATH: install helm, or {instead}."
        return Reading(gaps=[Gap(file, why)])
    missing = [need for need in chart.needs if not _vendored(need.name, unit, tree)]
    gaps = [_missing(missing, unit)] if missing else []
    try:
        reading = _rendered(helm, unit, tree, chart.name, missing)
    except Unrendered as error:
        why = f"helm cannot render the chart {chart.name}: {str(error).rstrip('.')}. Correct it, or {instead}"
        return Reading(gaps=[*gaps, Gap(file, f"{why} with the values it needs.")])
    return Reading(resources=reading.resources, gaps=[*gaps, *reading.gaps])


def _read_chart(file: str, tree: Tree) -> _Chart | Gap:
    try:
        document = next(iter(documents(tree.text(file))), None)
    except Unreadable as error:
        return Gap(file, str(error))
    except YamlError as error:
        return Gap(file, f"The chart's description is not valid YAML: {error.why}.", error.line, error.column)
    if document is None or not isinstance(document.value, dict) or not isinstance(document.value.get("name"), str):
        return Gap(file, "The chart has no name, so it is not rendered. Add `name` to its Chart.yaml.")
    older = posixpath.join(posixpath.dirname(file), "requirements.yaml")
    needs = (*_needs(document, file), *_requirements(older, tree))
    return _Chart(document.value["name"], document.value.get("type") == "library", needs)


def _requirements(file: str, tree: Tree) -> list[_Need]:
    """Return what a chart of the first version depends on, which it keeps in a file of its own."""
    try:
        return [need for document in documents(tree.text(file)) for need in _needs(document, file)]
    except (Unreadable, YamlError):  # there is none, or helm says what is wrong with it
        return []


def _needs(document: Document, file: str) -> Iterator[_Need]:
    value: Any = document.value
    needs = value.get("dependencies") if isinstance(value, dict) else None
    for index, need in enumerate(needs if isinstance(needs, list) else []):
        if isinstance(need, dict) and isinstance(need.get("name"), str):
            yield _Need(need["name"], Place(file, *document.spots.get(f"dependencies/{index}", (1, 1))))


def _vendored(name: str, unit: Unit, tree: Tree) -> bool:
    """Tell whether a chart that this one depends on is in its `charts` directory."""
    charts = posixpath.join(_directory(unit), "charts")
    for file in unit.files:
        entry = below(file, charts)
        if entry is None:
            continue
        if entry.startswith(f"{name}/") or (entry.startswith(f"{name}-") and entry.endswith(".tgz")):
            return True
        if entry.count("/") == 1 and entry.endswith("/Chart.yaml") and _named(name, tree.head(file)):
            return True
    return False


def _named(name: str, head: bytes) -> bool:
    found = _NAME.search(head)
    return found is not None and found.group(1) == name.encode()


def _missing(needs: list[_Need], unit: Unit) -> Gap:
    names, place = ", ".join(sorted({need.name for need in needs})), needs[0].place
    why = (
        f"The chart depends on {names}, not found in its charts directory and not downloaded here: what that declares "
        f"is not judged. Run `helm dependency build {_directory(unit) or '.'}` and scan again."
    )
    return Gap(place.file, why, place.line, place.column)


def _without(needs: list[_Need], file: str, tree: Tree) -> bytes:
    """Return a file that names dependencies, without those that are missing; raises `Unrendered`."""
    try:
        value = next((document.value for document in documents(tree.text(file))), None)
    except (Unreadable, YamlError) as error:
        raise Unrendered(f"{file}: {error}") from None
    names = {need.name for need in needs}
    rest = dict(value) if isinstance(value, dict) else {}
    all_needs = rest.pop("dependencies", [])
    kept = [need for need in all_needs if not isinstance(need, dict) or need.get("name") not in names]
    return json.dumps({**rest, "dependencies": kept}).encode()


def _release(chart: str) -> str:
    """Return the name under which a chart is rendered: its own, as far as a release may have it."""
    return _RELEASE.sub("-", chart.lower())[:_RELEASE_LENGTH].strip("-") or "release"


def _rendered(helm: str, unit: Unit, tree: Tree, name: str, missing: list[_Need]) -> Reading:
    """Return what helm makes of copies of a chart's files; raises `Unrendered`."""
    with workplace() as here:
        here.add(tree, (file for file in unit.files if posixpath.basename(file) != _SCHEMA))
        for file in {need.place.file for need in missing}:
            here.write(f"tree/{file}", _without(missing, file, tree))
        arguments = ["template", _release(name), posixpath.join("tree", _directory(unit)), "--skip-tests"]
        try:
            text = here.run(helm, [*arguments, _NO_SCHEMA])
        except Unrendered as error:
            if "unknown flag" not in str(error):
                raise
            text = here.run(helm, arguments)
    templates = _Templates(tree, unit)
    objects: list[Object] = []
    gaps: list[Gap] = []
    for part in _parts(text):
        found, missed = templates.objects(part)
        objects += found
        gaps += missed
    resources, repeated = declare(objects, _directory(unit))
    return Reading(resources=resources, gaps=[*gaps, *repeated])


def _parts(text: str) -> Iterator[str]:
    """Yield the documents that helm prints, each with the comment that names its template."""
    starts = [0, *(match.start() for match in _SEPARATOR.finditer(text))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if text[start:end].strip(" \n-"):
            yield text[start:end]


class _Templates:
    """The templates of a chart, in which the lines of its rendering are found again."""

    def __init__(self, tree: Tree, unit: Unit) -> None:
        self._tree, self._unit = tree, unit
        self._lines: dict[str, list[str]] = {}
        self._taken: dict[str, set[int]] = {}

    def objects(self, part: str) -> tuple[list[Object], list[Gap]]:
        """Return the objects of one rendered document at their places in the template."""
        source = _SOURCE.search(part)
        file = self._file(source.group(1) if source else "")
        found, gaps = read_objects(part, file)
        template = self._template(file)
        taken = self._taken.setdefault(file, set())
        lines = template_lines(part.splitlines(), template, taken) if found else {}
        return [_placed(item, lines, template) for item in found], [replace(gap, line=0, column=0) for gap in gaps]

    def _file(self, source: str) -> str:
        """Return the file of the tree that helm names by the chart's name; the chart's own where it is packed."""
        path = source.partition("/")[2]
        named = posixpath.join(_directory(self._unit), path)
        return named if path and named in self._unit.files else self._unit.root

    def _template(self, file: str) -> list[str]:
        if file not in self._lines:
            try:
                self._lines[file] = self._tree.text(file).splitlines() if file != self._unit.root else []
            except Unreadable:
                self._lines[file] = []
        return self._lines[file]


def _placed(item: Object, lines: dict[int, int], template: list[str]) -> Object:
    spots = moved_spots(item.spots, lines, template)
    line, column = min(spots.values(), default=(1, 1))
    last = max((spot[0] for spot in spots.values()), default=0)
    return replace(item, place=Place(item.place.file, line, column, last), spots=spots)


FORMAT = Format(id="helm", title="Helm charts", units=find_units, read=read_chart, programs=("helm",))
