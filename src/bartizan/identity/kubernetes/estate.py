"""A Kubernetes estate: roles, bindings, service accounts, pods and nodes, as the engine is given them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bartizan.core.truth import Truth

ANYWHERE = -1
"""The realm of what every cluster has: it belongs together with anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of a role: verbs on resources, or on paths of the API. Texts may contain holes."""

    verbs: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """A label selector: every pair and every expression must hold; an empty one selects all."""

    labels: Mapping[str, str] = field(default_factory=dict)
    expressions: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """Key, operator (`In`, `NotIn`, `Exists`, `DoesNotExist`) and values."""
    more: str = ""
    """Why it could not all be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role or a cluster role."""

    id: str
    name: str
    namespace: str = ""
    """Empty for a cluster role."""
    rules: tuple[Rule, ...] = ()
    selectors: tuple[Selector, ...] | None = None
    """A cluster role that has these gets its rules from those they select, and no others."""
    labels: Mapping[str, str] = field(default_factory=dict)
    more: str = ""
    """Why it may have rules that were not seen."""
    labels_unseen: str = ""
    """Why it may have labels that were not seen."""
    realm: int = ANYWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """To whom a binding gives its role."""

    kind: str
    """User, Group or ServiceAccount."""
    name: str
    namespace: str = ""
    """Of a service account; empty for the binding's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """A role binding or a cluster role binding."""

    id: str
    name: str
    namespace: str = ""
    """Empty for a cluster role binding."""
    role: str
    """Name of the role; a hole where it was not seen."""
    role_kind: str = "ClusterRole"
    subjects: tuple[Subject, ...] = ()
    more: str = ""
    """Why it may have subjects that were not seen."""
    realm: int = ANYWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A service account."""

    id: str
    name: str
    namespace: str
    realm: int = ANYWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Pod:
    """A pod, or what makes pods from a template: the pods of it are one here."""

    id: str
    name: str
    """Its own; a hole within it where the cluster makes names up."""
    namespace: str
    account: str
    """Name of its service account."""
    mounts_token: Truth = Truth.YES
    node: str = ""
    """Name of the node it is bound to; empty where the scheduler chooses."""
    refers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By resource (`secrets`, `configmaps`, `persistentvolumeclaims`): the names that its spec refers to."""
    more: str = ""
    """Why it may refer to further ones."""
    realm: int = ANYWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A machine that pods run on."""

    id: str
    name: str
    realm: int = ANYWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An object that can be acted on."""

    group: str
    resource: str
    namespace: str
    """Empty for what lives outside of namespaces."""
    name: str
    realm: int = ANYWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Estate:
    """All of it. Ids are unique; names need not be, where several clusters are described."""

    roles: tuple[Role, ...] = ()
    bindings: tuple[Binding, ...] = ()
    accounts: tuple[Account, ...] = ()
    pods: tuple[Pod, ...] = ()
    nodes: tuple[Node, ...] = ()
    things: Mapping[str, Thing] = field(default_factory=dict)
    """Objects by the id of their asset."""
    apart: frozenset[tuple[int, int]] = frozenset()
    """Pairs of realms, the lower number first, that are certain to be different clusters."""
    unread: tuple[str, ...] = ()
    """Why there may be roles and bindings besides these."""

    def together(self, one: int, other: int) -> bool:
        """Tell whether what is in two realms may be in the same cluster."""
        return one == other or (min(one, other), max(one, other)) not in self.apart
