"""Permissions of Azure roles: which operations they cover, on the control plane and on the data plane.

Microsoft Learn, "Understand Azure role definitions": actions less notActions, data actions less notDataActions, each
of them patterns in which `*` stands for any text. A role is the sum of its permissions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bartizan.core.truth import Truth, Unknown
from bartizan.identity.hole import OPEN, covers

CONTROL, DATA = "control", "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """What one entry of a role's permissions covers. Patterns in lower case; what could not be seen is a hole."""

    actions: tuple[str, ...] = ()
    not_actions: tuple[str, ...] = ()
    data_actions: tuple[str, ...] = ()
    not_data_actions: tuple[str, ...] = ()
    condition: str = ""
    """A condition that the role itself sets, in the language of assignment conditions."""

    def covers(self, action: str, plane: str) -> Truth:
        """Judge whether an operation is covered: with `*` in it, YES all, UNKNOWN part of them."""
        if plane == DATA:
            return min(some(self.data_actions, action), -some(self.not_data_actions, action))
        return min(some(self.actions, action), -some(self.not_actions, action))

    def unseen(self, plane: str) -> bool:
        """Tell whether part of what it covers could not be seen."""
        return any(OPEN in pattern for pattern in self.patterns(plane))

    def patterns(self, plane: str) -> tuple[str, ...]:
        """Return every pattern of a plane."""
        if plane == DATA:
            return (*self.data_actions, *self.not_data_actions)
        return (*self.actions, *self.not_actions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role definition."""

    id: str
    """The GUID of the definition, or the id of its asset."""
    name: str
    permissions: tuple[Permission, ...] | Unknown = ()
    """Unknown for a role that is assigned, but whose definition was not seen."""
    source: str = ""
    """Id of the asset that declares it; empty for a built-in role."""


@lru_cache(maxsize=65536)
def _covers(pattern: str, action: str) -> Truth:
    """Judge one pattern. A `*` between slashes may also stand for no part at all.

    Managed Identity Operator is published with `userAssignedIdentities/*/assign/action`, for the operation
    `userAssignedIdentities/assign/action`.
    """
    found = covers(pattern, action)
    return max(found, covers(pattern.replace("/*/", "/"), action)) if "/*/" in pattern else found


def some(patterns: Iterable[str], action: str) -> Truth:
    """Judge whether some pattern covers an operation (both in lower case)."""
    found = Truth.NO
    for pattern in patterns:
        found = max(found, Truth.YES if pattern == "*" else _covers(pattern, action))
        if found is Truth.YES:
            break
    return found
