"""Reads a batch of files and tells of the secrets in them."""

from __future__ import annotations

from bisect import bisect_left

from bartizan.collect.format import Unit
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.secrets.current import store
from bartizan.collect.secrets.search.accepted import DETECT_SECRETS, GITLEAKS, LISTS, Accepted, accepted
from bartizan.collect.secrets.search.engine import MOST, Engine, engine
from bartizan.collect.secrets.search.find import Find
from bartizan.collect.secrets.search.leak import CURRENT, Origin, leaks, sighted
from bartizan.collect.tree import HEAD, IMAGE, Tree, Unreadable
from bartizan.core.place import Gap

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read(unit: Unit, tree: Tree) -> Reading:
    """Return the leaks in files."""
    reading = Reading(also=lists(tree))
    known = accepted_in(tree)
    search = engine(tree.looked_for)
    for file in unit.files:
        try:
            data = tree.read(file)
        except Unreadable as error:
            if tree.of != IMAGE and b"\0" not in tree.head(file):
                reading.gaps.append(Gap(file, str(error)))
            continue
        found = leaks_of(file, data, tree, search, known)
        reading.resources.extend(found)
        if len(found) >= MOST:
            why = f"The file has {MOST} secrets or more; those after the first {MOST} are not told of."
            reading.gaps.append(Gap(file, why))
    return reading


def lists(tree: Tree) -> tuple[str, ...]:
    """Return the files of a tree that list accepted secrets."""
    return tuple(name for name in LISTS if listed(tree, name))


def listed(tree: Tree, file: str) -> bool:
    """Tell whether a file is one of the tree's."""
    place = bisect_left(tree.files, file)
    return place < len(tree.files) and tree.files[place] == file


def accepted_in(tree: Tree) -> Accepted:
    """Return what the lists in the root of a tree accept."""
    present = lists(tree)
    return accepted(*(tree.quoted(name) if name in present else "" for name in (GITLEAKS, DETECT_SECRETS)))


def leaks_of(file: str, data: bytes, tree: Tree, search: Engine, known: Accepted) -> list[Resource]:
    """Return the leaks in the bytes of a file."""
    text = plain(data)
    if text is None:
        return _store(file, data, tree)
    seen = [(each, known.of(text, each, file)) for each in sighted(text, search.search(text))]
    return leaks(file, seen, tree.looked_for.key, _origin(tree, file)) if seen else []


def _origin(tree: Tree, file: str) -> Origin:
    if tree.of != IMAGE:
        return CURRENT
    from bartizan.collect.image.layer.files import layer_of  # what reads images is loaded for images alone

    return Origin(layer=layer_of(tree, file))


def plain(data: bytes) -> bytes | None:
    """Return a file's text in UTF-8 or another superset of ASCII; None for what is no text."""
    if data.startswith(_UTF16):
        return data.decode("utf-16", "replace").encode()
    return None if b"\0" in data[:HEAD] else data


def _store(file: str, data: bytes, tree: Tree) -> list[Resource]:
    told = next((each for each in tree.looked_for.credentials if each.id == store.CREDENTIAL), None)
    if told is None or not store.holds_keys(data):
        return []
    whole = Find(credential=told, secret=data, start=0, end=0, whole_end=0)
    return leaks(file, [(each, False) for each in sighted(b"", [whole])], tree.looked_for.key, _origin(tree, file))
