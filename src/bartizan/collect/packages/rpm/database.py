"""Reads rpm's database: what is installed, what it was built from, what it needs, and who asked for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from bartizan.collect.format import Unit
from bartizan.collect.package import Package, merged
from bartizan.collect.packages.rpm import DATABASES, LISTS, berkeley, header, ndb, newest_first, root_of
from bartizan.collect.packages.rpm.header import Header, Malformed
from bartizan.collect.packages.rpm.listing import listed
from bartizan.collect.packages.rpm.parts import KEYS, package_of
from bartizan.collect.packages.rpm.reason import asked_for
from bartizan.collect.packages.rpm.sqlite import rows
from bartizan.collect.packages.system.ecosystem import doubts
from bartizan.collect.packages.system.need import Installed, is_name, linked
from bartizan.collect.packages.system.release import Release, find
from bartizan.collect.packages.system.report import bounded
from bartizan.collect.packages.system.root import present
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap

LARGEST = 512 * 1024 * 1024
"""Bytes of a database beyond which it is not read."""
_OF_RPM = ("rpmlib(", "config(")
"""How needs begin that are of rpm itself, or that a package meets with its own files."""
_MAY_BE_MISSING = 1 << 19
_WORD = re.compile(r"[^\s()<>=]+(?:\([^()\s]*\))*")


def reading(unit: Unit, tree: Tree) -> Reading:
    """Return the packages of a root's rpm database."""
    root = root_of(unit.root)
    release, gaps = find(tree, root)
    gaps.extend(doubts(unit.root, release, "rpm"))
    found: list[Installed] = []
    for file in newest_first(file for file in unit.files if file.startswith(root) and file.endswith(DATABASES)):
        broken: list[Gap] = []
        found = _found(file, tree, release, broken)
        gaps.extend(bounded(file, broken))
        if found:
            break  # an older form beside it is what was converted; a newer one may be empty, made by another rpm
    packages = linked(found)
    for package, direct in asked_for(root, tree, packages, gaps):
        package.direct = direct
    return Reading(resources=merged(packages), gaps=gaps)


def _found(file: str, tree: Tree, release: Release | None, broken: list[Gap]) -> list[Installed]:
    if file.endswith(LISTS):
        return listed(file, tree, release, broken)
    return list(_installed(file, list(_headers(file, tree, broken)), release, broken))


def _headers(file: str, tree: Tree, broken: list[Gap]) -> Iterator[Header]:
    """Yield the headers of a database; what cannot be read of it is a gap each."""
    try:
        left = tree.stored.size(file) * 2  # with its log
        for blob in _blobs(file, tree):
            try:
                if isinstance(blob, Malformed):
                    raise blob
                left -= len(blob)
                if left < 0:
                    broken.append(_damaged(file, Malformed("it tells of one place many times")))
                    return
                yield header.header(blob)
            except Malformed as error:
                broken.append(_damaged(file, error))
    except Malformed as error:
        broken.append(_damaged(file, error))
    except Unreadable as error:
        broken.append(Gap(file, str(error)))
    except OSError as error:
        broken.append(Gap(file, f"The file cannot be read: {error.strerror or error}."))


def _damaged(file: str, error: Malformed) -> Gap:
    return Gap(
        file, f"The package database is damaged: {error}; packages may be missing. `rpmdb --rebuilddb` mends it."
    )


def _blobs(file: str, tree: Tree) -> Iterator[bytes | Malformed]:
    if tree.stored.size(file) > LARGEST:
        raise Unreadable(f"The database has more than the {LARGEST / 1e6:.0f} MB that are read.")
    name = file.rpartition("/")[2]
    if name == "rpmdb.sqlite":
        yield from _of_sqlite(file, tree)
        return
    reader: Callable[[BinaryIO], Iterator[bytes | Malformed]] = (
        ndb.headers if name == "Packages.db" else berkeley.headers
    )
    with tree.open(file) as stream:
        yield from reader(stream)


def _of_sqlite(file: str, tree: Tree) -> Iterator[bytes | Malformed]:
    with tree.open(file) as stream:
        data = stream.read(LARGEST)
    log = tree.read(file + "-wal") if present(tree, file + "-wal") else b""
    for (blob,) in rows(data, log, "Packages", ("blob",)):
        yield blob if isinstance(blob, bytes) else Malformed("a row has no header")


def _installed(file: str, headers: Iterable[Header], release: Release | None, broken: list[Gap]) -> Iterator[Installed]:
    """Yield what headers tell of; in two rounds, for files are looked up that any package may need."""
    read: list[tuple[Package, Header, list[str], list[list[str]]]] = []
    for each in headers:
        try:
            package = _package(file, each, release)
            if package is not None:
                read.append((package, each, each.texts(header.PROVIDES), _needs(each)))
        except Malformed as error:
            broken.append(_damaged(file, error))
    paths = {name for *_, needs in read for names in needs for name in names if name[:1] == "/"}
    wanted = {path.rpartition("/")[2].encode() for path in paths}
    for package, each, provides, needs in read:
        yield Installed(package=package, provides=[*provides, *_files(each, paths, wanted)], needs=needs)


def _package(file: str, each: Header, release: Release | None) -> Package | None:
    """Return a header as a package; None for one that is a key."""
    name = each.text(header.NAME)
    if name == KEYS:
        return None
    if not is_name(name):
        raise Malformed("a header has no name, or one that is none")
    epoch = str(next(iter(each.numbers(header.EPOCH)), 0))
    return package_of(
        file,
        release,
        name=name,
        epoch=epoch,
        version=each.text(header.VERSION),
        build=each.text(header.RELEASE),
        architecture=each.text(header.ARCHITECTURE),
        source=each.text(header.SOURCE),
        license=each.text(header.LICENSE),
        module=each.text(header.MODULE),
    )


def _needs(each: Header) -> list[list[str]]:
    names = each.texts(header.REQUIRES)
    flags = each.numbers(header.REQUIRE_FLAGS)
    flags = flags if len(flags) == len(names) else [0] * len(names)
    return [
        _alternatives(name)
        for name, flag in zip(names, flags, strict=True)
        if not name.startswith(_OF_RPM) and not flag & _MAY_BE_MISSING
    ]


def _alternatives(name: str) -> list[str]:
    """Return the names in a need: `(glibc-langpack-en if glibc)` and the like are expressions of several."""
    if not name.startswith("("):
        return [name]
    needed = re.split(r"\s(?:if|unless)\s", name)[0]
    return [word for word in _WORD.findall(needed) if word not in ("and", "or", "with", "without", "else")]


def _files(each: Header, paths: set[str], wanted: set[bytes]) -> list[str]:
    """Return those of some paths that are files of a package; `wanted` are the last parts of the paths."""
    try:
        names = each.parts(header.BASE_NAMES)
        if wanted.isdisjoint(names):
            return []
        directories, indexes = each.texts(header.DIRECTORY_NAMES), each.numbers(header.DIRECTORY_INDEXES)
    except Malformed:
        return []
    found = [
        directories[index] + name.decode()
        for name, index in zip(names, indexes, strict=False)
        if name in wanted and index < len(directories)
    ]
    return [path for path in found if path in paths]
