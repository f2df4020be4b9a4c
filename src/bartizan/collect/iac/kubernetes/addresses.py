"""Resources from objects, each with an address of its own where several files declare the same object."""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from bartizan.collect.iac.kubernetes.manifest import Object
from bartizan.collect.resource import Resource
from bartizan.core.place import Gap


def declare(objects: Iterable[Object], root: str) -> tuple[list[Resource], list[Gap]]:
    """Return a resource for each object, in order, and a gap for each that is declared twice in one file.

    Copies of an object (`dev/web.yaml`, `prod/web.yaml`) are told apart by their directory below `root`, and
    where that is not enough by their file; the address of an object that is declared once has neither.
    """
    kept, gaps = _last_of_each(list(objects))
    same: dict[str, list[Object]] = defaultdict(list)
    for item in kept:
        same[item.address].append(item)
    addresses = {id(item): address for copies in same.values() for item, address in _told_apart(copies, root)}
    taken: Counter[str] = Counter()
    resources = []
    for item in kept:
        address = addresses[id(item)]
        taken[address] += 1
        number = f"#{taken[address]}" if taken[address] > 1 else ""
        resources.append(
            Resource(type=item.type, address=address + number, value=item.value, place=item.place, spots=item.spots)
        )
    return resources, gaps


def _last_of_each(objects: list[Object]) -> tuple[list[Object], list[Gap]]:
    """Drop the objects that a later one of the same file replaces."""
    last = {_key(item): item for item in objects}
    kept, gaps = [], []
    for item in objects:
        if not _named(item) or last[_key(item)] is item:
            kept.append(item)
        else:
            why = (
                f"The {item.kind} {item.name} is declared again at line {last[_key(item)].place.line}, which replaces "
                "this one: only the last is judged. Remove one."
            )
            gaps.append(Gap(item.place.file, why, item.place.line, item.place.column, item.address))
    return kept, gaps


def _named(item: Object) -> bool:
    """Tell whether two objects of this name are certain to be the same one."""
    return bool(item.name) and not item.name.endswith("*")


def _key(item: Object) -> tuple[str, ...]:
    return item.place.file, item.group, item.address


def _told_apart(copies: list[Object], root: str) -> Iterator[tuple[Object, str]]:
    if len(copies) == 1:
        yield copies[0], copies[0].address
        return
    if len({item.group for item in copies}) > 1:
        for group in sorted({item.group for item in copies}):
            same = [item for item in copies if item.group == group]
            yield from ((item, _with_group(item, address)) for item, address in _told_apart(same, root))
        return
    files = {item.place.file for item in copies}
    per_directory = Counter(posixpath.dirname(file) for file in files)
    for item in copies:
        directory = posixpath.dirname(item.place.file)
        where = _below(directory if per_directory[directory] == 1 else item.place.file, root)
        yield item, f"{where}:{item.address}" if where and len(files) > 1 else item.address


def _with_group(item: Object, address: str) -> str:
    plain, full = f"{item.kind}/", f"{item.kind}.{item.group}/"
    return address.replace(plain, full, 1) if item.group and full not in address else address


def _below(path: str, root: str) -> str:
    return path.removeprefix(f"{root}/") if root and path != root else "" if path == root else path
