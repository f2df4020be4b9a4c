"""Small AWS estates, told in a few words."""

from __future__ import annotations

from collections.abc import Iterable

from bartizan.core.truth import Truth
from bartizan.network.aws.estate import Acl, Entry, Estate, Group, Lead, Route, Rule, Stand, Subnet, Table, Thing
from bartizan.network.aws.network import EVERYBODY, Network, Origin, Outside
from bartizan.network.space import (
    ANY_SERVICE,
    EVERYWHERE,
    NOTHING,
    Between,
    Ints,
    addresses,
    known,
    perhaps,
    ports,
    service,
)

ANYONE = "0.0.0.0/0"
ANYONE_V6 = "::/0"


def at(*ranges: str) -> Ints:
    """Return the addresses of some ranges."""
    return Ints.of(span for each in ranges for span in addresses(each)[0].spans)


def tcp(at: str | int) -> Ints:
    """Return the services of TCP at a port or a range of ports."""
    return service("tcp", ports(at)[0])


def udp(at: str | int) -> Ints:
    """Return the services of UDP at a port or a range of ports."""
    return service("udp", ports(at)[0])


def rule(
    services: Ints = ANY_SERVICE,
    *ranges: str,
    of: Iterable[str] = (),
    out: bool = False,
    unknown: str = "",
    id: str = "rule",
) -> Rule:
    """Return a rule of a security group; `unknown`: why its ranges are not known."""
    held: Between[Ints] = perhaps(EVERYWHERE, unknown) if unknown else known(at(*ranges))
    way = Truth.NO if out else Truth.YES
    return Rule(id=id, ingress=way, services=known(services), addresses=held, groups=frozenset(of))


EGRESS = rule(ANY_SERVICE, ANYONE, ANYONE_V6, out=True, id="egress")


def group(id: str, *rules: Rule, egress: bool = True) -> Group:
    """Return a security group, which lets everything out unless told otherwise."""
    return Group(id=id, rules=(*rules, EGRESS) if egress else rules)


def entry(
    order: float | None,
    allows: bool,
    services: Ints = ANY_SERVICE,
    *ranges: str,
    out: bool = False,
    id: str = "",
) -> Entry:
    """Return an entry of a network ACL; for everyone where no ranges are told."""
    return Entry(
        id=id or f"entry {order}",
        order=order,
        allows=Truth.YES if allows else Truth.NO,
        ingress=Truth.NO if out else Truth.YES,
        services=known(services),
        addresses=known(at(*(ranges or (ANYONE, ANYONE_V6)))),
    )


OPEN = Acl(id="open", entries=(entry(100, True), entry(100, True, out=True)))


def route(to: str, over: str, via: str = "") -> Route:
    """Return a route."""
    return Route(id=f"{to} over {over}", to=known(at(to)), over=over, via=via)


PUBLIC = Table(id="public", routes=(route(ANYONE, "internet", "igw"), route(ANYONE_V6, "internet", "igw")))
PRIVATE = Table(id="private")


def subnet(id: str, range: str, vpc: str = "vpc", table: str = "public", acl: str = "open", v6: str = "") -> Subnet:
    """Return a subnet."""
    held = at(v6) if v6 else NOTHING
    has = Truth.YES if v6 else Truth.NO
    return Subnet(id=id, vpc=vpc, v4=at(range), v6=held, has_v6=has, tables=(table,), acls=(acl,))


def thing(
    id: str,
    subnet: str,
    *groups: str,
    public: bool = False,
    public_v6: bool = False,
    listens: Ints = ANY_SERVICE,
    filtered: bool = True,
) -> Thing:
    """Return something with one interface, which opens connections too."""
    return Thing(
        id=id,
        stands=(Stand(subnet=subnet, groups=frozenset(groups), filtered=filtered),),
        public=Truth.YES if public else Truth.NO,
        public_v6=Truth.YES if public_v6 else Truth.NO,
        listens=known(listens),
        source=True,
    )


def estate(
    *parts: Subnet | Table | Acl | Group | Thing | Lead,
    peerings: dict[str, frozenset[str]] | None = None,
    transits: dict[str, frozenset[str]] | None = None,
) -> Estate:
    """Return an estate of parts; open and closed tables and an open network ACL are there already."""

    tables = (PUBLIC, PRIVATE, *(each for each in parts if isinstance(each, Table)))
    acls = (OPEN, *(each for each in parts if isinstance(each, Acl)))
    return Estate(
        subnets={each.id: each for each in parts if isinstance(each, Subnet)},
        tables={each.id: each for each in tables},
        acls={each.id: each for each in acls},
        groups={each.id: each for each in parts if isinstance(each, Group)},
        things={each.id: each for each in parts if isinstance(each, Thing)},
        leads=tuple(each for each in parts if isinstance(each, Lead)),
        peerings=peerings or {},
        transits=transits or {},
    )


def asked(of: Estate | Network, source: str, target: str, services: Ints = ANY_SERVICE) -> Truth:
    """Tell whether a source reaches a target with some services; `internet` for everybody, or a range of addresses."""
    network = of if isinstance(of, Network) else Network(of)
    origin: Origin | None = EVERYBODY if source == "internet" else network.origin(source)
    if origin is None:
        origin = Outside(at(source))
    return network.reached(origin, target).within(services).truth()
