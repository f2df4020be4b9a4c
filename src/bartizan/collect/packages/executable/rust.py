"""The dependency list that cargo-auditable puts into executables: JSON, compressed by zlib, in a section of its own.

Source: the format's description in the project cargo-auditable (`PARSING.md` and its JSON schema).
"""

from __future__ import annotations

import json
import zlib
from typing import Any, BinaryIO

from bartizan.collect.lockfile import Misshapen, rows, table, word
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.packages.executable.layout import Broken, Span, at
from bartizan.core.place import Place

MAX_LIST = 16 * 1024 * 1024
"""Bytes of a list, unpacked."""


def packages(stream: BinaryIO, section: Span, file: str) -> list[Package]:
    """Return the crates an executable was built of; raises `Broken`."""
    data = at(stream, section.offset, min(section.size, MAX_LIST))
    unpack = zlib.decompressobj()
    try:
        text = unpack.decompress(data, MAX_LIST)
        listed = rows(table(json.loads(text.decode("utf-8", "replace")), "the list").get("packages"), "packages")
        return _packages([table(each, "a package") for each in listed], Place(file))
    except (zlib.error, ValueError, RecursionError, Misshapen) as error:
        raise Broken(f"its list of crates is damaged ({error})") from None


def _packages(listed: list[dict[str, Any]], place: Place) -> list[Package]:
    found = [_package(each, place) for each in listed]
    roots = {index for index, each in enumerate(listed) if each.get("root") is True}
    direct: set[int] = set(roots)
    for index, each in enumerate(listed):
        for need in rows(each.get("dependencies"), "dependencies"):
            if isinstance(need, int) and 0 <= need < len(found):
                asking = found[need].needed_by
                if isinstance(asking, set):
                    asking.add(found[index].address)
                if index in roots:
                    direct.add(need)
    for index, package in enumerate(found):
        package.direct = index in direct if roots else NOT_TOLD
    return found


def _package(each: dict[str, Any], place: Place) -> Package:
    """Return a crate; `kind` is `build` for what built the executable and is not in it."""
    return Package(
        ecosystem="crates.io",
        name=word(each.get("name"), "a name"),
        version=word(each.get("version"), "a version"),
        place=place,
        development=each.get("kind") == "build",
    )
