"""How long a distribution's release has security updates that cost nothing, and the system as a resource."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bartizan.collect.format import Unit
from bartizan.collect.packages.system.release import Release, find
from bartizan.collect.packages.system.root import RELEASES
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import Tree
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown


def reading(unit: Unit, tree: Tree) -> Reading:
    """Return the system that a root's release files name, as it is on the day that is the unit's state."""
    root = unit.root.removesuffix(next(path for path in RELEASES if unit.root.endswith(path)))
    release, gaps = find(tree, root)
    if release is None:
        gaps = gaps or [Gap(unit.root, "It names no distribution that is known; what it is cannot be told.")]
        return Reading(gaps=gaps)
    return Reading(resources=[system(release, date.fromisoformat(unit.state))], gaps=gaps)


def system(release: Release, day: date) -> Resource:
    """Return a release as a resource."""
    version = release.version or Unknown("its release files give no version")
    until = supported_until(release)
    return Resource(
        type="system",
        address=f"{release.id}@{release.version}" if release.version else release.id,
        value={
            "distribution": release.id,
            "version": version,
            "name": release.title or release.name or release.id,
            "supported_until": until.isoformat() if isinstance(until, date) else until,
            "supported": until if isinstance(until, Unknown) else until is None or day <= until,
        },
        place=Place(release.file),
    )


def supported_until(release: Release) -> date | Unknown | None:
    """Return the last day of updates that cost nothing; None where releases do not end."""
    known = _table().get(_key(release))
    if known is None:
        return Unknown(f"how long {release.name or release.id} is supported is not known here")
    if known.get("rolling"):
        return None
    numbers = release.version.split(".")
    shorter = [".".join(numbers[:count]) for count in range(len(numbers), 0, -1)]
    for version in (*shorter, f"{release.version}.0"):  # what has service packs calls its first `15`
        until = known["until"].get(version)
        if isinstance(until, date):
            return until
    return Unknown(f"how long {release.title or release.name or release.id} is supported is not known here")


def _key(release: Release) -> str:
    """Return what the release is called in the table: some distributions share an ID or a life."""
    if release.id == "centos" and "stream" in release.name.lower():
        return "centos-stream"
    aliases = {"sled": "sles", "sles_sap": "sles", "sle-micro": "sl-micro", "opensuse": "opensuse-leap"}
    return aliases.get(release.id, release.id)


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("support.toml").read_text("utf-8"))
