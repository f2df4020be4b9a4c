"""Hosts: the machine under each workload, what it is in the cloud, and whose credentials it hands out.

Sources of fact: EKS user guide, "Restrict access to the instance profile": a pod gets the node's credentials unless the
hop limit is 1; EC2 user guide, "Use the Instance Metadata Service": version 1 answers plain requests. GKE hides the
metadata of the node from pods where workload identity is on; the services of Azure and Google ask for a header.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bartizan.app.identity.names import place_of
from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.ec2_launch_template import LaunchTemplate
from bartizan.content.kinds.aws.ec2_machine import Machine
from bartizan.content.kinds.aws.ecs_task_definition import TaskDefinition
from bartizan.content.kinds.aws.eks_cluster import NodeGroup
from bartizan.content.kinds.azure.aks_cluster import NodePool as AksPool
from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.gcp.gke import NodePool as GkePool
from bartizan.content.kinds.host import Host
from bartizan.content.kinds.kubernetes.workload import Node, Workload
from bartizan.core.kind import Asset
from bartizan.core.truth import Partial, Unknown
from bartizan.graph.graph import Graph, led_to

_ELSE = {
    **dict.fromkeys(("runs", "leaks", "stores", "queues", "pulls_from", "machine_identities"), frozenset[str]()),
    "asks_metadata": False,
    "reaches_metadata": False,
}
"""What a host has as something that runs code: its credentials are its `identities`, its workloads have the rest."""
_TEMPLATE = Unknown("the launch template was not read, nor what the metadata service asks for")
UNSEEN = Unknown("which machines it runs on was not read: the node group or machines of its cluster")
Told = frozenset[str] | Unknown


@dataclass(frozen=True, slots=True)
class Machines:
    """What containers run on."""

    ids: Told
    identities: Told
    plain: bool | Unknown
    """Plain requests of a container are answered with credentials."""
    asked: bool | Unknown
    """Commands in a container get credentials."""


def hosts(graph: Graph) -> list[Host]:
    """Return a host for each workload and each container, and one for all that may share machines which were not read.

    Tells workloads what of it they reach, and machines what they carry.
    """
    made: list[Host] = []
    pools = _pools(graph)
    groups: dict[str, list[str]] = defaultdict(list)
    under = [(asset, _under(asset, pools, graph), _where(asset)) for asset in _workloads(graph)]
    for asset, machines, where in under:
        groups[where].append(asset.id)
        _tell(asset, machines)
        shared = f"host:{where}"
        ids = machines.ids if led_to(machines.ids)[0] else Partial(_why(machines.ids), (shared,))
        known = {"machines": ids, "identities": machines.identities, "carries": frozenset[str](), **_ELSE}
        made += [Host(f"host:{id}", **known) for id in (asset.id, *sorted(led_to(asset.values.get("containers"))[0]))]
    carried = {where: frozenset(ids) for where, ids in groups.items()}
    none = {"machines": frozenset[str](), "identities": frozenset[str](), **_ELSE}
    made += [Host(f"host:{where}", carries=ids, **none) for where, ids in carried.items()]
    _carry(graph, [(machines, carried[where]) for _, machines, where in under])
    for runner in graph.of(Runner):
        _tell(runner, _of_itself(runner, graph))
        runner.values.setdefault("carries", frozenset())
    return made


def _why(told: Told) -> str:
    return told.why if isinstance(told, Unknown) else "which machine it runs on was not read"


def _carry(graph: Graph, found: Iterable[tuple[Machines, frozenset[str]]]) -> None:
    """Tell machines that were read which workloads may run on them."""
    carried: dict[str, set[frozenset[str]]] = defaultdict(set)
    for machines, group in found:
        for id in led_to(machines.ids)[0]:
            carried[id].add(group)
    for id, groups in carried.items():
        machine = graph.get(id)
        if isinstance(machine, Runner):
            machine.values.setdefault("carries", frozenset().union(*groups))


def _of_itself(runner: Runner, graph: Graph) -> Machines:
    """Return what something that is a machine hands out itself; other things have no metadata service but their own."""
    if isinstance(runner, Instance):
        return _of_machine(runner, graph, hops=1)
    if isinstance(runner, NodeGroup):
        return _of_node_group(runner, graph, hops=1)
    templates = [each for each in _linked(runner, "template", graph) if isinstance(each, Machine)]
    if templates:
        return _of_machine(templates[0], graph, hops=1)
    if "account" in runner.attributes and runner.kind.startswith("gcp."):
        return Machines(frozenset(), _led(runner, "account"), plain=False, asked=True)
    return Machines(frozenset(), frozenset(), plain=False, asked=False)


def _workloads(graph: Graph) -> Iterator[Asset]:
    yield from graph.of(Workload)
    yield from graph.of(TaskDefinition)
    yield from graph.of(ComposeService)


def _where(asset: Asset) -> str:
    """Return what those that may share a machine have in common: the node, else that they are told together."""
    nodes = sorted(led_to(asset.values.get("node"))[0])
    if nodes:
        return "/".join(nodes)
    if isinstance(asset, ComposeService):
        return asset.place.file if asset.place else "compose"
    what = "cluster" if isinstance(asset, Workload) else "tasks"
    return f"{place_of(asset.id)}/{what}".lstrip("/")


def _tell(asset: Asset, machines: Machines) -> None:
    known = {
        "asks_metadata": machines.plain,
        "reaches_metadata": machines.asked,
        "machine_identities": machines.identities,
    }
    for name, value in known.items():
        if name in asset.attributes:
            asset.values.setdefault(name, value)


def _pools(graph: Graph) -> list[tuple[Asset, frozenset[str]]]:
    """Return the groups of machines that pods run on, each with its cluster."""
    kinds: Sequence[type[Asset]] = (NodeGroup, AksPool, GkePool)
    return [(pool, led_to(pool.read("cluster"))[0]) for kind in kinds for pool in graph.of(kind)]


def _under(asset: Asset, pools: Sequence[tuple[Asset, frozenset[str]]], graph: Graph) -> Machines:
    if isinstance(asset, ComposeService):
        return Machines(frozenset(), frozenset(), plain=False, asked=False)
    if isinstance(asset, TaskDefinition):
        return _under_task(asset, graph)
    bound = _bound(asset, graph)
    if bound:
        hops = 1 if asset.read("host_network") is True else 2
        return _joined([_of_machine(each, graph, hops) for each in bound])
    clusters = {cluster for _, of in pools for cluster in of}
    if not pools or len(clusters) > 1:
        why = UNSEEN if not pools else Unknown("in which of several clusters it runs is not said")
        return Machines(why, why, why, why)
    return _joined([_of_pool(pool, asset, graph) for pool, _ in pools])


def _bound(asset: Asset, graph: Graph) -> list[Instance]:
    """Return the declared instances that are the node that a workload is bound to."""
    nodes = [each for each in map(graph.get, led_to(asset.values.get("node"))[0]) if isinstance(each, Node)]
    machines = [str(node.read("machine")).rpartition("/")[2] for node in nodes if isinstance(node.read("machine"), str)]
    return [each for each in graph.of(Instance) if any(each.id.endswith(f"/{id}") for id in machines if id)]


def _under_task(asset: TaskDefinition, graph: Graph) -> Machines:
    """Return what tasks run on: Fargate has no machine; whether a declared one is theirs is not known."""
    network = asset.read("network_mode")
    instances = [each for each in graph.of(Instance) if each.read("has_profile") is not False]
    if not instances:
        return Machines(frozenset(), frozenset(), plain=False, asked=False)
    why = Unknown("whether the task runs on Fargate or on a machine was not read")
    plain: bool | Unknown = False if network == "awsvpc" else why
    return Machines(Partial(why.why, ()), why, plain=plain, asked=plain)


def _of_pool(pool: Asset, asset: Asset, graph: Graph) -> Machines:
    host_network = asset.read("host_network") is True
    if isinstance(pool, NodeGroup):
        return _of_node_group(pool, graph, hops=1 if host_network else 2)
    ids = frozenset({pool.id})
    if isinstance(pool, GkePool):
        hidden = pool.read("metadata_hidden")
        return Machines(ids, _led(pool, "account"), plain=False, asked=True if host_network else _not(hidden))
    identities = {id for each in _linked(pool, "cluster", graph) for id in led_to(each.values.get("identity"))[0]}
    why = f"which identity the nodes of {pool.id} have was not read: that of the kubelet is made with the cluster"
    return Machines(ids, Partial(why, tuple(sorted(identities))), plain=False, asked=True)


def _of_node_group(group: NodeGroup, graph: Graph, hops: int) -> Machines:
    templates = [each for each in _linked(group, "template", graph) if isinstance(each, LaunchTemplate)]
    plain, asked = _answers(templates[0], hops) if templates else (_TEMPLATE, True if hops == 1 else _TEMPLATE)
    return Machines(frozenset({group.id}), _led(group, "role"), plain=plain, asked=asked)


def _of_machine(machine: Machine, graph: Graph, hops: int) -> Machines:
    doubt = led_to(machine.read("profile"))[1]
    roles = frozenset(id for each in _linked(machine, "profile", graph) for id in led_to(each.values.get("role"))[0])
    plain, asked = _answers(machine, hops)
    identities: Told = doubt if doubt is not None and not roles else roles
    return Machines(frozenset({machine.id}), identities, plain=plain, asked=asked)


def _answers(machine: Machine, hops: int) -> tuple[bool | Unknown, bool | Unknown]:
    """Return whether the metadata service answers plain requests, and commands, that are so many hops away."""
    on, tokens, allowed = machine.read("metadata_on"), machine.read("tokens_required"), machine.read("metadata_hops")
    near: bool | Unknown = True
    if hops > 1:
        near = (
            allowed >= hops
            if isinstance(allowed, int | float)
            else Unknown("how many hops away it answers is not said")
        )
    here = _all(on, near)
    return _all(here, _not(tokens)), here


def _all(*told: object) -> bool | Unknown:
    if any(each is False for each in told):
        return False
    doubt = next((each for each in told if isinstance(each, Unknown)), None)
    return True if doubt is None else doubt


def _not(told: object) -> bool | Unknown:
    return told if isinstance(told, Unknown) else told is not True


def _linked(asset: Asset, link: str, graph: Graph) -> list[Asset]:
    return [each for each in map(graph.get, sorted(led_to(asset.values.get(link))[0])) if each is not None]


def _led(asset: Asset, link: str) -> Told:
    ids, doubt = led_to(asset.read(link))
    return ids if doubt is None else Partial(doubt.why, tuple(sorted(ids)))


def _joined(found: Iterable[Machines]) -> Machines:
    """Return what several groups of machines come to: a pod may be on any of them."""
    each = list(found)
    if len(each) == 1:
        return each[0]
    return Machines(
        _union([one.ids for one in each]),
        _union([one.identities for one in each]),
        plain=_same([one.plain for one in each]),
        asked=_same([one.asked for one in each]),
    )


def _union(told: Iterable[Told]) -> Told:
    known: set[str] = set()
    doubt: Unknown | None = None
    for each in told:
        ids, more = led_to(each)
        known |= ids
        doubt = more if doubt is None else doubt
    return frozenset(known) if doubt is None else Partial(doubt.why, tuple(sorted(known)))


def _same(told: Iterable[bool | Unknown]) -> bool | Unknown:
    values = list(told)
    if all(each is True for each in values):
        return True
    if all(each is False for each in values):
        return False
    doubt = next((each for each in values if isinstance(each, Unknown)), None)
    return Unknown("on which of several groups of machines it runs is not said") if doubt is None else doubt
