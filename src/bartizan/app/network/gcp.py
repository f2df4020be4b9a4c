"""The network of the Google Cloud part of a graph: its estate is made of what was read, and asked by the engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from bartizan.app.network.gcp_balancers import forwarding
from bartizan.app.network.gcp_services import services
from bartizan.app.network.seen import certain, elsewhere, first, number, some, text
from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.content.kinds.gcp.gke import Cluster, NodePool
from bartizan.content.kinds.gcp.network import Firewall, Subnet
from bartizan.content.kinds.gcp.network import Network as NetworkAsset
from bartizan.content.kinds.gcp.network_policy import FirewallPolicy, PolicyAssociation, PolicyRule
from bartizan.content.kinds.gcp.network_route import Nat, Peering, Router
from bartizan.content.kinds.gcp.network_route import Route as RouteAsset
from bartizan.content.kinds.gcp.serverless import Function, RunService
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph
from bartizan.network.gcp.doors import ranked_estate
from bartizan.network.gcp.estate import DEFAULT, Estate, FirewallRule, Machine, Network, Policy, Route
from bartizan.network.gcp.firewall import FIRST, FOLDER, ORGANIZATION
from bartizan.network.ranked.estate import NONE, Some
from bartizan.network.ranked.reach import Ranked
from bartizan.network.space import NOTHING, Ints, addresses
from bartizan.paths.reaching import Reaching

ANYWHERE = frozenset({"0.0.0.0/0", "::/0"})


def network(graph: Graph) -> Reaching:
    """Return the network of the Google Cloud part of a graph."""
    return Ranked(ranked_estate(estate(graph)))


def estate(graph: Graph) -> Estate:
    """Return the estate of what was read."""
    return Estate(
        networks=_networks(graph),
        machines=tuple(_machines(graph)),
        forwarding=tuple(forwarding(graph)),
        services=tuple(services(graph)),
    )


# Networks


def _networks(graph: Graph) -> Mapping[str, Network]:
    rules, policies, routes = _rules(graph), _policies(graph), _routes(graph)
    halves = {(first(each.network), first(each.remote)) for each in graph.of(Peering)}
    nat, nat_subnets = _translations(graph)
    found = {
        asset.id: Network(
            id=asset.id,
            rules=tuple(rules[asset.id]),
            policies=(*policies[asset.id], *policies[""]),
            policies_first=certain(asset.policies_first),
            peers=frozenset(to for of, to in halves if of == asset.id and (to, of) in halves),
            default_routes=certain(asset.default_routes),
            routes=tuple(routes[asset.id]),
            nat=nat.get(asset.id, nat.get("", Truth.NO)),
            nat_subnets=nat_subnets,
            proxies=_proxies(graph, asset.id),
        )
        for asset in graph.of(NetworkAsset)
    }
    default = Network(id=DEFAULT, rules=tuple(rules[DEFAULT]), policies=tuple(policies[""]), nat_subnets=nat_subnets)
    return {**found, DEFAULT: default}


def _rules(graph: Graph) -> dict[str, list[FirewallRule]]:
    found: dict[str, list[FirewallRule]] = defaultdict(list)
    everywhere = [asset.id for asset in graph.of(NetworkAsset)] + [DEFAULT]
    for asset in graph.of(Firewall):
        named = first(asset.network)
        if certain(asset.default_network) is Truth.YES and not named:
            found[DEFAULT].append(_rule(asset))
        elif named:
            found[named].append(_rule(asset))
        elif not elsewhere(asset.network):
            unsure = _rule(asset, f"{asset.id} may be of another network: {some(asset.network).more}")
            for id in everywhere:
                found[id].append(unsure)
    return found


def _rule(asset: Firewall, other: str = "") -> FirewallRule:
    allows, denies = some(asset.allows), some(asset.denies)
    action = "allow" if allows.known and not denies else "deny" if denies.known and not allows else None
    ingress = certain(asset.ingress)
    return FirewallRule(
        id=asset.id,
        ingress=ingress,
        priority=number(asset.priority),
        action=action,
        enabled=certain(asset.enabled),
        services=Some(allows.known | denies.known, allows.more or denies.more),
        ranges=some(asset.destinations if ingress is Truth.NO else asset.sources),
        peer_tags=some(asset.source_tags),
        peer_accounts=some(asset.source_accounts),
        target_tags=some(asset.target_tags),
        target_accounts=some(asset.target_accounts),
        other=other,
        place=asset.place,
    )


def _policies(graph: Graph) -> dict[str, list[Policy]]:
    """Return the policies attached to each network; under the empty text those for all of them."""
    rules: dict[str, list[FirewallRule]] = defaultdict(list)
    for rule in graph.of(PolicyRule):
        rules[first(rule.policy)].append(_policy_rule(rule))
    found: dict[str, list[Policy]] = defaultdict(list)
    known = {policy.id for policy in graph.of(FirewallPolicy)}
    for each in graph.of(PolicyAssociation):
        policy = first(each.policy)
        if policy not in known:
            continue
        mine = tuple(rules[policy])
        for id in some(each.networks).known:
            found[id].append(Policy(id=policy, rules=mine, stage=FIRST))
        if not some(each.networks).known and certain(each.folder) is not Truth.NO:
            whole = certain(each.organization) is Truth.YES
            unsure = "" if whole else f"it is not known whether {policy} is attached to a folder that the project is in"
            found[""].append(Policy(id=policy, rules=mine, stage=ORGANIZATION if whole else FOLDER, unsure=unsure))
    return found


def _policy_rule(asset: PolicyRule) -> FirewallRule:
    ingress = certain(asset.ingress)
    more = (some(asset.target_networks), some(asset.target_tags), some(asset.source_tags))
    asks = certain(asset.elsewise) is not Truth.NO or any(more)
    return FirewallRule(
        id=asset.id,
        ingress=ingress,
        priority=number(asset.priority),
        action=text(asset.action),
        enabled=certain(asset.enabled),
        services=some(asset.services),
        ranges=some(asset.destinations if ingress is Truth.NO else asset.sources),
        target_accounts=some(asset.target_accounts),
        other=f"{asset.id} asks for more than addresses and ports" if asks else "",
        place=asset.place,
    )


def _routes(graph: Graph) -> dict[str, list[Route]]:
    found: dict[str, list[Route]] = defaultdict(list)
    for asset in graph.of(RouteAsset):
        if text(asset.prefix) in ANYWHERE or isinstance(asset.prefix, Unknown):
            route = Route(
                id=asset.id, to_internet=certain(asset.to_internet), tags=some(asset.network_tags), place=asset.place
            )
            found[first(asset.network)].append(route)
    return found


def _translations(graph: Graph) -> tuple[dict[str, Truth], frozenset[str]]:
    """Return, for each network, whether all of it is translated, and the subnets that are."""
    whole: dict[str, Truth] = {}
    subnets: set[str] = set()
    for nat in graph.of(Nat):
        router = graph.get(first(nat.router))
        network = first(router.network) if isinstance(router, Router) else ""
        if certain(nat.whole) is not Truth.NO:
            whole[network] = max(certain(nat.whole) if network else Truth.UNKNOWN, whole.get(network, Truth.NO))
        subnets |= some(nat.subnets).known
    return whole, frozenset(subnets)


def _proxies(graph: Graph, network: str) -> Ints:
    found = NOTHING
    for subnet in graph.of(Subnet):
        if certain(subnet.for_proxies) is Truth.YES and network in some(subnet.network).known:
            found = found | _union(some(subnet.addresses))
    return found


def _union(written: Some) -> Ints:
    found = NOTHING
    for each in sorted(written.known):
        found = found | addresses(each)[0]
    return found


# What stands in networks


def _machines(graph: Graph) -> Iterator[Machine]:
    for asset in graph.of(Instance):
        yield _instance(asset, graph)
    for pool in graph.of(NodePool):
        yield _pool(pool, graph)
    called: list[RunService | Function] = [*graph.of(RunService), *graph.of(Function)]
    for runner in called:
        joined = some(runner.networks)
        if joined.known:
            yield Machine(id=runner.id, networks=joined, answers=False, place=runner.place)


def _instance(asset: Instance, graph: Graph) -> Machine:
    subnets = some(asset.subnets)
    accounts = some(asset.account)
    if not accounts and certain(asset.default_account) is not Truth.NO:
        accounts = Some(more="it acts as a default account, whose name is not read")
    return Machine(
        id=asset.id,
        networks=_placed(some(asset.networks), subnets, certain(asset.default_network), graph),
        subnets=subnets.known,
        addresses=_union(some(asset.addresses)) or _within(subnets, graph),
        tags=some(asset.network_tags),
        accounts=accounts,
        public=certain(asset.public_ip),
        place=asset.place,
    )


def _placed(networks: Some, subnets: Some, default: Truth, graph: Graph) -> Some:
    """Return the networks that something is in: as it says, or as its subnets do."""
    found = set(networks.known)
    for id in subnets.known:
        subnet = graph.get(id)
        if isinstance(subnet, Subnet):
            found |= some(subnet.network).known
    if default is Truth.YES and not found:
        found.add(DEFAULT)
    return Some(frozenset(found), "" if found else networks.more or subnets.more)


def _within(subnets: Some, graph: Graph) -> Ints:
    found = NOTHING
    for id in sorted(subnets.known):
        subnet = graph.get(id)
        found = found | (_union(some(subnet.addresses)) if isinstance(subnet, Subnet) else NOTHING)
    return found


def _pool(asset: NodePool, graph: Graph) -> Machine:
    cluster = graph.get(first(asset.cluster))
    networks, subnets, public = NONE, NONE, Truth.UNKNOWN
    if isinstance(cluster, Cluster):
        subnets = some(cluster.subnets)
        networks = _placed(some(cluster.networks), subnets, certain(cluster.default_network), graph)
        public = Truth(-certain(cluster.private_nodes))
    if certain(asset.private) is Truth.YES:
        public = Truth.NO
    tags = some(asset.network_tags)
    return Machine(
        id=asset.id,
        networks=networks,
        subnets=subnets.known,
        addresses=_within(subnets, graph),
        tags=tags,
        accounts=some(asset.account) or Some(more="it acts as a default account, whose name is not read"),
        public=public,
        place=asset.place,
    )
