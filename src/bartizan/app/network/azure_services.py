"""Services of Azure with addresses and firewalls of their own, as the network engine takes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bartizan.app.network.seen import certain, elsewhere, number, some, text, why
from bartizan.content.kinds.azure.aks_cluster import Cluster, NodePool
from bartizan.content.kinds.azure.analytics import SynapseWorkspace
from bartizan.content.kinds.azure.app_web import AccessRule, App
from bartizan.content.kinds.azure.container_group import ContainerApp, ContainerEnvironment, ContainerGroup
from bartizan.content.kinds.azure.cosmos_account import CosmosAccount
from bartizan.content.kinds.azure.database import DatabaseServer
from bartizan.content.kinds.azure.database_firewall_rule import FirewallRule, SubnetRule
from bartizan.content.kinds.azure.keyvault_vault import Vault
from bartizan.content.kinds.azure.mysql_server import MysqlServer
from bartizan.content.kinds.azure.network_route_table import PrivateEndpoint
from bartizan.content.kinds.azure.postgresql_server import PostgresServer
from bartizan.content.kinds.azure.redis_cache import RedisCache
from bartizan.content.kinds.azure.sql_server import SqlServer
from bartizan.content.kinds.azure.storage_account import Account
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Asset
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from bartizan.network.azure.estate import Service
from bartizan.network.azure.firewall import tagged
from bartizan.network.ranked.estate import NONE, Rule, Some
from bartizan.network.ranked.reach import PUBLIC
from bartizan.network.space import (
    ANY_SERVICE,
    NOTHING,
    Between,
    Ints,
    addresses,
    known,
    perhaps,
    ports,
    protocol,
    service,
)

EVERY_TENANT = "0.0.0.0"  # noqa: S104 - nothing is bound: it is how firewalls of databases name all of Azure
ALL_OF_AZURE = "everything that runs in Azure may connect, that of strangers too: whoever rents a machine there"
PORTS: Mapping[type[Asset], Sequence[int]] = {
    SqlServer: (1433,),
    SynapseWorkspace: (443, 1433),
    MysqlServer: (3306,),
    PostgresServer: (5432, 6432),
    RedisCache: (6379, 6380),
}


def services(graph: Graph) -> Iterator[Service]:
    """Yield everything of the platform that has an address of its own."""
    private = _private(graph)
    yield from _databases(graph, private)
    yield from _listed(graph, private)
    yield from map(_app, _apps(graph, private))
    yield from _containers(graph)
    yield from _clusters(graph)
    yield from _plain(graph, private)


def tcp(*at: int) -> Ints:
    """Return TCP at some ports."""
    return service("tcp", Ints.of((port, port) for port in at))


def _private(graph: Graph) -> Mapping[str, Some]:
    """Return, for each service, the subnets of the private endpoints that lead to it."""
    found: dict[str, Some] = defaultdict(lambda: NONE)
    for endpoint in graph.of(PrivateEndpoint):
        for id in some(endpoint.leads_to).known:
            found[id] = _both(found[id], some(endpoint.subnets))
    return found


def _both(one: Some, other: Some) -> Some:
    return Some(one.known | other.known, one.more or other.more)


# Firewalls that name addresses and subnets


def _databases(graph: Graph, private: Mapping[str, Some]) -> Iterator[Service]:
    rules, astray = _by_server(graph)
    servers: list[DatabaseServer | RedisCache] = [*graph.of(DatabaseServer), *graph.of(RedisCache)]
    for server in servers:
        mine = tuple(rules[server.id])
        cache = isinstance(server, RedisCache)
        listens = tcp(*PORTS.get(type(server), (443,)))
        if isinstance(server, RedisCache) and certain(server.plain_port) is Truth.NO:
            listens = tcp(6380)
        yield Service(
            id=server.id,
            listens=listens,
            public=certain(server.public),
            why=why(server.public, ""),
            rules=mine,
            otherwise=Truth.YES if cache and not mine else Truth.NO,
            says="lets everyone connect" if cache and not mine else "its firewall lets nobody else connect",
            more=astray,
            subnets=_both(some(server.subnets), private.get(server.id, NONE)),
            place=server.place,
        )


def _by_server(graph: Graph) -> tuple[dict[str, list[Rule]], str]:
    """Return the rules of each database server, and why any server may have more."""
    found: dict[str, list[Rule]] = defaultdict(list)
    astray = ""
    rules: list[FirewallRule | SubnetRule] = [*graph.of(FirewallRule), *graph.of(SubnetRule)]
    for rule in rules:
        made = (
            _address_rule(rule) if isinstance(rule, FirewallRule) else _subnet_rule(rule.id, some(rule.subnets), rule)
        )
        servers = some(rule.servers)
        if not servers.known and not elsewhere(rule.servers):
            astray = f"{rule.id} may be about it: {servers.more}"
        for server in servers.known:
            found[server].append(made)
    return found, astray


def _address_rule(rule: FirewallRule) -> Rule:
    low, high = text(rule.first), text(rule.last)
    if low is None or high is None:
        peers = perhaps(PUBLIC, f"the addresses of {rule.id} are not known")
        return Rule(id=rule.id, says="lets in addresses that are not known", peers=peers, place=rule.place)
    if low == high == EVERY_TENANT:
        return _azure(rule.id, rule)
    found, problem = addresses(f"{low}-{high}")
    peers = perhaps(PUBLIC, problem) if problem else known(found)
    return Rule(id=rule.id, says=f"lets in {low} to {high}", peers=peers, place=rule.place)


def _azure(id: str, asset: Asset) -> Rule:
    return Rule(
        id=id,
        says="lets in everything that runs in Azure",
        peers=perhaps(PUBLIC, ALL_OF_AZURE),
        peer_groups=frozenset({"azure"}),
        place=asset.place,
    )


def _subnet_rule(id: str, subnets: Some, asset: Asset) -> Rule:
    return Rule(
        id=id,
        says="lets in a subnet",
        peers=known(NOTHING),
        peer_groups=frozenset(f"subnet:{each}" for each in subnets.known),
        place=asset.place,
    )


def _listed(graph: Graph, private: Mapping[str, Some]) -> Iterator[Service]:
    """Yield storage accounts, vaults and Cosmos accounts: each has its list of addresses and subnets in itself."""
    for account in graph.of(Account):
        default = _action(account.default_action)
        yield _limited(account, account.public_network, account.allowed, account.subnets, default, private)
    for vault in graph.of(Vault):
        default = _action(vault.default_action)
        yield _limited(vault, vault.public_network, vault.allowed, vault.subnets, default, private)
    for cosmos in graph.of(CosmosAccount):
        default = Truth(-certain(cosmos.limited))
        yield _limited(cosmos, cosmos.public, cosmos.allowed, cosmos.subnets, default, private)


def _action(value: object) -> Truth:
    """Return what becomes of clients that no rule is about."""
    word = text(value)
    return Truth.UNKNOWN if word is None else Truth.NO if word.lower() == "deny" else Truth.YES


def _limited(
    asset: Asset, public: object, allowed: object, subnets: object, default: Truth, private: Mapping[str, Some]
) -> Service:
    listed, within = some(allowed), some(subnets)
    rules = [_allowing(asset, each) for each in sorted(listed.known)]
    if within.known:
        rules.append(_subnet_rule(asset.id, within, asset))
    doubt = (listed.more or within.more) if default is Truth.NO else ""
    if doubt:
        rules.append(Rule(id=asset.id, says="may let in others", peers=perhaps(PUBLIC, doubt), place=asset.place))
    return Service(
        id=asset.id,
        listens=tcp(443),
        public=certain(public),
        why=why(public, ""),
        rules=tuple(rules),
        otherwise=default,
        says=_otherwise(default),
        subnets=private.get(asset.id, NONE),
        place=asset.place,
    )


def _otherwise(default: Truth) -> str:
    says = {Truth.YES: "lets everyone connect", Truth.NO: "its firewall lets nobody else connect"}
    return says.get(default, "it is not known whether its firewall lets everyone connect")


def _allowing(asset: Asset, written: str, allows: Truth = Truth.YES, order: float | None = 0) -> Rule:
    if written.strip() == EVERY_TENANT:
        return _azure(asset.id, asset)
    peers, groups, problem = tagged(written, "", {})
    says = f"{'lets in' if allows is Truth.YES else 'keeps out'} {written}"
    return Rule(
        id=asset.id,
        says=says,
        peers=peers,
        peer_groups=groups,
        unseen_peers=problem,
        allows=allows,
        order=order,
        place=asset.place,
    )


# Applications and containers


def _apps(graph: Graph, private: Mapping[str, Some]) -> Iterator[tuple[App, list[AccessRule], Some]]:
    of: dict[str, list[AccessRule]] = defaultdict(list)
    for rule in graph.of(AccessRule):
        for id in some(rule.app).known:
            of[id].append(rule)
    for app in graph.of(App):
        yield app, of[app.id], private.get(app.id, NONE)


def _app(given: tuple[App, list[AccessRule], Some]) -> Service:
    app, rules, private = given
    default, says = _unmatched(app, bool(rules))
    return Service(
        id=app.id,
        listens=tcp(80, 443),
        public=certain(app.public),
        why=why(app.public, ""),
        rules=tuple(map(_access, rules)),
        otherwise=default,
        says=says,
        more=some(app.access_rules).more,
        subnets=private,
        runs=True,
        place=app.place,
    )


def _unmatched(app: App, ruled: bool) -> tuple[Truth, str]:
    """Return what becomes of visitors that no rule is about.

    Azure's own default is to let all in without rules and nobody else with some; newer versions of the provider set
    "Allow" where nothing is written (learn.microsoft.com/azure/app-service/overview-access-restrictions).
    """
    word = text(app.default_action)
    if word is not None:
        return (Truth.NO, "keeps out all others") if word.lower() == "deny" else (Truth.YES, "lets everyone in")
    if app.default_action is None and not ruled:
        return Truth.YES, "lets everyone in"
    return Truth.UNKNOWN, "what becomes of visitors that no access rule is about is not written"


def _access(rule: AccessRule) -> Rule:
    listed, subnets, tag = some(rule.addresses), some(rule.subnets), text(rule.tag)
    peers: Between[Ints] = known(NOTHING)
    groups = {f"subnet:{each}" for each in subnets.known}
    unseen = listed.more or (subnets.more if not elsewhere(rule.subnets) else "") or why(rule.tag, "")
    for each in [*sorted(listed.known), *([tag] if tag else [])]:
        some_peers, more, problem = tagged(each, "", {})
        peers, groups, unseen = peers | some_peers, groups | more, unseen or problem
    verb = {Truth.YES: "lets in", Truth.NO: "keeps out"}.get(certain(rule.allows), "lets in or keeps out")
    who = ", ".join([*sorted(listed.known), *([tag] if tag else []), *sorted(subnets.known)]) or "somebody"
    return Rule(
        id=rule.id,
        says=f"{verb} {who}",
        order=number(rule.priority),
        allows=certain(rule.allows),
        peers=peers,
        peer_groups=frozenset(groups),
        unseen_peers=unseen,
        place=rule.place,
    )


def _containers(graph: Graph) -> Iterator[Service]:
    for group in graph.of(ContainerGroup):
        if not some(group.subnets):
            yield Service(
                id=group.id,
                listens=opened(some(group.ports)),
                public=certain(group.public),
                why=why(group.public, ""),
                runs=True,
                place=group.place,
            )
    for app in graph.of(ContainerApp):
        yield _container_app(app, graph)


def opened(written: Some) -> Ints:
    """Return services of texts like `tcp:80`; all, where some are not known."""
    found = NOTHING
    for each in sorted(written.known):
        name, _, port = each.partition(":")
        spoken, problem = protocol(name)
        found = found | (ANY_SERVICE if problem else service(spoken, ports(port)[0]))
    return ANY_SERVICE if written.more else found


def _container_app(app: ContainerApp, graph: Graph) -> Service:
    found = some(app.environment)
    places = [each for id in found.known if isinstance(each := graph.get(id), ContainerEnvironment)]
    internal = certain(places[0].internal) if places else Truth.UNKNOWN
    public = min(certain(app.external), Truth(-internal))
    allowed, denied = some(app.allowed), some(app.denied)
    rules = [_allowing(app, each) for each in sorted(allowed.known)]
    rules += [_allowing(app, each, Truth.NO) for each in sorted(denied.known)]
    unread = allowed.more or denied.more
    return Service(
        id=app.id,
        listens=NOTHING if app.port is None else tcp(80, 443),
        public=public,
        why=why(app.external, "the environment it runs in was not read"),
        rules=tuple(rules),
        otherwise=Truth.UNKNOWN if unread else Truth.NO if allowed.known else Truth.YES,
        says=unread or ("lets nobody else in" if allowed.known else "lets everyone in"),
        subnets=some(places[0].subnets) if places else NONE,
        runs=True,
        place=app.place,
    )


# API servers, and services whose own rules were not read


def _clusters(graph: Graph) -> Iterator[Service]:
    subnets: dict[str, Some] = defaultdict(lambda: NONE)
    for pool in graph.of(NodePool):
        for id in some(pool.cluster).known:
            own = some(pool.subnets) or Some(frozenset({f"aks:{id}"}))
            subnets[id] = _both(subnets[id], own)
    for api in graph.of(Cluster):
        listed = some(api.authorized)
        default = Truth.NO if listed.known else Truth.UNKNOWN if listed.more else Truth.YES
        rules = [_allowing(api, each) for each in sorted(listed.known)]
        if listed.known and listed.more:
            rules.append(Rule(id=api.id, says="may let in others", peers=perhaps(PUBLIC, listed.more)))
        yield Service(
            id=api.id,
            listens=tcp(443),
            public=Truth(-certain(api.private)),
            why=why(api.private, ""),
            rules=tuple(rules),
            otherwise=default,
            says=_otherwise(default),
            subnets=subnets[api.id],
            place=api.place,
        )


TOLD_OTHERWISE = (DatabaseServer, RedisCache, Account, Vault, CosmosAccount, App, ContainerGroup, ContainerApp, Cluster)


def _plain(graph: Graph, private: Mapping[str, Some]) -> Iterator[Service]:
    """Yield what only says of itself whether it is open to every address: registries, queues, search, models."""
    for asset in graph.of(Endpoint):
        if not asset.kind.startswith("azure.") or isinstance(asset, TOLD_OTHERWISE) or "public" not in asset.attributes:
            continue
        public = asset.read("public")
        yield Service(
            id=asset.id,
            listens=tcp(443),
            public=certain(public),
            why=why(public, ""),
            subnets=private.get(asset.id, NONE),
            place=asset.place,
        )
