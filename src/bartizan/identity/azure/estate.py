"""An Azure estate: a tenant's directory, its subscriptions, and who is assigned what, as the engine is given them.

Made of a graph of assets (code or exports); says nothing of where it is from. Ids are those of assets; ARM ids, names
and object ids may contain holes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bartizan.core.truth import Truth, Unknown
from bartizan.identity.azure.permission import Permission, Role

USER, GROUP, SERVICE, MANAGED = "user", "group", "service principal", "managed identity"
APPLICATION = "application"


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """Somebody who can be assigned a role."""

    id: str
    type: str
    """One of `USER`, `GROUP`, `SERVICE`, `MANAGED`, or empty where that is not known."""
    name: str = ""
    object: str = ""
    """Its object id in the directory; empty where it has no name of its own."""
    groups: Mapping[str, Truth] = field(default_factory=dict)
    """Groups it is a direct member of."""
    stands_for: tuple[str, ...] = ()
    """Identities that it can act as at once: those assigned to a resource, the service principal of an application."""
    more: str = ""
    """Why it may be a member of groups, or stand for identities, that were not seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A role that a principal has at a scope."""

    source: str
    role: Role
    principal: str | Unknown
    """Id of a principal of the estate; unknown for one that could be anybody."""
    scope: str | Unknown
    """ARM id, folded."""
    condition: str | Unknown = ""
    pending: str | Unknown = ""
    """What has to be done before it counts: an eligible assignment has to be activated."""
    stage: str = "role assignment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A deny assignment: takes away what assignments give."""

    source: str
    name: str
    permissions: tuple[Permission, ...] | Unknown
    principals: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    everyone: bool = False
    scope: str | Unknown = "/"
    children: Truth = Truth.YES
    """Whether it counts below its scope too."""
    condition: str | Unknown = ""
    more: str = ""
    """Why it may be about others, or leave out others, than those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something that can be acted on."""

    id: str
    name: str
    """ARM id; for objects of the directory their object id."""
    scopes: tuple[str, ...] = ()
    """Where a permission on it is needed, all of them, when that is not just its own ARM id: a custom role's scopes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryAssignment:
    """A role of the directory that a principal has."""

    source: str
    role: str
    """Name of the role, or its template id."""
    actions: tuple[str, ...] | Unknown
    principal: str | Unknown
    scope: str | Unknown = "/"
    """`/`, `/administrativeUnits/ID`, or `/ID` of an object."""
    pending: str | Unknown = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """An application permission of Microsoft Graph that a service principal has."""

    source: str
    permission: str | Unknown
    """`Application.ReadWrite.All`."""
    principal: str | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An object of the directory, as far as it decides who may change it."""

    id: str
    type: str
    owners: tuple[str, ...] = ()
    more: str = ""
    """Why it may have owners that were not seen."""
    assignable: Truth = Truth.NO
    """Whether directory roles can be given to it: a group that few may change."""
    units: Mapping[str, Truth] = field(default_factory=dict)
    """Administrative units it is in, by their id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estate:
    """All of it. Ids are unique."""

    principals: Mapping[str, Principal] = field(default_factory=dict)
    resources: Mapping[str, Resource] = field(default_factory=dict)
    assignments: tuple[Assignment, ...] = ()
    denials: tuple[Denial, ...] = ()
    above: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By subscription or management group (folded ARM id), the management groups above it, nearest first."""
    tenant: str = "tenant"
    """Its id, or a hole."""
    directory: tuple[DirectoryAssignment, ...] = ()
    granted: tuple[Granted, ...] = ()
    entries: Mapping[str, Entry] = field(default_factory=dict)
