"""What leads into a cluster from outside: load balancers and ports of nodes, ingresses, gateways, routes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bartizan.app.identity.kubernetes.reading import document, flag, text
from bartizan.app.identity.kubernetes.realms import Realms
from bartizan.app.network.kubernetes.pods import Placed
from bartizan.app.network.kubernetes.services import NODES, SHUT, Served, Services, front
from bartizan.content.kinds.kubernetes.gateway import Gateway, GatewayRoute, Route
from bartizan.content.kinds.kubernetes.service import Ingress
from bartizan.core.kind import Asset
from bartizan.core.reach import Via
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph
from bartizan.identity.hole import equal, holes, shown
from bartizan.network.kubernetes.estate import Entrance, Front, Pod, Socket
from bartizan.network.space import ANY_SERVICE, PROTOCOLS, Between, Ints, perhaps, service

CONTROLLERS = {
    "nginx": r"ingress-nginx/controller|nginx-ingress",
    "traefik": r"(^|/)traefik(:|@|$)",
    "haproxy": r"haproxy-ingress|kubernetes-ingress-controller/haproxy",
    "kong": r"(^|/)kong(:|@|$|/kubernetes-ingress-controller)",
    "contour": r"(^|/)envoy(:|@|$)",
    "istio": r"istio/proxyv2",
}
"""Controllers that run as pods: what classes for them are called, and the images that take their connections."""
OF_CLOUDS = re.compile(r"^(alb|gce|gce-internal|azure[-/]application-gateway)$")
"""Classes whose load balancers are outside of the cluster, as all are whose scheme is known."""
ASSUMED = "the ingress controller was not read, and whether it is open to the Internet is not known"
WEB = Ints(((80, 80), (443, 443)))


def fronts(
    graph: Graph, placed: Sequence[Placed], realms: Realms
) -> tuple[tuple[Pod, ...], tuple[Front, ...], tuple[Entrance, ...]]:
    """Return the pods with all that is known to listen, what leads to them, and the ways in that are of no front."""
    services = Services(graph, placed, realms)
    nodes = max((each.nodes for each in placed), default=Truth.UNKNOWN)
    routing = _Routing(graph, placed, services, realms)
    leading = (
        *(front(each, nodes) for each in services.all),
        *(routing.ingress(each) for each in graph.of(Ingress)),
        *(routing.gateway(each) for each in graph.of(Gateway)),
        *(routing.openshift(each) for each in graph.of(Route)),
    )
    further = (*(each for number, one in enumerate(placed) for each in _on_node(number, one)), *routing.unattached())
    listens = {number: one.pod.listens for number, one in enumerate(placed)}
    for served in services.all:
        for socket in served.sockets():
            listens[socket.pod] |= socket.services.certain
    pods = tuple(replace(one.pod, listens=listens[number]) for number, one in enumerate(placed))
    return pods, leading, further


def _on_node(number: int, placed: Placed) -> Iterator[Entrance]:
    """Yield the ways in that pods have by ports of their node."""
    id, place, pod = placed.asset.id, placed.asset.place, placed.pod
    why = NODES if placed.nodes is Truth.UNKNOWN else SHUT
    if pod.on_host is not Truth.NO:
        unsure = "" if pod.on_host is Truth.YES else f"whether {id} is in the network of its node is not known"
        yield Entrance(
            truth=placed.nodes,
            why=unsure or why,
            sockets=(Socket(pod=number, services=Between(pod.listens, ANY_SERVICE)),),
            past_policies=True,
            via=(Via(asset=id, says="is in the network of its node", place=place),),
        )
    if placed.on_node or placed.on_node_unseen:
        hidden = placed.on_node_unseen
        yield Entrance(
            truth=placed.nodes,
            why=f"whether {id} takes ports of its node is not known: {hidden}" if hidden else why,
            sockets=(Socket(pod=number, services=Between(placed.on_node, ANY_SERVICE if hidden else placed.on_node)),),
            keeps=Truth.UNKNOWN,
            via=(Via(asset=id, says="takes ports of its node", place=place),),
        )


class _Routing:
    """Reads what leads requests to services."""

    def __init__(self, graph: Graph, placed: Sequence[Placed], services: Services, realms: Realms) -> None:
        self._graph, self._placed, self._services, self._realms = graph, placed, services, realms
        self._routes = list(graph.of(GatewayRoute))
        self._gateways = list(graph.of(Gateway))
        self._controllers = {
            name: tuple(
                number for number, each in enumerate(placed) if any(re.search(pattern, image) for image in each.images)
            )
            for name, pattern in CONTROLLERS.items()
        }

    def ingress(self, ingress: Ingress) -> Front:
        """Return an ingress as the engine wants it."""
        backends, unseen = _backends(ingress)
        at = Ints(((80, 80),)) if flag(ingress, "uses_tls") is Truth.NO else WEB
        led, missing = self._led(ingress, backends, service("tcp", at))
        name = text(ingress, "class_name")
        what = f"is an ingress{f' of class {shown(name)}' if name else ''}"
        return self._front(ingress, led, unseen or missing, what, name, ingress.read("scheme"))

    def openshift(self, route: Route) -> Front:
        """Return a route of OpenShift."""
        port = route.read("port")
        written = document(route, "backends")
        names = [each.get("name") if isinstance(each, dict) else None for each in written or []]
        unseen = written.why if isinstance(written, Unknown) else ""
        led, missing = self._led(route, [(name, None) for name in names if name], service("tcp", WEB))
        if isinstance(port, str):
            led = [(served, self._targeted(served, port)) for served, _ in led]
        return self._front(route, led, unseen or missing, "is a route of the router", "", None)

    def gateway(self, gateway: Gateway) -> Front:
        """Return a gateway, with what the routes that are attached to it lead to."""
        listener = _listens(gateway)
        led: list[tuple[Served, tuple[Socket, ...]]] = []
        unseen = ""
        for route in self._routes:
            held = self._attached(route, gateway)
            if held is Truth.NO:
                continue
            found, missing = self._routed(route, listener)
            if held is Truth.UNKNOWN:
                why = f"whether {route.id} is attached to {gateway.id} is not known"
                found = [(served, tuple(_unsure(socket, why) for socket in sockets)) for served, sockets in found]
            led += found
            unseen = unseen or missing
        name = text(gateway, "class_name")
        what = f"is a gateway{f' of class {shown(name)}' if name else ''}"
        return self._front(gateway, led, unseen, what, name, gateway.read("scheme"))

    def unattached(self) -> Iterator[Entrance]:
        """Yield the ways in by routes whose gateway was not read."""
        for route in self._routes:
            for parent in _parents(route):
                if not any(self._named(parent, route, each) is not Truth.NO for each in self._gateways):
                    led, _ = self._routed(route, ANY_SERVICE)
                    yield Entrance(
                        truth=Truth.UNKNOWN,
                        why=f"the gateway that {route.id} is attached to was not read",
                        sockets=tuple(socket for _, sockets in led for socket in sockets),
                        by_controller=True,
                        via=(Via(asset=route.id, says="is attached to a gateway", place=route.place),),
                    )

    def _front(
        self,
        asset: Asset,
        led: Sequence[tuple[Served, tuple[Socket, ...]]],
        unseen: str,
        what: str,
        name: str,
        scheme: object,
    ) -> Front:
        sockets = tuple(dict.fromkeys(socket for _, found in led for socket in found))
        own = Via(asset=asset.id, says=what, place=asset.place)
        behind = {served.asset.id: served.via() for served, _ in led}
        truth, why, controllers = self._open(name, scheme)
        entrance = Entrance(
            truth=truth,
            why=why,
            sockets=sockets,
            by_controller=not OF_CLOUDS.match(name) and not isinstance(scheme, str),
            controllers=controllers,
            via=(own, *behind.values()),
        )
        return Front(
            id=asset.id,
            sockets=sockets,
            inside=Truth.NO,
            unseen=unseen,
            entrances=(entrance,),
            via=(own,),
            realm=self._realms.of.get(asset.id, -1),
        )

    def _open(self, name: str, scheme: object) -> tuple[Truth, str, tuple[int, ...]]:
        """Tell whether a controller is open to the outside, why not, and which pods it is."""
        if isinstance(scheme, Unknown):
            return Truth.UNKNOWN, "whether its load balancer is internal is not known", ()
        if scheme == "internal":
            return Truth.NO, "its load balancer is for the private network alone", ()
        if scheme == "internet-facing":
            return Truth.YES, "", ()
        for known, pods in self._controllers.items():
            if pods and (not name or holes(name) or known in name):
                return (Truth.UNKNOWN if holes(name) else Truth.YES), "which controller it is for is not known", pods
        return Truth.UNKNOWN, ASSUMED, ()

    def _led(
        self, asset: Asset, backends: Sequence[tuple[str, object]], listener: Ints
    ) -> tuple[list[tuple[Served, tuple[Socket, ...]]], str]:
        """Return the services that an asset leads to in its own namespace, and why there may be more."""
        namespace, realm = text(asset, "namespace"), self._realms.of.get(asset.id, -1)
        return self._served([(namespace, name, port) for name, port in backends], realm, listener)

    def _served(
        self, backends: Sequence[tuple[str, str, object]], realm: int, listener: Ints
    ) -> tuple[list[tuple[Served, tuple[Socket, ...]]], str]:
        found: list[tuple[Served, tuple[Socket, ...]]] = []
        unseen = ""
        for namespace, name, port in backends:
            served = self._services.named(namespace, name, realm)
            if served is None:
                unseen = unseen or f"the service {shown(namespace)}/{shown(name)} was not read"
                continue
            sockets = tuple(replace(socket, listener=listener) for socket in served.sockets(port))
            unseen = unseen or served.unseen
            found.append((served, sockets))
        return found, unseen

    def _targeted(self, served: Served, port: str) -> tuple[Socket, ...]:
        """Return what a target port leads to: the name of a port of the service, or a port of its pods."""
        named = [each for each in served.listeners if each.name == port]
        if named or not port.isdecimal():
            return tuple(replace(socket, listener=service("tcp", WEB)) for each in named for socket in each.sockets)
        wanted = service("tcp", Ints(((int(port), int(port)),)))
        return tuple(
            replace(socket, listener=service("tcp", WEB))
            for socket in served.sockets()
            if socket.services.possible & wanted or socket.listener & wanted
        )

    def _attached(self, route: GatewayRoute, gateway: Gateway) -> Truth:
        named = max((self._named(parent, route, gateway) for parent in _parents(route)), default=Truth.NO)
        if isinstance(document(route, "parents"), Unknown):
            named = Truth.UNKNOWN
        return min(named, _allows(gateway, route))

    def _named(self, parent: Any, route: GatewayRoute, gateway: Gateway) -> Truth:
        """Tell whether a route names a gateway as its parent."""
        pair = (self._realms.of.get(route.id, -1), self._realms.of.get(gateway.id, -1))
        if (min(pair), max(pair)) in self._realms.apart or parent.get("kind", "Gateway") != "Gateway":
            return Truth.NO
        namespace = str(parent.get("namespace") or text(route, "namespace"))
        return min(equal(str(parent.get("name")), text(gateway, "name")), equal(namespace, text(gateway, "namespace")))

    def _routed(self, route: GatewayRoute, listener: Ints) -> tuple[list[tuple[Served, tuple[Socket, ...]]], str]:
        written = document(route, "rules")
        if isinstance(written, Unknown):
            return [], written.why
        own = text(route, "namespace")
        refs = [
            (str(ref.get("namespace") or own), str(ref.get("name")), ref.get("port"))
            for rule in (written if isinstance(written, list) else [])
            if isinstance(rule, dict)
            for ref in rule.get("backendRefs") or []
            if isinstance(ref, dict) and ref.get("kind", "Service") == "Service"
        ]
        return self._served(refs, self._realms.of.get(route.id, -1), listener)


def _unsure(socket: Socket, why: str) -> Socket:
    return replace(socket, services=perhaps(socket.services.possible, why))


def _backends(ingress: Ingress) -> tuple[list[tuple[str, object]], str]:
    """Return the services that an ingress leads to, with their ports, and why there may be more."""
    rules, default = document(ingress, "rules"), document(ingress, "default_backend")
    unseen = next((each.why for each in (rules, default) if isinstance(each, Unknown)), "")
    written: list[Any] = [default] if isinstance(default, dict) else []
    for rule in rules if isinstance(rules, list) else []:
        http = rule.get("http") if isinstance(rule, dict) else None
        paths = http.get("paths") if isinstance(http, dict) else None
        written += [path.get("backend") for path in paths or [] if isinstance(path, dict)]
    found = [backend for each in written if (backend := _backend(each)) is not None]
    return list(dict.fromkeys(found)), unseen or ("" if len(found) == len(written) else "a backend could not be read")


def _backend(written: Any) -> tuple[str, str | int | None] | None:
    """Read one backend, of `networking.k8s.io/v1` or of what was before."""
    if not isinstance(written, dict):
        return None
    if "serviceName" in written:
        port = written.get("servicePort")
        return str(written["serviceName"]), port if isinstance(port, str | int) else None
    named = written.get("service")
    if not isinstance(named, dict) or not isinstance(named.get("name"), str):
        return None
    port = named.get("port")
    chosen = (port.get("number") or port.get("name")) if isinstance(port, dict) else None
    return named["name"], chosen if isinstance(chosen, str | int) and not holes(str(chosen)) else None


def _parents(route: GatewayRoute) -> list[dict[str, Any]]:
    written = document(route, "parents")
    return [each for each in written if isinstance(each, dict)] if isinstance(written, list) else []


def _allows(gateway: Gateway, route: GatewayRoute) -> Truth:
    """Tell whether a gateway lets routes of a namespace attach: its own alone, unless a listener says otherwise."""
    same = equal(text(gateway, "namespace"), text(route, "namespace"))
    written = document(gateway, "listeners")
    if not isinstance(written, list):
        return max(same, Truth.UNKNOWN)
    found = same
    for each in written:
        allowed = each.get("allowedRoutes") if isinstance(each, dict) else None
        spaces = allowed.get("namespaces") if isinstance(allowed, dict) else None
        said = spaces.get("from", "Same") if isinstance(spaces, dict) else "Same"
        found = max(found, Truth.YES if said == "All" else same if said == "Same" else Truth.UNKNOWN)
    return found


def _listens(gateway: Gateway) -> Ints:
    written = document(gateway, "listeners")
    if not isinstance(written, list):
        return ANY_SERVICE
    found = Ints()
    for each in written:
        port = each.get("port") if isinstance(each, dict) else None
        if not isinstance(port, int) or not 0 < port < 1 << 16:
            return ANY_SERVICE
        protocol = "udp" if each.get("protocol") == "UDP" else "tcp"
        found |= service(PROTOCOLS[protocol], Ints(((port, port),)))
    return found
