"""Takes a volume out of a workload, with every mount of it."""

from __future__ import annotations

from bartizan.app.attack.remedy.removal import at, take_out
from bartizan.app.attack.remedy.workspace import Workspace
from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.edit import Spot, looked_up
from bartizan.collect.edit.node import Entry, Node, found
from bartizan.content.kinds.kubernetes.workload import Volume

CONTAINERS = ("containers", "initContainers", "ephemeralContainers")


def take_volume(work: Workspace, volume: Volume) -> None:
    """Remove a volume and its mounts; raises `Refused` where it is not written as expected."""
    place, name = volume.place, volume.read("name")
    if place is None or not isinstance(name, str):
        raise Refused("It is not told where the volume is written.")
    text = work.read(place.file)
    target = looked_up(place.file, text, at(place))
    if len(target.steps) < 3:
        raise Refused("The volume does not stand in a list of a manifest.")
    pod = target.steps[-2][0]
    for mount in sorted(_mounts(pod, name), key=lambda each: -each.start):
        take_out(work, place.file, _spot(text, mount.start))
    take_out(work, place.file, _moved(work, place.file, target.steps[0][1], name))


def _moved(work: Workspace, file: str, document: Entry, name: str) -> Spot:
    """Return where the volume of a document stands now that its mounts are gone; the document begins where it did."""
    text = work.read(file)
    way = found(looked_up(file, text, _spot(text, document.start)).root, document.start)
    start = next((each.start for each in _volumes(way[0][1].node) if _value(each, "name") == name), None)
    if start is None:
        raise Refused("The volume was not found again.")
    return _spot(text, start)


def _spot(text: str, start: int) -> Spot:
    return Spot(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def _volumes(node: Node) -> list[Entry]:
    listed: list[Entry] = []
    for entry in node.entries:
        if entry.key == "volumes" and entry.node.listed:
            listed += entry.node.entries
        else:
            listed += _volumes(entry.node)
    return listed


def _mounts(pod: Node, name: str) -> list[Entry]:
    return [
        mount
        for containers in pod.entries
        if containers.key in CONTAINERS
        for container in containers.node.entries
        for mounts in container.node.entries
        if mounts.key == "volumeMounts"
        for mount in mounts.node.entries
        if _value(mount, "name") == name
    ]


def _value(entry: Entry, key: str) -> object:
    return next((each.node.value for each in entry.node.entries if each.key == key), None)
