"""Reads chisel's manifest: lines of JSON, compressed with zstd. Source: https://documentation.ubuntu.com/chisel/."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bartizan.collect.format import Unit
from bartizan.collect.package import Package, merged
from bartizan.collect.packages.chisel import MANIFEST
from bartizan.collect.packages.system.ecosystem import doubts, ecosystem, package_url
from bartizan.collect.packages.system.need import is_name
from bartizan.collect.packages.system.release import Release, find
from bartizan.collect.packages.system.report import bounded
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown

_PART = 1024
_BOUND = 256 * 1024 * 1024
"""Bytes beyond which a manifest is not unpacked."""


def reading(unit: Unit, tree: Tree) -> Reading:
    """Return the packages that a manifest lists."""
    release, gaps = find(tree, unit.root.removesuffix(MANIFEST))
    gaps.extend(doubts(unit.root, release, "deb"))
    try:
        text = _unpacked(tree.read(unit.root))
    except Unreadable as error:
        return Reading(gaps=[*gaps, Gap(unit.root, str(error))])
    broken: list[Gap] = []
    packages = list(_packages(unit.root, text, release, broken))
    return Reading(resources=merged(packages), gaps=[*gaps, *bounded(unit.root, broken)])


def _unpacked(data: bytes) -> str:
    """Return the text of a manifest; raises `Unreadable`. It is fed in small parts, for each may unpack to much."""
    import zstandard  # needed for these images only

    unpacking = zstandard.ZstdDecompressor().decompressobj()
    unpacked = bytearray()
    try:
        for at in range(0, len(data), _PART):
            unpacked += unpacking.decompress(data[at : at + _PART])
            if len(unpacked) > _BOUND:
                raise Unreadable(f"The manifest unpacks to more than the {_BOUND / 1e6:.0f} MB that are read.")
            if unpacking.eof:
                return unpacked.decode("utf-8", "replace")
    except zstandard.ZstdError as error:
        raise Unreadable(f"The manifest cannot be unpacked: {error}. Build the image anew.") from None
    raise Unreadable("The manifest ends too early: the file is cut short. Build the image anew.")


def _packages(file: str, text: str, release: Release | None, broken: list[Gap]) -> Iterator[Package]:
    for number, line in enumerate(text.splitlines(), 1):
        if '"package"' not in line:
            continue
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            broken.append(Gap(file, "The line is no JSON, and is passed over.", number))
            continue
        if isinstance(entry, dict) and entry.get("kind") == "package" and is_name(entry.get("name")):
            yield _package(file, number, entry, release)


def _package(file: str, line: int, entry: dict[str, Any], release: Release | None) -> Package:
    given = {key: value for key, value in entry.items() if isinstance(value, str)}
    version, architecture = given.get("version", ""), given.get("arch", "")
    return Package(
        ecosystem=ecosystem(release, "deb"),
        name=given["name"],
        version=version or Unknown("the manifest gives no version of it"),
        place=Place(file, line),
        development=False,
        needed_by=Unknown("the manifest does not tell who needs what"),
        architecture=architecture or None,
        checksums=(f"sha256:{given['sha256']}",) if given.get("sha256") else (),
        purl=package_url("deb", given["name"], version, release, architecture=architecture),
    )
