"""Subnets with their route tables and network ACLs, of a graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from bartizan.app.network.aws.values import Led, flag, led, number, ranges, services, text, why
from bartizan.content.kinds.aws.vpc_gateway import Attachment, InternetGateway, NatGateway, VpnGateway
from bartizan.content.kinds.aws.vpc_network_acl import AclEntry, NetworkAcl
from bartizan.content.kinds.aws.vpc_prefix_list import PrefixList
from bartizan.content.kinds.aws.vpc_route import Route as RouteAsset
from bartizan.content.kinds.aws.vpc_route import RouteTable
from bartizan.content.kinds.aws.vpc_subnet import Subnet as SubnetAsset
from bartizan.content.kinds.aws.vpc_transit_gateway import Peering
from bartizan.content.kinds.aws.vpc_vpc import Vpc
from bartizan.core.kind import Asset
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph
from bartizan.network.aws.estate import UNSEEN, Acl, Entry, Route, Subnet, Table
from bartizan.network.space import (
    EVERYWHERE,
    EVERYWHERE_V4,
    EVERYWHERE_V6,
    NOTHING,
    Between,
    Ints,
    addresses,
    known,
    perhaps,
)

DEFAULT_VPC = "default VPC"
DEFAULT_SUBNET = "default subnet"
"""Stand for the network that AWS makes in each region, where things are placed that name none, and nothing declares it.

Its subnets give public addresses, its main route table leads to an Internet gateway, its network ACL lets everything
pass (VPC user guide, "Default VPCs").
"""
OPEN_ACL = "default network ACL"
LOCAL_TABLE = "main route table"
"""The main route table of a network that AWS made with it, to which nothing was added."""
PUBLIC_TABLE = "main route table of the default VPC"


class Nets:
    """Networks of a graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def subnets(self) -> dict[str, Subnet]:
        """Return all subnets, the one that stands for those of the default network among them."""
        default = Subnet(
            id=DEFAULT_SUBNET,
            vpc=self.default_vpc,
            v4=addresses("172.31.0.0/16")[0],
            tables=self._main_tables(self.default_vpc),
            acls=self._default_acls(self.default_vpc),
        )
        return {DEFAULT_SUBNET: default, **{asset.id: self._subnet(asset) for asset in self._graph.of(SubnetAsset)}}

    @cached_property
    def default_vpc(self) -> str:
        """Return the id of the network that AWS made, declared or not."""
        return next((vpc.id for vpc in self._graph.of(Vpc) if vpc.values.get("default") is True), DEFAULT_VPC)

    def vpc_of(self, subnet: Asset) -> str:
        """Return the id of the network of a subnet; `UNSEEN` where that is not known."""
        if subnet.values.get("default") is True:
            return self.default_vpc
        found = led(self._graph, subnet, "vpc")
        return next(iter(found.ids)) if len(found.ids) == 1 and not found.why else UNSEEN

    def gives_public(self, subnet: str) -> Truth:
        """Tell whether machines in a subnet get a public address by themselves."""
        asset = self._graph.get(subnet)
        if asset is None:
            return Truth.YES if subnet == DEFAULT_SUBNET else Truth.UNKNOWN
        return flag(asset, "gives_public_addresses")

    def gives_v6(self, subnet: str) -> Truth:
        """Tell whether machines in a subnet get an IPv6 address by themselves; it is one on the Internet."""
        asset = self._graph.get(subnet)
        if asset is None:
            return Truth.NO if subnet == DEFAULT_SUBNET else Truth.UNKNOWN
        return flag(asset, "gives_ipv6")

    def _subnet(self, asset: SubnetAsset) -> Subnet:
        vpc = self.vpc_of(asset)
        v6, has_v6 = self._v6(asset)
        return Subnet(
            id=asset.id,
            vpc=vpc,
            v4=self._v4(asset, vpc),
            v6=v6,
            has_v6=has_v6,
            tables=self._tables_of(asset, vpc),
            acls=self._acls_of(asset, vpc),
            place=asset.place,
        )

    def _v4(self, asset: Asset, vpc: str) -> Ints:
        """Return where the IPv4 addresses of a subnet are, at most: in its range, that of its network, or anywhere."""
        for holder in (asset, self._graph.get(vpc)):
            value = text(holder, "range") if holder is not None else None
            if isinstance(value, str):
                found, problem = addresses(value)
                if found and not problem:
                    return found
        default = asset.values.get("default") is True
        return addresses("172.31.0.0/16")[0] if default else EVERYWHERE_V4

    def _v6(self, asset: Asset) -> tuple[Ints, Truth]:
        value = text(asset, "range6")
        if isinstance(value, Unknown):
            return EVERYWHERE_V6, Truth.YES if value.present else Truth.UNKNOWN
        if value is None:
            return NOTHING, Truth.NO
        found, problem = addresses(value)
        return (found, Truth.YES) if not problem else (EVERYWHERE_V6, Truth.UNKNOWN)

    def _tables_of(self, asset: Asset, vpc: str) -> tuple[str, ...]:
        named = led(self._graph, asset, "tables")
        if named.ids and not named.why:
            return tuple(sorted(named.ids))
        if named.none:
            return self._main_tables(vpc)
        if named.unseen:
            return (*sorted(table.id for table in self._graph.of(RouteTable)), *self._main_tables(vpc), UNSEEN)
        return (*sorted(named.ids), UNSEEN)

    def _main_tables(self, vpc: str) -> tuple[str, ...]:
        """Return the main route table of a network: all that it may be."""
        if vpc == UNSEEN:
            return (UNSEEN,)
        mains = [(table, flag(table, "main")) for table in self._of_vpc(RouteTable, vpc)]
        sure = [table.id for table, main in mains if main is Truth.YES]
        maybe = [table.id for table, main in mains if main is Truth.UNKNOWN]
        loose = [table.id for table in self._loose(RouteTable) if flag(table, "main") is not Truth.NO]
        if sure and not loose:
            return (sure[0],)
        return (*sure, *maybe, *loose, *(() if sure else (self._made_with(vpc),)))

    def _made_with(self, vpc: str) -> str:
        """Return the main route table that AWS makes with a network."""
        asset = self._graph.get(vpc)
        default = Truth.YES if vpc == DEFAULT_VPC else Truth.UNKNOWN if asset is None else flag(asset, "default")
        return {Truth.YES: PUBLIC_TABLE, Truth.NO: LOCAL_TABLE, Truth.UNKNOWN: UNSEEN}[default]

    def _acls_of(self, asset: Asset, vpc: str) -> tuple[str, ...]:
        around = self._around.get(asset.id, ())
        doubtful = self._doubtful_acls
        if around and not doubtful:
            return tuple(around[:1])
        others = [acl.id for acl in doubtful if acl.id not in around]
        return (*around[:1], *others, *(() if around else self._default_acls(vpc)))

    @cached_property
    def _around(self) -> dict[str, list[str]]:
        """Return the network ACLs that name a subnet, besides default ones, which come last."""
        found: dict[str, list[str]] = defaultdict(list)
        for acl in sorted(self._graph.of(NetworkAcl), key=lambda each: each.values.get("default") is True):
            for subnet in led(self._graph, acl, "subnets").ids:
                found[subnet].append(acl.id)
        return found

    @cached_property
    def _doubtful_acls(self) -> list[NetworkAcl]:
        """Return the network ACLs of which nothing tells what they are around."""
        acls = list(self._graph.of(NetworkAcl))
        return [acl for acl in acls if led(self._graph, acl, "subnets").unseen]

    def _default_acls(self, vpc: str) -> tuple[str, ...]:
        if vpc == UNSEEN:
            return (OPEN_ACL, *(acl.id for acl in self._graph.of(NetworkAcl) if flag(acl, "default") is not Truth.NO))
        here = [(acl.id, flag(acl, "default")) for acl in self._of_vpc(NetworkAcl, vpc)]
        loose = [acl.id for acl in self._loose(NetworkAcl) if flag(acl, "default") is not Truth.NO]
        sure = [id for id, default in here if default is Truth.YES]
        maybe = [id for id, default in here if default is Truth.UNKNOWN]
        return tuple(sure[:1]) if sure else (OPEN_ACL, *maybe, *loose)

    def _of_vpc(self, kind: type[Asset], vpc: str) -> Iterator[Asset]:
        return (self._graph.assets[at] for at in self._by_vpc(kind).get(vpc, ()))

    def _loose(self, kind: type[Asset]) -> Iterator[Asset]:
        """Yield those of a kind of which the network is not known, though it may be one that is declared."""
        return (self._graph.assets[at] for at in self._by_vpc(kind).get(UNSEEN, ()))

    def _by_vpc(self, kind: type[Asset]) -> dict[str, list[int]]:
        if kind not in self._indexed:
            found: dict[str, list[int]] = defaultdict(list)
            for asset in self._graph.of(kind):
                named = led(self._graph, asset, "vpc")
                for vpc in named.ids or ((UNSEEN,) if named.unseen else ()):
                    found[vpc].append(self._graph.index[asset.id])
            self._indexed[kind] = found
        return self._indexed[kind]

    @cached_property
    def _indexed(self) -> dict[type[Asset], dict[str, list[int]]]:
        return {}

    def tables(self) -> dict[str, Table]:
        """Return all route tables, with those that AWS makes."""
        every = known(EVERYWHERE_V4)
        public = Route(id=PUBLIC_TABLE, to=every, over="internet")
        made = {LOCAL_TABLE: Table(id=LOCAL_TABLE), PUBLIC_TABLE: Table(id=PUBLIC_TABLE, routes=(public,))}
        return {**made, **{asset.id: self._table(asset) for asset in self._graph.of(RouteTable)}}

    def _table(self, asset: Asset) -> Table:
        named = led(self._graph, asset, "routes")
        ids = set(named.ids) | self._routes_by_table.get(asset.id, set())
        found = (self._graph.get(id) for id in sorted(ids))
        routes = tuple(self._route(each) for each in found if each is not None)
        return Table(id=asset.id, routes=routes, more=named.why)

    @cached_property
    def _routes_by_table(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for route in self._graph.of(RouteAsset):
            for table in led(self._graph, route, "table").ids:
                found[table].add(route.id)
        return found

    def _route(self, asset: Asset) -> Route:
        over, via, unknown = self._over(asset)
        return Route(id=asset.id, to=self._to(asset), over=over, via=via, unknown=unknown, place=asset.place)

    def _to(self, asset: Asset) -> Between[Ints]:
        value = text(asset, "to")
        if isinstance(value, str):
            found, problem = addresses(value)
            return known(found) if not problem else perhaps(EVERYWHERE, f"{asset.id}: {problem}")
        lists = led(self._graph, asset, "prefix_lists")
        if isinstance(value, Unknown):
            return perhaps(EVERYWHERE, why(asset, "to", value))
        return self.listed(lists)

    def listed(self, lists: Led) -> Between[Ints]:
        """Return the addresses of prefix lists."""
        found = known(NOTHING)
        for id in sorted(lists.ids):
            asset = self._graph.get(id)
            if isinstance(asset, PrefixList):
                found = found | ranges(asset, "addresses")
        return found | perhaps(EVERYWHERE, lists.why) if lists.why else found

    def _over(self, asset: Asset) -> tuple[str, str, str]:
        """Return what a route leads over, its id, and why that is not known."""
        over = text(asset, "over")
        if isinstance(over, Unknown):
            return "", "", why(asset, "over", over)
        leads = led(self._graph, asset, "leads")
        target = self._graph.get(next(iter(leads.ids))) if len(leads.ids) == 1 else None
        if over == "gateway":
            return self._gateway(asset, target)
        if over == "nat":
            return self._nat(asset, target)
        if over in ("peering", "transit-gateway"):
            id = target.id if target is not None else UNSEEN
            return ("peering" if over == "peering" else "transit"), id, leads.why
        return ("egress-only", "", "") if over == "egress-only-gateway" else ("other", "", "")

    def _gateway(self, asset: Asset, target: Asset | None) -> tuple[str, str, str]:
        if isinstance(target, InternetGateway):
            attached = led(self._graph, target, "vpc")
            if attached.none:
                return "other", target.id, f"{target.id} is attached to no network"
            return "internet", target.id, ""
        if isinstance(target, VpnGateway):
            return "other", target.id, ""
        written = text(asset, "gateway")
        if isinstance(written, str):
            return (
                ("internet" if written.startswith("igw-") else "local" if written == "local" else "other"),
                written,
                "",
            )
        return "", "", f"the gateway of {asset.id} was not read"

    def _nat(self, asset: Asset, target: Asset | None) -> tuple[str, str, str]:
        if not isinstance(target, NatGateway):
            return "", "", f"the NAT gateway of {asset.id} was not read"
        private = flag(target, "private")
        over = {Truth.YES: "other", Truth.NO: "nat", Truth.UNKNOWN: ""}[private]
        return over, target.id, "" if over else f"it is not known whether {target.id} has a public address"

    def acls(self) -> dict[str, Acl]:
        """Return all network ACLs, with the one that AWS makes in each network: it lets everything pass."""
        both = tuple(Entry(id=OPEN_ACL, ingress=way, order=100, allows=Truth.YES) for way in (Truth.YES, Truth.NO))
        made = {OPEN_ACL: Acl(id=OPEN_ACL, entries=both)}
        return {**made, **{asset.id: self._acl(asset) for asset in self._graph.of(NetworkAcl)}}

    def _acl(self, asset: Asset) -> Acl:
        named = led(self._graph, asset, "entries")
        ids = set(named.ids) | self._entries_by_acl.get(asset.id, set())
        found = (self._graph.get(id) for id in sorted(ids))
        entries = tuple(self._entry(each) for each in found if each is not None)
        return Acl(id=asset.id, entries=entries, more=named.why, place=asset.place)

    @cached_property
    def _entries_by_acl(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for entry in self._graph.of(AclEntry):
            for acl in led(self._graph, entry, "acl").ids:
                found[acl].add(entry.id)
        return found

    def _entry(self, asset: Asset) -> Entry:
        order = number(asset, "order")
        return Entry(
            id=asset.id,
            order=None if isinstance(order, Unknown) else order,
            allows=flag(asset, "allows"),
            ingress=flag(asset, "ingress"),
            services=services(asset, "protocol", "from_port", "to_port"),
            addresses=ranges(asset, "addresses"),
            place=asset.place,
        )

    def peerings(self) -> dict[str, frozenset[str]]:
        """Return the two networks of each peering connection."""
        return {
            asset.id: frozenset(self._end(asset, end) for end in ("vpc", "peer")) for asset in self._graph.of(Peering)
        }

    def transits(self) -> dict[str, frozenset[str]]:
        """Return the networks attached to each transit gateway."""
        found: dict[str, set[str]] = defaultdict(set)
        for asset in self._graph.of(Attachment):
            gateways = led(self._graph, asset, "gateway")
            for gateway in gateways.ids:
                found[gateway].add(self._end(asset, "vpc"))
        unseen = any(led(self._graph, asset, "gateway").unseen for asset in self._graph.of(Attachment))
        return {id: frozenset({*vpcs, UNSEEN} if unseen else vpcs) for id, vpcs in found.items()}

    def _end(self, asset: Asset, link: str) -> str:
        named = led(self._graph, asset, link)
        return next(iter(named.ids)) if len(named.ids) == 1 and not named.why else UNSEEN
