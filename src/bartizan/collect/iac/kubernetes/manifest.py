"""The objects of one file of manifests: lists flattened, each with its identity and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bartizan.collect.iac.kubernetes.kinds import BUILT_IN, address_kind, group_of
from bartizan.collect.iac.kubernetes.secrecy import concealed, flags_read, placeholders_in, unfilled, words_in
from bartizan.collect.iac.kubernetes.streams import read_stream
from bartizan.collect.resource import Spots
from bartizan.collect.yaml import Document
from bartizan.core.place import Gap, Place

_KIND = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
_VERSION = re.compile(r"(?:[A-Za-z0-9_.-]+/)?[A-Za-z0-9_.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """One Kubernetes object as it is written."""

    group: str
    """The API group without its version, empty for the core group."""
    kind: str
    namespace: str
    """Empty for what lives outside of namespaces."""
    name: str
    """The name, `prefix*` where the cluster makes it up, empty where the kind has none (`KubeletConfiguration`)."""
    value: dict[str, Any]
    place: Place
    spots: Spots

    @property
    def type(self) -> str:
        """The kind with its group: `apps/Deployment`, `Pod`."""
        return f"{self.group}/{self.kind}" if self.group else self.kind

    @property
    def address(self) -> str:
        """Namespace, kind and name: `default/Deployment/web`, `ClusterRole/admin`."""
        name = self.name or self.place.file.rpartition("/")[2]
        return "/".join(filter(None, (self.namespace, address_kind(self.group, self.kind), name)))


@dataclass(frozen=True, slots=True)
class _Written:
    """A value where an object should be, with its places counted from its own root."""

    value: Any
    spots: Spots
    place: Place
    within: str = ""
    """The apiVersion and kind that the members of a typed list leave out: `v1 Pod`."""


def read_objects(text: str, file: str) -> tuple[list[Object], list[Gap]]:
    """Return the objects in a file's text, in order, and a gap for each document that is none."""
    found: list[Object] = []
    documents, gaps = read_stream(text, file)
    fill, words = placeholders_in(text), words_in(text)
    for document in documents:
        gaps.extend(_repetitions(document, file))
        for written in _flattened(_of(document, file)):
            item = _object(written)
            if isinstance(item, Gap):
                gaps.append(item)
            elif item is not None:
                found.append(_cleaned(item, fill, words))
    return found, gaps


def _of(document: Document, file: str) -> _Written:
    line, column = next(iter(document.spots.values()), (document.line, 1))
    place = Place(file, document.line, column if line == document.line else 1, document.end_line)
    return _Written(document.value, document.spots, place)


def _repetitions(document: Document, file: str) -> Iterator[Gap]:
    for path, line, column in document.repeated:
        parent, _, key = path.rpartition("/")
        where = f" in {parent}" if parent else ""
        why = f"The key {key} is given twice{where}: the last one is judged, as it is the one that counts. Remove one."
        yield Gap(file, why, line, column)


def _flattened(written: _Written) -> Iterator[_Written]:
    """Yield the members of a `List`, and of the lists within it; anything else as it is."""
    value = written.value
    kind = value.get("kind") if isinstance(value, dict) else None
    items = value.get("items") if isinstance(kind, str) and kind.endswith("List") else None
    if not isinstance(items, list):
        yield written
        return
    spots = _by_item(written.spots)
    singular = "" if kind == "List" else f"{value.get('apiVersion', '')} {str(kind).removesuffix('List')}"
    for index, item in enumerate(items):
        own = spots.get(str(index), {})
        line, column = own.pop("", (written.place.line, written.place.column))
        last = max((spot[0] for spot in own.values()), default=line)
        yield from _flattened(_Written(item, own, Place(written.place.file, line, column, last), singular))


def _by_item(spots: Spots) -> dict[str, dict[str, tuple[int, int]]]:
    """Return the spots of each member of `items`, by its index and by path from its own root."""
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for path, spot in spots.items():
        if path.startswith("items/"):
            index, _, rest = path[len("items/") :].partition("/")
            found.setdefault(index, {})[rest] = spot
    return found


def _object(written: _Written) -> Object | Gap | None:
    """Return the object that is written, a gap that says why it is none, or None for an empty document."""
    value, place = written.value, written.place
    if value is None or value == {}:
        return None
    if not isinstance(value, dict):
        return _refusal(place, "The document is no mapping, so it is not a Kubernetes object.")
    assumed_version, _, assumed_kind = written.within.partition(" ")
    kind, version = value.get("kind", assumed_kind), value.get("apiVersion", assumed_version)
    for key, text, form in (("kind", kind, _KIND), ("apiVersion", version, _VERSION)):
        if text in (None, ""):
            return _refusal(place, f"The document has no `{key}`, so it is not a Kubernetes object. Add it.")
        if not isinstance(text, str) or not form.fullmatch(text):
            return _refusal(_at(written, key), f"The `{key}` of the object is not the name of one. Correct it.")
    return _identified(written, group_of(version, kind), kind)


def _identified(written: _Written, group: str, kind: str) -> Object | Gap:
    metadata = written.value.get("metadata")
    if metadata is None:
        metadata = {}
    if not isinstance(metadata, dict):
        return _refusal(_at(written, "metadata"), "The object's `metadata` is no mapping. Correct it.")
    for key in ("name", "generateName", "namespace"):
        if not isinstance(metadata.get(key), str | None):
            why = f"The object's `{key}` is not text, which the API refuses. Put it in quotes."
            return _refusal(_at(written, f"metadata/{key}"), why)
    name, prefix, namespace = (metadata.get(key) or "" for key in ("name", "generateName", "namespace"))
    namespaced = BUILT_IN.get((group, kind))
    if not name and not prefix and namespaced is not None:
        return _refusal(written.place, f"The {kind} has no `metadata.name`, which the API refuses. Add it.")
    return Object(
        group=group,
        kind=kind,
        namespace=namespace if namespaced is None else (namespace or "default") if namespaced else "",
        name=name or (f"{prefix}*" if prefix else ""),
        value=written.value,
        place=written.place,
        spots=written.spots,
    )


def _at(written: _Written, path: str) -> Place:
    line, column = written.spots.get(path, (written.place.line, written.place.column))
    return Place(written.place.file, line, column)


def _refusal(place: Place, why: str) -> Gap:
    return Gap(place.file, why, place.line, place.column)


def _cleaned(item: Object, fill: bool, words: bool) -> Object:
    """Return an object of which no secret is kept, and what is filled in later is unknown."""
    value: dict[str, Any] = concealed(item.kind, item.value)
    if fill and item.kind != "CustomResourceDefinition":
        value = unfilled(value)
    if words:
        value = flags_read(value)
    if value is item.value:
        return item
    return Object(
        group=item.group,
        kind=item.kind,
        namespace=item.namespace,
        name=item.name,
        value=value,
        place=item.place,
        spots=item.spots,
    )
