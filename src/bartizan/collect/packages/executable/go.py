"""The build info of a Go executable: its main module, what was built in, and the version of Go.

Source: the documentation of Go's package `debug/buildinfo`. A header of 32 bytes is followed by two texts, each with
its length before it (Go 1.18 and later), or holds two pointers to Go's own headers of strings (before).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Literal

from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.packages.executable.layout import Broken, Layout, at
from bartizan.core.place import Place
from bartizan.core.truth import Unknown

HEADER = 32
MAX_TEXT = 16 * 1024 * 1024
_RELEASE = re.compile(r"go(\d+\.\d+(?:\.\d+)?(?:rc\d+|beta\d+)?)\b")
_STAMP = re.compile(r"-X[ =]['\"]?main\.(?:version|Version|buildVersion)=['\"]?(v?\d+\.\d+\.\d+[^\s'\"\\]*)")
_WHO = Unknown("an executable does not tell which module asked for which")


def packages(stream: BinaryIO, layout: Layout, start: int, file: str) -> list[Package]:
    """Return the standard library and the modules that an executable was built of; raises `Broken`."""
    version, modules = _texts(stream, layout, start)
    place = Place(file)
    found = _RELEASE.search(version)
    told = found[1] if found else Unknown(f"the executable was built by `{version[:80]}`, which is no release of Go")
    library = Package(ecosystem="Go", name="stdlib", version=told, place=place, direct=True, development=False)
    built = list(_modules(modules, place))
    stamped = _stamp(modules)
    for package in built:
        if package.direct is True and stamped and isinstance(package.version, Unknown):
            package.version = stamped
    return [library, *built]


def _stamp(modules: str) -> str | None:
    """Return the version that the linker was told to put into the main program, where it is one."""
    found = {match[1].removeprefix("v") for match in _STAMP.finditer(modules)}
    return f"v{found.pop()}" if len(found) == 1 else None


def _texts(stream: BinaryIO, layout: Layout, start: int) -> tuple[str, str]:
    header = at(stream, start, HEADER)
    size, flags = header[14], header[15]
    if flags & 2:
        version, end = _counted(stream, start + HEADER)
        modules, _ = _counted(stream, end)
    else:
        if size not in (4, 8):
            raise Broken("its build info has pointers of an unknown size")
        order: Literal["big", "little"] = "big" if flags & 1 else "little"
        version = _pointed(stream, layout, header[16 : 16 + size], order)
        modules = _pointed(stream, layout, header[16 + size : 16 + 2 * size], order)
    return version.decode("utf-8", "replace"), _unframed(modules).decode("utf-8", "replace")


def _counted(stream: BinaryIO, start: int) -> tuple[bytes, int]:
    """Return a text that has its length before it, seven bits in a byte, and where it ends."""
    stream.seek(start)
    head = stream.read(10)
    length = 0
    for index, byte in enumerate(head):
        length |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            break
    else:
        raise Broken("its build info is cut")
    begin = start + index + 1
    return at(stream, begin, _bounded(length)), begin + length


def _pointed(stream: BinaryIO, layout: Layout, pointer: bytes, order: Literal["big", "little"]) -> bytes:
    """Return the text that a pointer to a Go string leads to; a null pointer leads to none."""
    size = len(pointer)
    where = int.from_bytes(pointer, order)
    if not where:
        return b""
    string = at(stream, layout.offset(where), 2 * size)
    length = _bounded(int.from_bytes(string[size:], order))
    return at(stream, layout.offset(int.from_bytes(string[:size], order)), length) if length else b""


def _bounded(length: int) -> int:
    if length > MAX_TEXT:
        raise Broken("its build info claims to be longer than any is")
    return length


def _unframed(modules: bytes) -> bytes:
    """Return the list of modules without the 16 bytes that mark its start and its end."""
    return modules[16:-16] if len(modules) >= 33 and modules[-17:-16] == b"\n" else b""


def _modules(text: str, place: Place) -> Iterator[Package]:
    """Yield the modules of lines such as `dep<TAB>path<TAB>version<TAB>sum`; `=>` replaces the one before it."""
    kept: Package | None = None
    for line in text.splitlines():
        word, *rest = line.split("\t")
        if word == "=>" and kept is not None and rest:
            _replace(kept, rest)
            continue
        if kept is not None:
            yield kept
        kept = _module(word, rest, place) if word in ("mod", "dep") and rest and rest[0] else None
    if kept is not None:
        yield kept


def _module(word: str, rest: list[str], place: Place) -> Package:
    package = Package(
        ecosystem="Go",
        name=rest[0],
        version=_version(rest),
        place=place,
        direct=True if word == "mod" else NOT_TOLD,
        development=False,
        needed_by=set() if word == "mod" else _WHO,
        modules=(rest[0],),
    )
    package.checksums = tuple(rest[2:3]) if len(rest) > 2 and rest[2] else ()
    return package


def _version(rest: list[str]) -> str | Unknown:
    version = rest[1].strip() if len(rest) > 1 else ""
    if version in ("", "(devel)"):
        return Unknown("it was built from a working copy, and the version is not told")
    return version


def _replace(package: Package, rest: list[str]) -> None:
    if len(rest) > 1 and rest[1]:
        package.name, package.version = rest[0], _version(rest)
        package.checksums = tuple(rest[2:3]) if len(rest) > 2 and rest[2] else ()
    else:
        package.version = Unknown(f"it was replaced by the directory {rest[0]}")
        package.checksums = ()
