"""An AWS network estate: networks, subnets, routes, firewalls, what stands in them, and what passes requests on.

Plain data, made by `bartizan.app.network.aws` and by tests. Where something could not be seen, sets of addresses and
services are `Between` what is certain and what is possible, and the places that name what is around a subnet hold all
that it may be, `UNSEEN` among them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bartizan.core.place import Place
from bartizan.core.truth import Truth
from bartizan.network.space import ANY_SERVICE, EVERYWHERE, NOTHING, Between, Ints, known

ALL_SERVICES = known(ANY_SERVICE)
ALL_ADDRESSES = known(EVERYWHERE)
NO_ADDRESSES = known(NOTHING)
UNSEEN = "?"
"""Stands, among the ids of what may be around a subnet, for something that was not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that a security group allows."""

    id: str
    ingress: Truth = Truth.YES
    """NO: it is about what goes out."""
    services: Between[Ints] = ALL_SERVICES
    addresses: Between[Ints] = NO_ADDRESSES
    groups: frozenset[str] = frozenset()
    """Groups that the other side may be in."""
    perhaps_groups: frozenset[str] = frozenset()
    unseen_groups: str = ""
    """Why the other side may be in further groups."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A security group; what none of its rules allows is refused."""

    id: str
    rules: tuple[Rule, ...] = ()
    more: str = ""
    """Why there may be more rules."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a network ACL."""

    id: str
    order: float | None
    """Lower ones decide first; None where it is not known."""
    allows: Truth
    ingress: Truth
    services: Between[Ints] = ALL_SERVICES
    addresses: Between[Ints] = ALL_ADDRESSES
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acl:
    """A network ACL: stateless, and what no entry is about is denied."""

    id: str
    entries: tuple[Entry, ...] = ()
    more: str = ""
    """Why there may be more entries."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way out of a network."""

    id: str
    to: Between[Ints]
    over: str
    """`internet`, `nat`, `egress-only`, `peering`, `transit`, `local`, `other`; empty where it is not known."""
    via: str = ""
    """Id of the peering connection or transit gateway."""
    unknown: str = ""
    """Why it is not known what it leads over."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A route table; besides its routes it has the one within its network."""

    id: str
    routes: tuple[Route, ...] = ()
    more: str = ""
    """Why there may be more routes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subnet:
    """A part of a network."""

    id: str
    vpc: str
    """`UNSEEN` where it is not known."""
    v4: Ints
    """Where its IPv4 addresses are, at most; NOTHING where it has none."""
    v6: Ints = NOTHING
    has_v6: Truth = Truth.NO
    tables: tuple[str, ...] = ()
    """The route table around it: all that it may be."""
    acls: tuple[str, ...] = ()
    """The network ACL around it: all that it may be."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """An interface in a subnet, with what is around it."""

    subnet: str
    """`UNSEEN` where it is not known."""
    groups: frozenset[str] = frozenset()
    more: str = ""
    """Why there may be more groups."""
    filtered: bool = True
    """Whether security groups are asked at all: a network load balancer may have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something with interfaces: it stands in each of its stands, or in any one of them."""

    id: str
    stands: tuple[Stand, ...] = ()
    public: Truth = Truth.NO
    """Whether it has an IPv4 address on the Internet."""
    public_v6: Truth = Truth.NO
    listens: Between[Ints] = ALL_SERVICES
    source: bool = False
    """Whether connections can come from it."""
    outside: Truth = Truth.NO
    """Whether it opens connections past any network of its owner."""
    unknown: str = ""
    """Why its places or addresses are not certain."""
    answers: bool = True
    """Whether it can be connected to at all; a function is called only by what leads to it."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Something that a relay passes on."""

    relay: str
    takes: Ints
    """What the relay listens for."""
    target: str
    """`UNSEEN` where it may be anything that stands in a network."""
    gives: Ints
    """What the target is spoken to with; empty where the call goes over no network: a function."""
    truth: Truth = Truth.YES
    """NO: it is there, and does not let strangers through."""
    keeps_source: bool = False
    """Whether the target sees the address of the one who connects to the relay, not that of the relay."""
    inside: bool = False
    """Whether it comes out in the target's own network, whatever is around that: a VPC link."""
    through: tuple[tuple[str, str, Place | None], ...] = ()
    """Listener, rule, target group: id, what it does, and where it is written."""
    unknown: str = ""
    stop: str = ""
    """Where truth is NO: what stops strangers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """An address on the Internet that is in no network of its owner: an API, a function's URL, a cluster's endpoint."""

    id: str
    listens: Ints
    open_to: Between[Ints] = ALL_ADDRESSES
    """Addresses that may connect."""
    says: str = ""
    """What lets in, in one line."""
    stop: str = ""
    """What keeps others out, in one line."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Estate:
    """All of it, by id."""

    subnets: Mapping[str, Subnet] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    acls: Mapping[str, Acl] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    things: Mapping[str, Thing] = field(default_factory=dict)
    doors: Mapping[str, Door] = field(default_factory=dict)
    """Of the same ids as things where something is both."""
    leads: tuple[Lead, ...] = ()
    peerings: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The two networks of each peering connection, `UNSEEN` for one that is not known."""
    transits: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The networks attached to each transit gateway."""
    made: frozenset[str] = frozenset()
    """Ids of what AWS makes by itself and nothing declares: default groups, network ACLs and route tables."""
