"""The predefined and basic roles of Google Cloud: which permissions each of them has.

Kept in `roles.json.gz`, written by `tools/gcp_roles.py`; permissions are numbered, a role is runs of numbers.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class _Published:
    permissions: tuple[str, ...]
    roles: dict[str, list[int]]


@cache
def _published() -> _Published:
    packed = (files("bartizan.identity.gcp") / "roles.json.gz").read_bytes()
    told = json.loads(gzip.decompress(packed))
    return _Published(tuple(told["permissions"]), told["roles"])


@cache
def permissions(role: str) -> frozenset[str] | None:
    """Return what `roles/NAME` permits; None for a role that is not in the data: unknown, never empty."""
    published = _published()
    coded = published.roles.get(role.removeprefix("roles/")) if role.startswith("roles/") else None
    if coded is None:
        return None
    found: list[str] = []
    at = 0
    for skipped, taken in zip(coded[::2], coded[1::2], strict=True):
        at += skipped
        found.extend(published.permissions[at : at + taken])
        at += taken
    return frozenset(found)


@cache
def every_permission() -> frozenset[str]:
    """Return the name of every permission that some role has."""
    return frozenset(_published().permissions)


def names() -> tuple[str, ...]:
    """Return the roles that are known: `roles/viewer` ..."""
    return tuple(f"roles/{name}" for name in _published().roles)
