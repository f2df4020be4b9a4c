"""Realms: which of the Kubernetes objects that were read may be in one cluster.

Manifests do not say which cluster they are for. Directories that are read apart are mostly parts of one cluster (an
application here, its roles there), so everything belongs together, unless two define the same object: `dev` and `prod`
that both have `shop/Deployment/web` are certain to be different clusters, or one would replace the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from bartizan.core.kind import Asset
from bartizan.identity.kubernetes.objects import RESOURCES

_ADDRESS = re.compile(
    rf"(?:(?P<scope>[^:]*):)??(?:(?P<namespace>[^/:]+)/)?(?P<kind>{'|'.join(RESOURCES)})(?:\.[a-z0-9.-]+)?/(?P<name>[^/]+)"
    r"(?P<rest>/.*)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """What the id of an asset says: where it was read, and which object it is, or is part of."""

    place: str
    scope: str
    """Directory or file below the place, where that tells copies of an object apart."""
    namespace: str
    kind: str
    name: str
    part: bool
    """Whether it is a part of the object: a container of a pod."""


@dataclass(frozen=True, slots=True)
class Realms:
    """Realms by number."""

    of: Mapping[str, int]
    """By the id of an asset."""
    names: tuple[str, ...]
    apart: frozenset[tuple[int, int]] = field(default_factory=frozenset)


def address(id: str) -> Address | None:
    """Read an id (`deploy//dev:shop/Deployment/web`); None for one that is of no object of Kubernetes."""
    place, _, own = id.rpartition("//")
    found = _ADDRESS.fullmatch(own)
    if found is None:
        return None
    scope, namespace, kind, name, rest = (found[part] or "" for part in ("scope", "namespace", "kind", "name", "rest"))
    return Address(
        place=place, scope=scope, namespace=namespace, kind=kind, name=name.partition("#")[0], part=bool(rest)
    )


def realms(assets: Iterable[Asset]) -> Realms:
    """Return the realm of each asset."""
    known = [(asset, found) for asset in assets if (found := address(asset.id)) is not None]
    scopes = _scopes(known)
    numbers: dict[tuple[str, str], int] = {}
    of: dict[str, int] = {}
    holders: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for asset, found in known:
        key = (found.place, (found.scope and _file(asset, found.scope)) or _near(asset, scopes[found.place]))
        of[asset.id] = numbers.setdefault(key, len(numbers))
        if not found.part and found.kind != "Namespace" and not found.name.endswith("*"):
            holders[found.namespace, found.kind, found.name].add(of[asset.id])
    apart = {pair for same in holders.values() for pair in combinations(sorted(same), 2)}
    names = tuple("/".join(filter(None, key)) or "." for key in numbers)
    return Realms(of, names, frozenset(apart))


def _scopes(known: Iterable[tuple[Asset, Address]]) -> Mapping[str, set[str]]:
    """Return, by place, the directories and files that tell copies apart."""
    found: dict[str, set[str]] = defaultdict(set)
    for asset, where in known:
        if where.scope:
            found[where.place].add(_file(asset, where.scope))
    return found


def _file(asset: Asset, scope: str) -> str:
    """Return what a scope is from the root of what was read; the scope itself where that is not known."""
    file = asset.place.file if asset.place else ""
    if not file or file.endswith(scope):
        return file or scope
    return file.rpartition("/")[0] or scope


def _near(asset: Asset, scopes: set[str]) -> str:
    """Return the scope that an object without one is written in, if any."""
    file = asset.place.file if asset.place else ""
    around = [scope for scope in scopes if file == scope or file.startswith(f"{scope}/")]
    return max(around, key=len, default="")
