"""Security groups of a graph, with those that AWS makes: the default one of each network, the one of each cluster."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from bartizan.app.network.aws.nets import Nets
from bartizan.app.network.aws.values import flag, led, ranges, services
from bartizan.content.kinds.aws.eks_cluster import Cluster, NodeGroup
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup, SecurityGroupRule
from bartizan.content.kinds.aws.vpc_vpc import Vpc
from bartizan.core.kind import Asset
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from bartizan.network.aws.estate import UNSEEN, Group, Rule
from bartizan.network.space import (
    ANY_SERVICE,
    EVERYWHERE,
    EVERYWHERE_V4,
    NOTHING,
    Between,
    Ints,
    known,
    perhaps,
    ports,
    service,
)


def default_group(vpc: str) -> str:
    """Return the id of the default group of a network that declares none."""
    return f"default security group of {vpc}"


def cluster_group(cluster: str) -> str:
    """Return the id of the group that EKS makes around nodes and control plane of a cluster."""
    return f"cluster security group of {cluster}"


def ssh_group(nodes: str) -> str:
    """Return the id of the group that EKS makes for remote access to a node group."""
    return f"remote access to {nodes}"


class Groups:
    """Security groups of a graph."""

    def __init__(self, graph: Graph, nets: Nets) -> None:
        self._graph = graph
        self._nets = nets

    def all(self) -> dict[str, Group]:
        """Return all groups, by id."""
        found = {asset.id: self._group(asset) for asset in self._graph.of(SecurityGroup)}
        vpcs = {self._nets.default_vpc, *(vpc.id for vpc in self._graph.of(Vpc))}
        for vpc in vpcs:
            found[default_group(vpc)] = _closed_around_itself(default_group(vpc), self._doubt(vpc))
        for cluster in self._graph.of(Cluster):
            found[cluster_group(cluster.id)] = _closed_around_itself(cluster_group(cluster.id), "")
        for nodes in self._graph.of(NodeGroup):
            found[ssh_group(nodes.id)] = self._remote(nodes)
        return found

    def default(self, vpc: str) -> str:
        """Return the default group of a network, declared or not."""
        return self._declared.get(vpc, default_group(vpc)) if vpc != UNSEEN else ""

    @cached_property
    def _declared(self) -> dict[str, str]:
        groups = [group for group in self._graph.of(SecurityGroup) if group.values.get("default") is True]
        return {vpc: group.id for group in groups for vpc in self._vpcs(group)}

    def _vpcs(self, group: Asset) -> frozenset[str]:
        named = led(self._graph, group, "vpc")
        return named.ids or (frozenset({self._nets.default_vpc}) if named.none else frozenset())

    def _doubt(self, vpc: str) -> str:
        """Return why the rules of an undeclared default group are not certain."""
        for group in self._graph.of(SecurityGroup):
            if flag(group, "default") is not Truth.NO and led(self._graph, group, "vpc").unseen:
                return f"{group.id} may be the default security group of {vpc}"
        return ""

    def _group(self, asset: SecurityGroup) -> Group:
        named = led(self._graph, asset, "rules")
        ids = set(named.ids) | self._by_group.get(asset.id, set())
        found = (self._graph.get(id) for id in sorted(ids))
        rules = [self._rule(each, asset.id) for each in found if each is not None]
        lets_out = flag(asset, "lets_out")
        if lets_out is not Truth.NO:
            why = f"it is not known whether {asset.id} still lets everything out, as AWS makes it"
            everything = known(EVERYWHERE) if lets_out is Truth.YES else perhaps(EVERYWHERE, why)
            rules.append(Rule(id=asset.id, ingress=Truth.NO, addresses=everything, place=asset.place))
        if (inside := flag(asset, "lets_members_in")) is not Truth.NO:
            own = frozenset({asset.id})
            sure = inside is Truth.YES
            rules.append(
                Rule(
                    id=asset.id,
                    groups=own if sure else frozenset(),
                    perhaps_groups=frozenset() if sure else own,
                    place=asset.place,
                )
            )
        return Group(id=asset.id, rules=tuple(rules), more=named.why, place=asset.place)

    @cached_property
    def _by_group(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for rule in self._graph.of(SecurityGroupRule):
            for group in led(self._graph, rule, "group").ids:
                found[group].add(rule.id)
        return found

    def _rule(self, asset: Asset, group: str) -> Rule:
        others, itself = led(self._graph, asset, "groups"), flag(asset, "itself")
        lists = led(self._graph, asset, "prefix_lists")
        addresses = ranges(asset, "addresses", -flag(asset, "anywhere"))
        return Rule(
            id=asset.id,
            ingress=flag(asset, "ingress"),
            services=services(asset, "protocol", "from_port", "to_port"),
            addresses=addresses if lists.none else addresses | self._nets.listed(lists),
            groups=others.ids | (frozenset({group}) if itself is Truth.YES else frozenset()),
            perhaps_groups=frozenset({group}) if itself is Truth.UNKNOWN else frozenset(),
            unseen_groups=others.why,
            place=asset.place,
        )

    def _remote(self, nodes: NodeGroup) -> Group:
        """Return the group for remote access: port 22, from everywhere unless groups are named for it."""
        id, ssh = ssh_group(nodes.id), service("tcp", ports(22)[0])
        on, named = flag(nodes, "ssh"), led(self._graph, nodes, "ssh_groups")
        if on is Truth.NO:
            return Group(id=id)
        services: Between[Ints] = known(ssh) if on is Truth.YES else perhaps(ssh, f"ssh of {nodes.id} is not known")
        everyone = known(EVERYWHERE_V4) if named.none else known(NOTHING)
        if named.unseen:
            everyone = perhaps(EVERYWHERE_V4, named.why)
        rule = Rule(id=id, services=services, addresses=everyone, groups=named.ids, unseen_groups=named.why)
        return Group(id=id, rules=(rule,))


def _closed_around_itself(id: str, doubt: str) -> Group:
    """Return a group whose members reach each other and everything else (VPC user guide, "Default security groups")."""
    inside = Rule(id=id, groups=frozenset({id}))
    outside = Rule(id=id, ingress=Truth.NO, services=known(ANY_SERVICE), addresses=known(EVERYWHERE))
    return Group(id=id, rules=(inside, outside), more=doubt)
