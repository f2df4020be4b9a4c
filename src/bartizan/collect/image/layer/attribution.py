"""Which layer of an image brought each package, and whether that layer is of its base."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bartizan.collect.format import Format, Unit
from bartizan.collect.image.layer.files import ABOUT, ImageFiles, at, image_files, versions
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown

_NO_FILE = Unknown("the file that tells of it is none of the image's")
_UNREAD = Unknown("what a lower layer had installed could not be read")


def attributed(reading: Reading, unit: Unit, tree: Tree, form: Format) -> Reading:
    """Return a reading with `layer` and `from_base` set on its packages; of any other tree, the reading as it is.

    A database that several layers write (what is installed) is read as it was with each of them: a package is of the
    layer that it first came in with and stayed since.
    """
    files = image_files(tree)
    if files is None or not any(each.type == "package" for each in reading.resources):
        return reading
    history = _History(unit, tree, form, reading.resources)
    resources = [_placed(each, files, history) if each.type == "package" else each for each in reading.resources]
    return replace(reading, resources=resources, also=(*reading.also, ABOUT))


def _placed(resource: Resource, files: ImageFiles, history: _History) -> Resource:
    number = history.since(resource)
    layer = number if isinstance(number, Unknown) else files.about.layers[number]
    told = (layer, layer) if isinstance(layer, Unknown) else (layer.digest, layer.from_base)
    return replace(resource, value={**resource.value, "layer": told[0], "from_base": told[1]})


class _History:
    """Since which layer packages have been there. Lower layers are read when it is first asked for."""

    def __init__(self, unit: Unit, tree: Tree, form: Format, resources: Iterable[Resource]) -> None:
        self._unit, self._tree, self._form = unit, tree, form
        self._addresses = {each.address for each in resources if each.type == "package"}
        self._since: dict[str, int | Unknown] | None = None
        self._versions: dict[str, tuple[int, ...]] = {}

    def since(self, package: Resource) -> int | Unknown:
        """Return the position of the layer that a package came in with."""
        file = package.place.file
        if file not in self._versions:
            self._versions[file] = versions(self._tree, file)
        found = self._versions[file]
        if not found:
            return _NO_FILE
        if len(found) == 1:
            return found[0]
        if self._since is None:
            self._since = self._followed()
        return self._since[package.address]

    def _followed(self) -> dict[str, int | Unknown]:
        """Go down through the layers that wrote the unit's files, for as long as packages are still there."""
        numbers = sorted({number for file in self._unit.files for number in versions(self._tree, file)})
        since: dict[str, int | Unknown] = dict.fromkeys(self._addresses, numbers[-1])
        staying = set(self._addresses)
        for number in reversed(numbers[:-1]):
            there, whole = self._installed(number)
            if not whole:
                since.update(dict.fromkeys(staying - there, _UNREAD))
            staying &= there
            if not staying:
                break
            since.update(dict.fromkeys(staying, number))
        return since

    def _installed(self, number: int) -> tuple[set[str], bool]:
        below = at(self._tree, number)
        unit = next((each for each in self._form.units(below) if each.root == self._unit.root), None)
        if unit is None:
            return set(), True
        reading = self._form.read(unit, below)
        return {each.address for each in reading.resources if each.type == "package"}, not reading.gaps
