"""Secrets in files that a layer of an image brought and one above deleted or replaced: who pulls it can read them."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Unit
from bartizan.collect.image.layer.files import layer_of, removed
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.secrets.current.choice import chosen
from bartizan.collect.secrets.current.reading import plain
from bartizan.collect.secrets.search.accepted import Accepted
from bartizan.collect.secrets.search.engine import Engine, engine
from bartizan.collect.secrets.search.leak import Origin, Sighting, leaks, sighted
from bartizan.collect.tree import Tree, Unreadable

_NOTHING = Accepted()


def unit_of(tree: Tree) -> Iterator[Unit]:
    """Yield the unit of what is gone from an image: one, for what is in several layers is told once."""
    gone = removed(tree)
    files = tuple(file for file in gone.files if chosen(_path(file), tree.of))
    if files:
        layers = sorted({layer_of(gone, file) or "" for file in files})
        yield Unit("secrets", "", files, " ".join(layers))


def read(unit: Unit, tree: Tree) -> Reading:
    """Return the leaks in files that are gone, of a secret in several layers the one in the lowest."""
    gone, search = removed(tree), engine(tree.looked_for)
    told: set[tuple[str, str, bytes]] = set()
    resources: list[Resource] = []
    for file in sorted(unit.files, key=_number):
        seen = _sightings(file, gone, search)
        fresh = [each for each in seen if (_path(file), *each[0].same) not in told] if seen else []
        if fresh and layer_of(tree, _path(file)) is not None:
            now = {each.same for each, _ in _sightings(_path(file), tree, search)}
            fresh = [each for each in fresh if each[0].same not in now]
        told.update((_path(file), *each.same) for each, _ in fresh)
        origin = Origin(layer=layer_of(gone, file), removed=True)
        resources.extend(leaks(file, fresh, tree.looked_for.key, origin))
    return Reading(resources=resources)


def _sightings(file: str, tree: Tree, search: Engine) -> list[tuple[Sighting, bool]]:
    try:
        text = plain(tree.read(file))
    except Unreadable:
        return []  # what was not kept was not asked for
    return [(each, _NOTHING.of(text, each, file)) for each in sighted(text, search.search(text))] if text else []


def _path(file: str) -> str:
    """Return the path that a file had: `etc/x` of `<layer 3>/etc/x`."""
    return file.partition("/")[2]


def _number(file: str) -> tuple[int, str]:
    layer = file.partition(">")[0].removeprefix("<layer ")
    return int(layer) if layer.isdigit() else 0, file
