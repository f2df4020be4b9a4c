"""A network estate of Google Cloud as plain data: networks with their firewalls, machines, and what leads to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bartizan.core.place import Place
from bartizan.core.truth import Truth
from bartizan.network.ranked.estate import NONE, Rule, Some
from bartizan.network.space import Ints

DEFAULT = "network:default"
"""Stands for the network named default, which Google makes with each project and no file declares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirewallRule:
    """A firewall rule of a network, or a rule of a firewall policy."""

    id: str
    ingress: Truth = Truth.YES
    priority: float | None = 1000
    action: str | None = "allow"
    """allow, deny, goto_next; None where it is not known."""
    enabled: Truth = Truth.YES
    services: Some = NONE
    """As `tcp:22,80-90`, `udp:`, `all:`."""
    ranges: Some = NONE
    """Of the other side: sources of what comes in, destinations of what goes out."""
    peer_tags: Some = NONE
    peer_accounts: Some = NONE
    target_tags: Some = NONE
    target_accounts: Some = NONE
    other: str = ""
    """What else it asks for, which is not weighed."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A firewall policy, as it is attached to a network."""

    id: str
    rules: tuple[FirewallRule, ...] = ()
    stage: int = 1
    """Organizations come first, then folders, then networks."""
    unsure: str = ""
    """Why it may not be attached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A route of the customer for packets to anywhere."""

    id: str
    to_internet: Truth
    tags: Some = NONE
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A network."""

    id: str
    rules: tuple[FirewallRule, ...] = ()
    policies: tuple[Policy, ...] = ()
    policies_first: Truth = Truth.NO
    peers: frozenset[str] = frozenset()
    default_routes: Truth = Truth.YES
    routes: tuple[Route, ...] = ()
    nat: Truth = Truth.NO
    """Whether all machines get out to the Internet by translation of their addresses."""
    nat_subnets: frozenset[str] = frozenset()
    proxies: Ints = Ints()  # noqa: RUF009 - it is a constant
    """Addresses of the subnets that only load balancers use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """An instance, those made from a template, a pool of nodes, or a service that is joined to a network."""

    id: str
    networks: Some = NONE
    subnets: frozenset[str] = frozenset()
    addresses: Ints = Ints()  # noqa: RUF009 - it is a constant
    """Where its private addresses are; nothing where that is not known."""
    tags: Some = NONE
    accounts: Some = NONE
    public: Truth = Truth.NO
    answers: bool = True
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Backend:
    """Something that a forwarding rule leads to."""

    target: str
    gives: Ints
    serverless: bool = False
    truth: Truth = Truth.YES
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarding:
    """A forwarding rule: an address with ports."""

    id: str
    external: Truth
    proxy: bool
    """Whether backends see addresses of load balancers instead of those of clients."""
    managed: bool = False
    """Whether its proxies have addresses in a subnet of the customer."""
    takes: Ints = Ints()  # noqa: RUF009 - it is a constant
    networks: frozenset[str] = frozenset()
    backends: tuple[Backend, ...] = ()
    unseen: str = ""
    """Why there may be more backends."""
    notes: tuple[str, ...] = ()
    """What else stands before its backends, and is not weighed."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Something of the platform with an address and rules of its own: a database, a control plane, a function."""

    id: str
    listens: Ints
    public: Truth
    why: str = ""
    rules: tuple[Rule, ...] = ()
    otherwise: Truth = Truth.YES
    says: str = "lets everyone connect"
    networks: Some = NONE
    """Networks in which it has an address."""
    within: Truth = Truth.YES
    """Whether it answers there."""
    balanced: Truth = Truth.YES
    """Whether it takes what comes over load balancers."""
    runs: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Estate:
    """All of it."""

    networks: Mapping[str, Network] = field(default_factory=dict)
    machines: tuple[Machine, ...] = ()
    forwarding: tuple[Forwarding, ...] = ()
    services: tuple[Service, ...] = ()
