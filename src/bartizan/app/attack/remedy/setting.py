"""Sets an attribute of an asset to a value, wherever the source of the asset reads it from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from bartizan.app import catalog
from bartizan.app.attack.remedy.reading import Path, Setting, settings
from bartizan.app.attack.remedy.workspace import Workspace
from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.edit import Spot, dropped, looked_up, put
from bartizan.collect.edit.follow import Site, followed
from bartizan.core.kind import Asset
from bartizan.core.place import Place
from bartizan.core.source import Read


def set_to(work: Workspace, asset: Asset, name: str, value: object) -> None:
    """Make an attribute be read as a value; raises `Refused`. Of a set of texts, the value is what is to go."""
    why = f"Nothing tells where `{name.replace('_', ' ')}` is written."
    for read in reads(asset, name):
        made = settings(read, value)
        if not made:
            continue
        try:
            for each in made:
                _write(work, asset, name, each)
        except Refused as refused:
            why = str(refused)
        else:
            return
    raise Refused(why)


def reads(asset: Asset, name: str) -> Iterator[Read]:
    """Yield how an attribute of an asset is read, by every source that may have told of it."""
    for source in catalog.sources():
        if source.of is type(asset) and asset.source in source.each.types:
            yield from (read for term, read in source.reads.items() if term.name == name)


def _write(work: Workspace, asset: Asset, name: str, setting: Setting) -> None:
    if setting.owner:
        raise Refused("It is set for everything around it, not for this alone.")
    place = asset.places.get(name) if setting.beside else asset.place
    if place is None:
        raise Refused("The resource that would say so is not declared yet.")
    path = _path(work, place, setting.paths, beside=setting.beside)
    site = followed(work.sources, Site(place.file, Spot(place.line, place.column, path), place.via))
    if isinstance(setting.value, frozenset):
        gone = setting.value
        work.change(site.file, lambda file, text: dropped(file, text, site.spot, lambda value: _named(value) in gone))
    else:
        work.change(site.file, partial(_put, site=site, value=setting.value))


def _put(file: str, text: str, site: Site, value: object) -> str:
    return put(file, text, site.spot, value, over=True)


def _named(value: object) -> str:
    return str(value).upper()


def _path(work: Workspace, place: Place, paths: Sequence[Path], *, beside: bool) -> Path:
    """Return the path to write: of those that are read, the one of which most is there."""
    text = work.read(place.file)
    base = looked_up(place.file, text, Spot(place.line, place.column))
    keys = {entry.key for entry in base.node.entries}
    prefix = ("Properties",) if "Properties" in keys and "Type" in keys else ()
    ranked: list[tuple[int, int, Path]] = []
    for number, path in enumerate(paths):
        found = _below(base.steps[-1][1].key, path) if beside and base.steps else path
        whole = (*prefix, *found)
        left = len(looked_up(place.file, text, Spot(place.line, place.column, whole)).rest)
        ranked.append((left, number, whole))
    if not ranked:
        raise Refused("Nothing tells where it is written.")
    return min(ranked)[2]


def _below(key: str, path: Path) -> Path:
    """Return what is left of a path below an entry that is named in it."""
    return path[path.index(key) + 1 :] if key in path else path
