"""A network estate of Azure as plain data: networks, security groups, interfaces, and what leads to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bartizan.core.place import Place
from bartizan.core.truth import Truth
from bartizan.network.ranked.estate import NONE, Rule, Some
from bartizan.network.space import ANY_SERVICE, Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityRule:
    """One rule of a security group."""

    id: str
    priority: float | None
    """None where it is not known."""
    inbound: Truth = Truth.YES
    allows: Truth = Truth.YES
    protocol: str | None = "*"
    """In small letters; None where it is not known."""
    sources: Some = NONE
    """CIDR blocks and service tags."""
    source_ports: Some = Some(frozenset({"*"}))  # noqa: RUF009 - it is a constant
    destinations: Some = NONE
    ports: Some = NONE
    source_groups: Some = NONE
    """Ids of application security groups."""
    destination_groups: Some = NONE
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityGroup:
    """A security group without its default rules."""

    id: str
    rules: tuple[SecurityRule, ...] = ()
    more: str = ""
    """Why there may be more rules."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A virtual network."""

    id: str
    addresses: Some = NONE
    peers: frozenset[str] = frozenset()
    """Networks that it reaches and that reach it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One route of a table."""

    id: str
    prefix: str | None
    """A CIDR block or a service tag; None where it is not known."""
    next_hop: str | None
    """In small letters."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteTable:
    """Routes of the customer."""

    id: str
    routes: tuple[Route, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subnet:
    """A part of a virtual network, with what is around it."""

    id: str
    network: str
    """`UNSEEN` where it is not known."""
    addresses: Some = NONE
    groups: Some = NONE
    """Ids of the security group around it."""
    tables: Some = NONE
    """Ids of its route table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """What connects a machine, or all those of a scale set, to a subnet."""

    id: str
    subnets: Some = NONE
    groups: Some = NONE
    """Ids of the security group around it."""
    application_groups: Some = NONE
    addresses: Some = NONE
    """Private addresses, where they are fixed."""
    public: Truth = Truth.NO
    sku: str | None = "standard"
    """Of its public address; None where it is not known."""
    pools: Some = NONE
    nat_rules: Some = NONE
    gateways: Some = NONE
    closed: str = ""
    """What keeps the Internet out whatever else there is."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """Something that runs in subnets: a machine, a scale set, a node pool, containers, an application joined to one."""

    id: str
    interfaces: tuple[Interface, ...] = ()
    listens: Ints = ANY_SERVICE
    answers: bool = True
    """Whether its interfaces take connections; those of an application only open them."""
    unseen: str = ""
    """Why it may have more interfaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Balancer:
    """A load balancer: an address that is passed on as it is."""

    id: str
    public: Truth
    sku: str | None
    subnets: Some = NONE
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BalancerRule:
    """What a load balancer listens for, and where that goes."""

    id: str
    balancer: str
    """`UNSEEN` where it is not known."""
    takes: Ints
    gives: Ints
    pools: Some = NONE
    says: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateway:
    """A proxy: an application gateway, or Front Door, that stands in no subnet."""

    id: str
    public: Truth
    takes: Ints
    gives: Ints
    subnets: Some = NONE
    hosts: frozenset[str] = frozenset()
    """Ids of services that it sends requests to."""
    addresses: Some = NONE
    """Addresses that it sends requests to."""
    groups: frozenset[str] = frozenset()
    """Service tags that its own addresses have: `tag:azurefrontdoor.backend`."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Something of the platform with an address of its own and rules of its own: a database, an application."""

    id: str
    listens: Ints
    public: Truth
    """Whether it has an address on the Internet."""
    rules: tuple[Rule, ...] = ()
    otherwise: Truth = Truth.YES
    """What becomes of clients that no rule is about."""
    says: str = "lets everyone connect"
    more: str = ""
    why: str = ""
    """Why it is not known whether it has an address on the Internet."""
    subnets: Some = NONE
    """Subnets in which it has an address: its own, or that of a private endpoint."""
    runs: bool = False
    """Whether it opens connections itself."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Estate:
    """All of it; mappings are by id."""

    networks: Mapping[str, Network] = field(default_factory=dict)
    subnets: Mapping[str, Subnet] = field(default_factory=dict)
    groups: Mapping[str, SecurityGroup] = field(default_factory=dict)
    tables: Mapping[str, RouteTable] = field(default_factory=dict)
    machines: tuple[Machine, ...] = ()
    balancers: Mapping[str, Balancer] = field(default_factory=dict)
    balancer_rules: tuple[BalancerRule, ...] = ()
    gateways: tuple[Gateway, ...] = ()
    services: tuple[Service, ...] = ()
    firewalls: frozenset[str] = frozenset()
    """Networks in which a firewall stands, which may pass on to machines what it is sent."""
