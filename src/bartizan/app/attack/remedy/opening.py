"""Closes what lets traffic through: a rule of a firewall, a service, an address."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bartizan.app import catalog
from bartizan.app.attack.remedy.removal import at, take_instance, take_out, take_resource
from bartizan.app.attack.remedy.setting import set_to
from bartizan.app.attack.remedy.workspace import Workspace
from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.edit import Spot, looked_up
from bartizan.content.kinds.aws.elb_load_balancer import LoadBalancer
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroupRule
from bartizan.content.kinds.azure.network_security_group import SecurityRule
from bartizan.content.kinds.gcp.network import Firewall
from bartizan.content.kinds.kubernetes.service import Ingress, Service
from bartizan.core.attack import Cause
from bartizan.core.kind import Asset
from bartizan.core.remedy import Remedy
from bartizan.graph.graph import Graph

INTENDED = 30.0
"""Effort to close what looks like the way in that people use: HTTP and HTTPS."""
ODD = 1.0
"""Effort to close what nobody should come in by from everywhere: shells, databases."""
OTHER = 2.0
ROUTED = 35.0
"""Effort to change what more than one thing goes through: routes, gateways, listeners."""
WEB = frozenset({"80", "443", "8080", "8443"})
_PORTS = re.compile(r"\b(?:tcp|udp|all|everything)\s+(\d+)?")
_BY_NODE = ("nodePort",)
_ONLY_OUTSIDE = (
    "externalTrafficPolicy",
    "loadBalancerSourceRanges",
    "loadBalancerClass",
    "healthCheckNodePort",
    "allocateLoadBalancerNodePorts",
    "loadBalancerIP",
)
"""What a service that is reached from the cluster only must not say."""
_ADDRESSED = frozenset({"publicly_accessible", "public_endpoint", "public_ip", "public_network", "public"})
_MANUAL = (
    "route", "gateway", "listener", "load-balancer", "target-group", "distribution", "api", "elastic", "subnet", "acl",
)  # fmt: skip
"""Words in the names of kinds that traffic goes through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Something that lets traffic through, and how it is closed."""

    id: str
    """Tells it from other things of the same asset."""
    title: str
    effort: float
    change: Callable[[Workspace], None] | None = None
    manual: str = ""


def opening(graph: Graph, asset: Asset, cause: Cause) -> Opening | None:
    """Return how the way is closed that a cause of a connection names; None where it is no place to close it."""
    if isinstance(asset, Service):
        return _service(asset)
    if isinstance(asset, Ingress):
        return _ingress(asset)
    if isinstance(asset, SecurityGroupRule | SecurityRule | Firewall):
        return _rule(asset, cause)
    remedy = _addressed(asset)
    if remedy is not None:
        title = f"{remedy.title} ({_called(asset)})"
        return Opening(
            id=remedy.of.name,
            title=title,
            effort=remedy.effort,
            change=lambda work: set_to(work, asset, remedy.of.name, remedy.to),
            manual=title,
        )
    if isinstance(asset, LoadBalancer):
        return Opening(id="open", title=f"Make the load balancer {_called(asset)} internal", effort=ROUTED,
                       manual=f"Make {_called(asset)} internal, where nobody outside is meant to use it.")  # fmt: skip
    if any(word in asset.kind for word in _MANUAL):
        title = f"Close {_called(asset)}: it {cause.says}"
        return Opening(id="open", title=title, effort=ROUTED, manual=f"{title}. Others may go through it too.")
    return None


def _called(asset: Asset) -> str:
    name = asset.read("name") if "name" in asset.attributes else None
    return name if isinstance(name, str) and name else asset.id.rpartition("//")[2]


def _addressed(asset: Asset) -> Remedy | None:
    return next(
        (
            each
            for _, each in catalog.declared("remedies", Remedy)
            if each.of.name in _ADDRESSED
            and isinstance(asset, each.of.of)
            and asset.read(each.of.name) == (not each.to)
        ),
        None,
    )


def _service(asset: Service) -> Opening | None:
    if asset.read("type") not in ("LoadBalancer", "NodePort"):
        return None
    return Opening(
        id="type",
        title=f"Reach the service {_called(asset)} from inside the cluster only",
        effort=INTENDED,
        change=lambda work: _closed(work, asset),
    )


def _closed(work: Workspace, asset: Service) -> None:
    """Make a service one that is reached from the cluster only, and take out what such a one must not say."""
    set_to(work, asset, "type", "ClusterIP")
    place = asset.place
    if place is None:
        raise Refused("It is not told where the service is declared.")
    for key in _ONLY_OUTSIDE:
        spot = at(place, ("spec", key))
        if not looked_up(place.file, work.read(place.file), spot).rest:
            take_out(work, place.file, spot)
    ports = looked_up(place.file, work.read(place.file), at(place, ("spec", "ports")))
    for number in range(0 if ports.rest else len(ports.node.entries)):
        spot = Spot(place.line, place.column, ("spec", "ports", str(number), "nodePort"))
        if not looked_up(place.file, work.read(place.file), spot).rest:
            take_out(work, place.file, spot)


def _ingress(asset: Ingress) -> Opening:
    title = f"Make the ingress {_called(asset)} reachable from inside only"
    known = asset.read("class_name") == "alb"
    return Opening(
        id="scheme",
        title=title,
        effort=INTENDED,
        change=(lambda work: set_to(work, asset, "scheme", "internal")) if known else None,
        manual="" if known else f"{title}, where nobody outside is meant to use it: how is up to its controller.",
    )


def _rule(asset: Asset, cause: Cause) -> Opening | None:
    place = asset.place
    if place is None or " to " in f" {cause.says} ":  # a way out, which more than attackers use
        return None
    port = _PORTS.search(cause.says)
    effort = OTHER if port is None else INTENDED if port[1] in WEB else ODD if port[1] else OTHER

    def change(work: Workspace) -> None:
        target = looked_up(place.file, work.read(place.file), at(place))
        whole = target.steps[0][1] is target.steps[-1][1]
        if asset.id.endswith("]"):
            take_instance(work, place, asset.id)
        elif whole or not target.steps[-1][1].block:
            take_resource(work, place)
        else:
            take_out(work, place.file, at(place))

    title = f"Remove the rule that {cause.says} ({_called(asset)})"
    return Opening(id="rule", title=title, effort=effort, change=change, manual=title)
