"""Load balancers of Google Cloud: from a forwarding rule over proxies, URL maps and services to what runs."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.app.network.seen import certain, here, some, text
from bartizan.content.kinds.gcp.instance_group import EndpointGroup, InstanceGroup
from bartizan.content.kinds.gcp.load_balancer import (
    BackendBucket,
    BackendService,
    ForwardingRule,
    TargetPool,
    TargetProxy,
    UrlMap,
)
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph
from bartizan.network.gcp.estate import DEFAULT, Backend, Forwarding
from bartizan.network.ranked.estate import Some
from bartizan.network.space import ANY_PORT, NOTHING, Ints, ports, protocol, service


def forwarding(graph: Graph) -> Iterator[Forwarding]:
    """Yield every forwarding rule with all that it leads to."""
    for rule in graph.of(ForwardingRule):
        yield _Following(rule, graph).made()


class _Following:
    """Follows a forwarding rule to its ends."""

    def __init__(self, rule: ForwardingRule, graph: Graph) -> None:
        self._rule, self._graph = rule, graph
        self._backends: dict[tuple[str, Ints], Backend] = {}
        self._unseen = ""
        self._notes: list[str] = []
        self._proxy = False
        self._seen: set[str] = set()

    def made(self) -> Forwarding:
        rule = self._rule
        takes = _takes(rule)
        self._follow(here(rule.leads_to), takes)
        scheme = text(rule.scheme)
        networks = some(rule.networks)
        return Forwarding(
            id=rule.id,
            external=_external(scheme, rule.scheme),
            proxy=self._proxy,
            managed=scheme == "INTERNAL_MANAGED" or (scheme == "EXTERNAL_MANAGED" and "global" not in rule.source),
            takes=takes,
            networks=networks.known or (frozenset() if networks.more else frozenset({DEFAULT})),
            backends=tuple(self._backends.values()),
            unseen=self._unseen,
            notes=tuple(dict.fromkeys(self._notes)),
            place=rule.place,
        )

    def _follow(self, to: Some, takes: Ints) -> None:
        self._unseen = self._unseen or to.more
        for id in sorted(to.known - self._seen):
            self._seen.add(id)
            found = self._graph.get(id)
            if isinstance(found, TargetProxy):
                self._proxy = True
                self._follow(here(found.leads_to), takes)
            elif isinstance(found, UrlMap):
                self._follow(here(found.services), takes)
            elif isinstance(found, TargetPool):
                self._lead(here(found.instances), takes)
            elif isinstance(found, BackendService):
                self._service(found, takes)
            elif not isinstance(found, BackendBucket):
                self._unseen = self._unseen or f"{id} was not read"

    def _lead(self, to: Some, gives: Ints) -> None:
        self._unseen = self._unseen or to.more
        for id in sorted(to.known):
            self._backends[id, gives] = Backend(target=id, gives=gives)

    def _service(self, asset: BackendService, takes: Ints) -> None:
        self._notes += ["Cloud Armor stands before it."] * (certain(asset.armoured) is Truth.YES)
        self._notes += ["Identity-Aware Proxy asks who calls."] * (certain(asset.asks_identity) is Truth.YES)
        groups = here(asset.groups)
        self._unseen = self._unseen or groups.more
        for id in sorted(groups.known):
            found = self._graph.get(id)
            if isinstance(found, InstanceGroup):
                self._lead(here(found.instances), self._named(asset, found) if self._proxy else takes)
            elif isinstance(found, EndpointGroup):
                given = some(found.ports)
                self._lead(here(found.leads_to), _tcp(given) if given.known - {"0"} else service("tcp"))

    @staticmethod
    def _named(asset: BackendService, group: InstanceGroup) -> Ints:
        """Return the port that a service sends to: the group's own of that name, or that of its protocol."""
        name, written = text(asset.port_name), some(group.ports)
        found = [each.partition(":")[2] for each in written.known if each.partition(":")[0] == name]
        if found:
            return _tcp(Some(frozenset(found)))
        if written.more or isinstance(asset.port_name, Unknown):
            return service("tcp")
        return _tcp(Some(frozenset({"443" if text(asset.protocol) in ("HTTPS", "HTTP2", "SSL") else "80"})))


def _external(scheme: str | None, value: object) -> Truth:
    if isinstance(value, Unknown):
        return Truth.UNKNOWN
    return Truth.YES if (scheme or "").startswith("EXTERNAL") else Truth.NO


def _takes(rule: ForwardingRule) -> Ints:
    number, problem = protocol((text(rule.protocol) or "tcp").replace("l3_default", "all"))
    spoken = None if problem else number
    written = some(rule.ports)
    if certain(rule.all_ports) is not Truth.NO or written.more or not written.known:
        return service(spoken, ANY_PORT)
    found = NOTHING
    for each in sorted(written.known):
        found = found | service(spoken, ports(each)[0])
    return found


def _tcp(written: Some) -> Ints:
    return Ints.of(span for each in written.known for span in service("tcp", ports(each)[0]).spans)
