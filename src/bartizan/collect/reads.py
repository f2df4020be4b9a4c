"""Compiles the reads of a source: from data in a declaration to functions on a resource."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bartizan.collect.neighbours import Neighbours, references
from bartizan.collect.query import Query, compiled, focus
from bartizan.collect.resource import Resource, Spots
from bartizan.core.place import Place
from bartizan.core.source import Beside, First, Fixed, Inverse, Owner, OwnerLink, Read, Through, Unseen
from bartizan.core.truth import Unknown


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing to read from: a resource, or an element nested in it at `path`."""

    resource: Resource
    value: Any
    path: str
    neighbours: Neighbours


@dataclass(frozen=True, slots=True)
class Written:
    """Where something is written: a path in a resource, empty for the whole of it."""

    resource: Resource
    path: str

    @property
    def place(self) -> Place:
        """The line of it."""
        return self.resource.locate(self.path)


@dataclass(frozen=True, slots=True)
class Reader:
    """One read, compiled: how to get the value, and where a person should look for it."""

    value: Callable[[Spot], Any]
    places: Callable[[Spot], list[Written]]
    """What it is read from: more than one place only where it is made of several resources."""

    def place(self, spot: Spot) -> Place | None:
        """Return where a person should look for the value."""
        return next((written.place for written in self.places(spot)), None)


def reader(read: Read) -> Reader | None:
    """Return the compiled form of a read; None for an inverse link, which is made once all assets exist."""
    return None if isinstance(read, Inverse) else _COMPILERS[type(read)](read)


def _own(read: str) -> Reader:
    query, paths = compiled(read), focus(read)
    return Reader(lambda spot: query(spot.value), lambda spot: _found(spot.resource, spot.path, paths))


def _owner(read: Owner) -> Reader:
    query, paths = compiled(read.read), focus(read.read)
    return Reader(lambda spot: query(spot.resource.value), lambda spot: _found(spot.resource, "", paths))


def _found(resource: Resource, prefix: str, paths: tuple[str, ...]) -> list[Written]:
    """Return where the first path that is written is, or the nearest thing around it; nothing where nothing is."""
    spots = resource.spots
    full = [f"{prefix}/{path}" if prefix else path for path in paths]
    written = next((path for path in full if path in spots), None)
    if written is None:
        around = [parent for parent in map(_parent(spots, prefix), full) if parent]
        written = max(around, key=len) if around else prefix if prefix in spots else None
    return [] if written is None else [Written(resource, written)]


def _parent(spots: Spots, prefix: str) -> Callable[[str], str]:
    """Return the function from a path to the nearest thing around it that is written, below the prefix."""

    def parent(path: str) -> str:
        path = path.rpartition("/")[0]
        while path and path != prefix and path not in spots:
            path = path.rpartition("/")[0]
        return path

    return parent


def _owner_link(_: OwnerLink) -> Reader:
    return Reader(lambda spot: [spot.resource.address], lambda _: [])


def _beside(read: Beside) -> Reader:
    types = (read.types,) if isinstance(read.types, str) else read.types
    query, paths = compiled(read.read), focus(read.read)

    def value(spot: Spot) -> Any:
        found, doubt = spot.neighbours.referring(types, read.on, spot.resource)
        if read.all:
            values: list[Any] = [other.value if other.doubt is None else other.doubt for other in found]
            values += [] if doubt is None else [doubt]
            return query(values) if values else read.none
        if not found:
            return read.none if doubt is None else doubt
        return _certain(found[0], query)

    def places(spot: Spot) -> list[Written]:
        found, _ = spot.neighbours.referring(types, read.on, spot.resource)
        counted = found if read.all else found[:1]
        return [(_found(other, "", paths) or [Written(other, "")])[0] for other in counted]

    return Reader(value, places)


def _certain(resource: Resource, query: Query) -> Any:
    """Read from a resource, unless it may not come to exist."""
    return query(resource.value) if resource.doubt is None else resource.doubt


def _through(read: Through) -> Reader:
    by, query, paths = compiled(read.by), compiled(read.read), focus(read.read)

    def target(spot: Spot) -> Resource | Unknown | None:
        reference = by(spot.value)
        if reference is None or reference == []:
            return None
        addresses = references(reference)
        found = next((r for r in map(spot.neighbours.named, addresses) if r is not None), None)
        return Unknown("it refers to something that is declared elsewhere") if found is None else found

    def value(spot: Spot) -> Any:
        found = target(spot)
        if found is None:
            return read.none
        return found if isinstance(found, Unknown) else _certain(found, query)

    def places(spot: Spot) -> list[Written]:
        found = target(spot)
        return _found(found, "", paths) if isinstance(found, Resource) else []

    return Reader(value, places)


def _first(read: First) -> Reader:
    readers = [made for made in map(reader, read.reads) if made is not None]

    def tried(spot: Spot) -> Iterator[tuple[Any, Reader]]:
        for each in readers:
            value = each.value(spot)
            yield value, each
            if value is not None:
                return

    def value(spot: Spot) -> Any:
        return [value for value, _ in tried(spot)][-1]

    def places(spot: Spot) -> list[Written]:
        found = [each.places(spot) for value, each in tried(spot)]
        return next((places for places in reversed(found) if places), [])

    return Reader(value, places)


def _fixed(read: Fixed) -> Reader:
    return Reader(lambda _: read.value, lambda _: [])


def _unseen(read: Unseen) -> Reader:
    unseen = Unknown(read.why)
    return Reader(lambda _: unseen, lambda _: [])


_COMPILERS: dict[type, Callable[[Any], Reader]] = {
    str: _own,
    Owner: _owner,
    OwnerLink: _owner_link,
    Beside: _beside,
    Through: _through,
    First: _first,
    Fixed: _fixed,
    Unseen: _unseen,
}


def elements(query: Query | None, resource: Resource, within: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the nested elements a source is about, each with its path; the resource itself without a query.

    Elements of a text, such as a policy written as JSON, have no path of their own but that of the text: `within`.
    """
    if query is None:
        yield "", resource.value
        return
    picked = query(resource.value)
    if isinstance(picked, Unknown):
        yield "?", picked
        return
    paths = _paths(resource.value)
    for index, element in enumerate(picked if isinstance(picked, list) else [] if picked is None else [picked]):
        yield paths.get(id(element), f"{within}/?{index}".lstrip("/")), element


def _paths(value: Any) -> dict[int, str]:
    """Return the path of every container within a value, by identity."""
    paths: dict[int, str] = {}
    pending: list[tuple[str, Any]] = [("", value)]
    while pending:
        path, here = pending.pop()
        items = here.items() if isinstance(here, dict) else enumerate(here) if isinstance(here, list) else ()
        for key, item in items:
            if isinstance(item, dict | list):
                inner = f"{path}/{key}" if path else str(key)
                paths.setdefault(id(item), inner)
                pending.append((inner, item))
    return paths
