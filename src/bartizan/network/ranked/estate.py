"""An estate in one form for all clouds that rank their rules: tables of rules, sources, and doors that lead to targets.

Plain data, made by `bartizan.network.azure` and `bartizan.network.gcp`. A table is a list of rules at one place; a gate
is a table that traffic must pass; a door is one way in to a target, with all of its gates; a source stands somewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bartizan.core.place import Place
from bartizan.core.reach import Via
from bartizan.core.truth import Truth
from bartizan.network.space import ANY_SERVICE, EVERYWHERE, NOTHING, Between, Ints, known

UNSEEN = "?"
"""Stands for the network of something of which that was not read: it may be any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a connection, as rules see it."""

    addresses: Ints
    """Its address is somewhere in these."""
    groups: frozenset[str] = frozenset()
    """Tags, security groups, service accounts, subnets, networks: whatever rules may name."""
    unseen: str = ""
    """Why it may be in further groups."""


_SERVICES, _ADDRESSES, _NOWHERE = known(ANY_SERVICE), known(EVERYWHERE), End(addresses=NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of a table, as seen from the end that the table is at."""

    id: str
    """Of its asset; empty for what the platform does by itself."""
    says: str
    """In one line: `denies tcp 22 from 0.0.0.0/0 (priority 100)`."""
    stage: int = 0
    """Tables may be made of several lists that are asked one after the other."""
    order: float | None = 0
    """Lower ones decide first; None where it is not known."""
    allows: Truth | None = Truth.YES
    """None: the next stage decides."""
    services: Between[Ints] = _SERVICES
    peers: Between[Ints] = _ADDRESSES
    """Addresses of the other end."""
    peer_groups: frozenset[str] = frozenset()
    """Groups of which the other end may be in one instead."""
    unseen_peers: str = ""
    """Why it may be about further ones."""
    own: Between[Ints] = _ADDRESSES
    """Addresses of this end."""
    own_groups: frozenset[str] = frozenset()
    unseen_own: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rules that are asked in order; what none of them is about is let through, or not."""

    id: str
    """Of its asset, or a name of its own."""
    rules: tuple[Rule, ...] = ()
    otherwise: Truth = Truth.NO
    says: str = "lets through nothing else"
    """What it does with the rest."""
    more: str = ""
    """Why there may be more rules."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A table that traffic to a target has to pass."""

    table: str
    own: End = _NOWHERE
    """The end that the table is at."""
    peer: End | None = None
    """Who connects to it, where that is not the client: a proxy."""
    services: Ints | None = None
    """What is asked for at it, where that is not what the target listens for: the port of a proxy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One way in to a target."""

    target: str
    homes: frozenset[str]
    """Networks from which its address can be used: `internet` for one on the Internet."""
    end: End
    """What clients connect to, as what lets them out sees it."""
    listens: Ints = ANY_SERVICE
    """As the target listens."""
    clients: Ints = EVERYWHERE
    """Addresses that clients can have at all: an address of IPv4 has none of IPv6."""
    asks: Ints | None = None
    """What clients ask for, where that is not what the target listens for."""
    gates: tuple[Gate, ...] = ()
    via: tuple[Via, ...] = ()
    """What it leads through, from the client on."""
    truth: Truth = Truth.YES
    """NO: it is shut, and `stop` says by what."""
    unknowns: tuple[str, ...] = ()
    stop: Via | None = None


def itself(door: Door, target: str, takes: Ints) -> Door:
    """Return a door to something behind a load balancer as one to the load balancer, which listens for `takes`."""
    gates = tuple(replace(gate, services=gate.services or door.listens) for gate in door.gates)
    return replace(door, target=target, listens=takes, asks=None, gates=gates)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A place that a source opens connections from."""

    home: str
    """Its network; `internet` for the Internet itself, empty where it is in none, `UNSEEN` where it is not known."""
    inside: End
    """As it is seen in its network."""
    out: tuple[str, ...] = ()
    """Tables that let it out, of firewalls and of routes, all of which must."""
    outside: End | None = None
    """As it is seen on the Internet."""
    leaves: Truth = Truth.NO
    """Whether it has a way out to the Internet."""
    why: str = ""
    """Why it has none, or why that is not known."""


@dataclass(frozen=True, slots=True)
class Estate:
    """All of it."""

    tables: Mapping[str, Table] = field(default_factory=dict)
    stands: Mapping[str, tuple[Stand, ...]] = field(default_factory=dict)
    """For each source its stands; the Internet among them."""
    doors: Mapping[str, tuple[Door, ...]] = field(default_factory=dict)
    """For each target its doors."""
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each target what is worth knowing beside: a web application firewall stands before it."""


@dataclass(frozen=True, slots=True)
class Some:
    """Texts of which perhaps not all could be seen."""

    known: frozenset[str] = frozenset()
    more: str = ""
    """Why there may be more."""

    def __bool__(self) -> bool:
        return bool(self.known) or bool(self.more)


NONE = Some()
