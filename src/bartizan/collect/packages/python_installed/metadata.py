"""The core metadata of a Python package, and what its record of files says it can be imported as."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

MAX_HEADERS = 20_000
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*)\s*:\s*(.*)$")
_MODULE = re.compile(r"([A-Za-z_]\w*)(?:\.py|(?:\.[\w-]+)?\.(?:so|pyd))$")
_PACKAGE = re.compile(r"[A-Za-z_]\w*$")
_OSI = "License :: "


@dataclass(slots=True)
class Metadata:
    """What the head of a `METADATA` or `PKG-INFO` says."""

    name: str = ""
    version: str = ""
    line: int = 1
    """Where the version stands."""
    requires: list[str] = field(default_factory=list)
    licenses: tuple[str, ...] = ()


def metadata(text: str) -> Metadata:
    """Return what the head of a file says; the description below it is not looked at."""
    found = Metadata()
    expression, short, classified = "", "", []
    for number, key, value in _headers(text):
        if key == "name" and not found.name:
            found.name = value
        elif key == "version" and not found.version:
            found.version, found.line = value, number
        elif key == "requires-dist":
            found.requires.append(value)
        elif key == "license-expression":
            expression = value
        elif key == "license":
            short = value
        elif key == "classifier" and value.startswith(_OSI):
            classified.append(value.rpartition(" :: ")[2])
    found.licenses = _licenses(expression, short, classified)
    return found


def _licenses(expression: str, short: str, classified: list[str]) -> tuple[str, ...]:
    if expression:
        return (expression,)
    if short and len(short) <= 100 and short.upper() != "UNKNOWN" and "\n" not in short:
        return (short,)
    return tuple(each for each in classified if each != "OSI Approved")


def _headers(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield line, name and value of each header; a value that goes on over lines keeps their ends."""
    at, key, value = 1, "", ""
    for number, line in enumerate(text.splitlines()[:MAX_HEADERS], 1):
        if not line.strip() and not line[:1].isspace():
            break
        if line[:1].isspace():
            value += f"\n{line.strip()}"
        elif header := _HEADER.match(line):
            if key:
                yield at, key, value
            at, key, value = number, header[1].lower(), header[2].strip()
    if key:
        yield at, key, value


def required(text: str) -> Iterator[str]:
    """Yield the requirements of a `requires.txt`, those of extras with a marker that says so."""
    marker = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            extra, _, environment = line.strip("[]").partition(":")
            parts = [f"extra == '{extra}'"] if extra else []
            marker = " and ".join(parts + ([f"({environment})"] if environment else []))
        elif line and not line.startswith("#"):
            yield f"{line}; {marker}" if marker else line


def recorded(text: str) -> tuple[str, ...] | None:
    """Return what a `RECORD` says the package can be imported as; None where it does not tell."""
    try:
        paths = [row[0].replace("\\", "/") for row in csv.reader(text.splitlines()) if row]
    except csv.Error:
        return None
    return importable(paths)


def importable(paths: Iterable[str]) -> tuple[str, ...] | None:
    """Return the names of the outermost packages and modules among files; of a namespace, what is within it."""
    packages: set[str] = set()
    modules: set[str] = set()
    for path in paths:
        directory, _, name = path.rpartition("/")
        parts = directory.split("/") if directory else []
        found = _MODULE.match(name)
        if found and all(map(_PACKAGE.match, parts)):
            if found[1] == "__init__":
                packages.add(".".join(parts))
            else:
                modules.add(".".join([*parts, found[1]]))
    outermost = {each for each in packages if each and not _within(each, packages)}
    loose = {each for each in modules if not _within(each, packages)}
    return tuple(sorted(outermost | _namespaces(loose))) or None


def _namespaces(modules: set[str]) -> set[str]:
    """Return modules that lie in no package: by themselves, or the namespace that they lie in."""
    return {each.rpartition(".")[0] or each for each in modules}


def _within(name: str, packages: set[str]) -> bool:
    while "." in name:
        name = name.rpartition(".")[0]
        if name in packages:
            return True
    return False
