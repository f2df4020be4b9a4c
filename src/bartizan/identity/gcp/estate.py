"""A Google Cloud estate: the resource hierarchy, its policies, roles and principals, as the engine is given them.

Made of a graph of assets (code or exported); says nothing of where it is from. Every text may contain holes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bartizan.core.truth import Unknown

NO_TAGS = Unknown("the tags of the resource were not read")


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """One role given to members on one resource."""

    source: str
    """Id of the asset that holds it."""
    attribute: str = "members"
    role: str
    """`roles/viewer`, `projects/shop/roles/deployer`."""
    members: tuple[str, ...] = ()
    """`user:ann@shop.example`, `serviceAccount:...`, `allUsers`, `principalSet://...`."""
    more: tuple[str, ...] = ()
    """Why there may be more members."""
    condition: str | Unknown | None = None
    """In the Common Expression Language; None where it holds always."""
    doubt: str = ""
    """Why it may not be there: something else replaces it, or it comes to be only under a setting not seen."""
    stage: str = "allow policy"


@dataclass(frozen=True, slots=True, kw_only=True)
class DenyRule:
    """One rule of a deny policy."""

    source: str
    number: int = -1
    principals: tuple[str, ...] = ()
    """In the long form: `principalSet://goog/public:all`, `principal://goog/subject/ann@shop.example`."""
    excepted_principals: tuple[str, ...] = ()
    permissions: tuple[str, ...] = ()
    """In the long form: `iam.googleapis.com/serviceAccountKeys.create`, with `*`."""
    excepted_permissions: tuple[str, ...] = ()
    condition: str | Unknown | None = None
    unseen: tuple[str, ...] = ()
    """Why it may deny more or less than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An organisation, folder, project or resource, with the policies that are attached to it."""

    id: str
    """Of its asset, or its name where it has none."""
    name: str
    """Full resource name: `//storage.googleapis.com/orders`."""
    type: str
    """As conditions have it: `storage.googleapis.com/Bucket`."""
    parent: str = ""
    """Id of the node above it; empty where there is none, or it is not known."""
    aliases: tuple[str, ...] = ()
    """Other names for the same: with the project's number in place of its id."""
    bindings: tuple[Binding, ...] = ()
    denies: tuple[DenyRule, ...] = ()
    more: tuple[str, ...] = ()
    """Why there may be policies on it, or above it, that were not seen."""
    tags: Mapping[str, str] | Unknown = NO_TAGS
    """Namespaced key (`123/env`) to short value (`prod`), those that are inherited too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A custom role."""

    source: str
    names: tuple[str, ...]
    """`projects/shop/roles/deployer`; every name that grants use for it."""
    permissions: frozenset[str] = frozenset()
    more: tuple[str, ...] = ()
    """Why it may have more."""
    disabled: bool = False
    """It can be granted, and gives nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """One that can act and is an asset: a service account."""

    id: str
    member: str
    """As grants name it: `serviceAccount:web@shop.iam.gserviceaccount.com`."""
    project: str = ""
    """Id of the node of the project it is in."""
    disabled: bool = False
    """It cannot act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group whose members were read, at least in part."""

    email: str
    members: tuple[str, ...] = ()
    """As in grants; a group among them is `group:...`."""
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """A principal access boundary policy: those it is bound to reach nothing but what it names."""

    source: str
    resources: tuple[str, ...] = ()
    """Full names of the organisations, folders and projects that stay within reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estate:
    """All of it. Ids are unique."""

    nodes: tuple[Node, ...] = ()
    roles: tuple[Role, ...] = ()
    principals: tuple[Principal, ...] = ()
    groups: Mapping[str, Group] = field(default_factory=dict)
    """By address, in lower case."""
    boundaries: tuple[Boundary, ...] = ()
