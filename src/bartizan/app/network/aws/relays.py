"""What passes requests on: load balancers to targets; APIs, URLs of functions, distributions to what is behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from bartizan.app.network.aws.listening import HTTPS, of_listener, spoken_at, tcp
from bartizan.app.network.aws.things import Things
from bartizan.app.network.aws.values import Led, flag, led, number, ranges, text
from bartizan.content.kinds.aws.apigateway_api import HttpApi
from bartizan.content.kinds.aws.apigateway_api import Route as HttpRoute
from bartizan.content.kinds.aws.apigateway_integration import Integration
from bartizan.content.kinds.aws.apigateway_rest import Method, RestApi
from bartizan.content.kinds.aws.apprunner_service import Service as WebService
from bartizan.content.kinds.aws.autoscaling_group import Group as MachineGroup
from bartizan.content.kinds.aws.cloudfront_distribution import Distribution, Origin
from bartizan.content.kinds.aws.ecs_cluster import Service
from bartizan.content.kinds.aws.eks_cluster import Cluster
from bartizan.content.kinds.aws.elb_classic import Classic, ClassicListener
from bartizan.content.kinds.aws.elb_listener_rule import ListenerRule, MachineAttachment
from bartizan.content.kinds.aws.elb_load_balancer import Listener, LoadBalancer, TargetGroup
from bartizan.content.kinds.aws.lambda_function import Function, Url
from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.core.kind import Asset
from bartizan.core.place import Place
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph
from bartizan.network.aws.estate import UNSEEN, Door, Lead
from bartizan.network.space import (
    ANY_PORT,
    EVERYWHERE,
    NOTHING,
    PORTS,
    Between,
    Ints,
    known,
    perhaps,
)

Through = tuple[tuple[str, str, Place | None], ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A target in a target group."""

    group: str
    target: str
    """Either may be `UNSEEN`."""
    why: str = ""
    """Why it is not certain."""


class Relays:
    """What passes requests on, in a graph."""

    def __init__(self, graph: Graph, things: Things) -> None:
        self._graph = graph
        self._things = things

    def doors(self) -> dict[str, Door]:
        """Return all addresses on the Internet that are in no network of their owner."""
        found = [
            *(self._url(each) for each in self._graph.of(Url)),
            *(self._api(each) for each in self._graph.of(RestApi)),
            *(_open(each, HTTPS, "the endpoint of the API is on the Internet") for each in self._graph.of(HttpApi)),
            *(_open(each, tcp(80, 443), "distributions are on the Internet") for each in self._graph.of(Distribution)),
            *(self._web_service(each) for each in self._graph.of(WebService)),
            *(self._control_plane(each) for each in self._graph.of(Cluster)),
            *(self._domain(each) for each in self._graph.of(Domain)),
        ]
        return {door.id: door for door in found}

    def leads(self) -> tuple[Lead, ...]:
        """Return all that is passed on."""
        return (
            *self._of_balancers(),
            *self._of_classics(),
            *self._of_urls(),
            *self._of_rest_apis(),
            *self._of_http_apis(),
            *self._of_distributions(),
        )

    def _url(self, asset: Url) -> Door:
        return _open(asset, HTTPS, "the URL of a function is on the Internet")

    def _api(self, asset: RestApi) -> Door:
        private = flag(asset, "private")
        says, stop = "the endpoint of the API is on the Internet", "the API is private: VPC endpoints alone lead to it"
        return _shut(asset, HTTPS, -private, says, stop)

    def _web_service(self, asset: WebService) -> Door:
        return _shut(asset, HTTPS, flag(asset, "public"), "the service is on the Internet", "the service is private")

    def _domain(self, asset: Domain) -> Door:
        stop = "the domain has addresses in its network only"
        return _shut(asset, tcp(80, 443), -flag(asset, "in_vpc"), "the domain is on the Internet", stop)

    def _control_plane(self, asset: Cluster) -> Door:
        public = flag(asset, "public_endpoint")
        ranges_ = ranges(asset, "public_ranges", -flag(asset, "open_to_world"))
        open_to = ranges_ if public is Truth.YES else known(NOTHING)
        if public is Truth.UNKNOWN:
            open_to = perhaps(ranges_.possible, f"public_endpoint of {asset.id} is not known")
        stop = "its public endpoint is off" if public is Truth.NO else "its public endpoint is open to some ranges only"
        says = "the public endpoint of the API server is open"
        return Door(id=asset.id, listens=HTTPS, open_to=open_to, says=says, stop=stop, place=asset.place)

    # Load balancers

    def _of_balancers(self) -> Iterator[Lead]:
        for balancer in self._graph.of(LoadBalancer):
            for listener in self._things.listeners(balancer.id):
                if isinstance(listener, Listener):
                    yield from self._of_listener(balancer, listener)

    def _of_listener(self, balancer: LoadBalancer, listener: Listener) -> Iterator[Lead]:
        takes = of_listener(listener)
        doubt = next(iter(takes.unknowns), "") or led(self._graph, listener, "balancer").why
        heard = (listener.id, f"listens on {text(listener, 'protocol')} {_port(listener)}", listener.place)
        rules = (*self._rules.get(listener.id, []), *self._rules.get(UNSEEN, []))
        for asset in (listener, *rules):
            through: Through = (heard,) if asset is listener else (heard, (asset.id, _paths(asset), asset.place))
            unsure = doubt or ("" if asset is listener else led(self._graph, asset, "listener").why)
            groups = led(self._graph, asset, "forwards")
            for group in self._groups_of(groups):
                for lead in self._to_group(balancer, group, takes.possible, through):
                    yield _weighed(lead, flag(asset, "signs_in"), unsure or (groups.why if groups.unseen else ""))

    def _groups_of(self, named: Led) -> list[TargetGroup]:
        if named.unseen:
            return list(self._graph.of(TargetGroup))
        found = (self._graph.get(id) for id in sorted(named.ids))
        return [each for each in found if isinstance(each, TargetGroup)]

    @cached_property
    def _rules(self) -> dict[str, list[ListenerRule]]:
        found: dict[str, list[ListenerRule]] = {}
        for rule in self._graph.of(ListenerRule):
            named = led(self._graph, rule, "listener")
            for listener in named.ids or ((UNSEEN,) if named.unseen else ()):
                found.setdefault(listener, []).append(rule)
        return found

    def _to_group(self, balancer: LoadBalancer, group: TargetGroup, takes: Ints, through: Through) -> Iterator[Lead]:
        kind, spoken, port = text(group, "type"), text(group, "protocol"), number(group, "port")
        named = (
            group.id,
            f"target group, {_spoken(spoken)} {port if port is not None else ''}".strip(" ,"),
            group.place,
        )
        keeps = text(balancer, "type") == "network" and kind in ("instance", "alb")
        gives, why = NOTHING, ""
        if kind != "lambda":
            gives, why = _given(group, spoken, port)
        for member in (*self._members.get(group.id, []), *self._members.get(UNSEEN, [])):
            yield Lead(
                relay=balancer.id,
                takes=takes,
                target=member.target,
                gives=gives if kind != "lambda" else NOTHING,
                truth=Truth.UNKNOWN if member.why or why else Truth.YES,
                unknown=member.why or why,
                keeps_source=keeps,
                through=(*through, named),
            )

    @cached_property
    def _members(self) -> dict[str, list[Member]]:
        found: dict[str, list[Member]] = {}
        for member in (*self._named_members(), *self._joining(), *self._attached()):
            found.setdefault(member.group, []).append(member)
        return found

    def _named_members(self) -> Iterator[Member]:
        for group in self._graph.of(TargetGroup):
            named = led(self._graph, group, "targets")
            yield from (Member(group.id, target) for target in sorted(named.ids))
            if named.unseen:
                yield Member(group.id, UNSEEN, named.why)

    def _joining(self) -> Iterator[Member]:
        """Yield machines and tasks that say themselves which target groups they are in."""
        for kind in (MachineGroup, Service):
            for asset in self._graph.of(kind):
                named = led(self._graph, asset, "target_groups")
                yield from (Member(group, asset.id) for group in sorted(named.ids))
                if named.unseen:
                    yield Member(UNSEEN, asset.id, named.why)

    def _attached(self) -> Iterator[Member]:
        for asset in self._graph.of(MachineAttachment):
            groups, machines = led(self._graph, asset, "target_group"), led(self._graph, asset, "group")
            for group in groups.ids or ((UNSEEN,) if groups.unseen else ()):
                for target in machines.ids or ((UNSEEN,) if machines.unseen else ()):
                    unseen = (each.why for each in (groups, machines) if each.unseen)
                    yield Member(group, target, next(unseen, ""))

    def _of_classics(self) -> Iterator[Lead]:
        for balancer in self._graph.of(Classic):
            for listener in self._things.listeners(balancer.id):
                if isinstance(listener, ClassicListener):
                    yield from self._of_classic_listener(balancer, listener)

    def _of_classic_listener(self, balancer: Classic, listener: ClassicListener) -> Iterator[Lead]:
        takes, port = of_listener(listener), number(listener, "machine_port")
        known_port = isinstance(port, int) and 0 < port < PORTS
        gives = tcp(port) if isinstance(port, int) and known_port else spoken_at("TCP", ANY_PORT)
        unsure = "" if known_port else f"machine_port of {listener.id} is not known"
        unsure = unsure or next(iter(takes.unknowns), "")
        heard = (listener.id, f"listens on {text(listener, 'protocol')} {_port(listener)}", listener.place)
        for target, why in self._machines_of(balancer):
            doubt = why or unsure
            truth = Truth.UNKNOWN if doubt else Truth.YES
            yield Lead(
                relay=balancer.id,
                takes=takes.possible,
                target=target,
                gives=gives,
                truth=truth,
                unknown=doubt,
                through=(heard,),
            )

    def _machines_of(self, balancer: Classic) -> Iterator[tuple[str, str]]:
        named = led(self._graph, balancer, "machines")
        yield from ((id, "") for id in sorted(named.ids))
        if named.unseen:
            yield UNSEEN, named.why
        for kind, link, target in ((MachineGroup, "balancers", ""), (MachineAttachment, "balancer", "group")):
            for asset in self._graph.of(kind):
                balancers = led(self._graph, asset, link)
                machines = led(self._graph, asset, target).ids if target else frozenset({asset.id})
                if balancer.id in balancers.ids or balancers.unseen:
                    yield from ((id, balancers.why if balancers.unseen else "") for id in sorted(machines))

    # What is on the Internet by itself

    def _of_urls(self) -> Iterator[Lead]:
        for url in self._graph.of(Url):
            auth, named = text(url, "auth"), led(self._graph, url, "function")
            truth = Truth.UNKNOWN if isinstance(auth, Unknown) else Truth.YES if auth == "NONE" else Truth.NO
            why = named.why if named.unseen else f"auth of {url.id} is not known" if truth is Truth.UNKNOWN else ""
            through = ((url.id, "URL of the function, open to everyone", url.place),)
            stop = f"the URL asks for requests that are signed ({auth})"
            for function in self._functions(named):
                sure = min(truth, Truth.UNKNOWN) if named.unseen else truth
                yield Lead(
                    relay=url.id,
                    takes=HTTPS,
                    target=function,
                    gives=NOTHING,
                    truth=sure,
                    through=through,
                    unknown=why,
                    stop=stop,
                )

    def _functions(self, named: Led) -> Iterable[str]:
        return (each.id for each in self._graph.of(Function)) if named.unseen else sorted(named.ids)

    def _of_rest_apis(self) -> Iterator[Lead]:
        for asset in self._graph.of(Integration):
            apis, leads = led(self._graph, asset, "api"), led(self._graph, asset, "leads")
            for api in self._apis(apis):
                truth, stop = self._open_method(asset, api)
                unsure = apis.why if apis.unseen else leads.why if leads.unseen else ""
                through = ((asset.id, f"method {_verb(asset)} of the API", asset.place),)
                for target in self._behind(leads):
                    yield self._lead(api, target, min(truth, Truth.UNKNOWN) if unsure else truth, through, stop, unsure)

    def _apis(self, named: Led) -> list[str]:
        return [each.id for each in self._graph.of(RestApi)] if named.unseen else sorted(named.ids)

    def _behind(self, named: Led) -> list[str]:
        if not named.unseen:
            return sorted(named.ids)
        return [each.id for kind in (Function, LoadBalancer) for each in self._graph.of(kind)]

    def _lead(self, relay: str, target: str, truth: Truth, through: Through, stop: str, why: str) -> Lead:
        asset = self._graph.get(target)
        gives = NOTHING
        if isinstance(asset, LoadBalancer):
            gives = spoken_at("TCP", ANY_PORT)
        unknown = why or (stop if truth is Truth.UNKNOWN else "")
        return Lead(
            relay=relay,
            takes=HTTPS,
            target=target,
            gives=gives,
            truth=truth,
            inside=bool(gives),
            through=through,
            unknown=unknown,
            stop=stop,
        )

    def _open_method(self, asset: Integration, api: str) -> tuple[Truth, str]:
        """Tell whether strangers may call what an integration is of, and what keeps them out."""
        policy = self._policy(api)
        methods = self._methods_of(asset, api)
        if not methods:
            return Truth.UNKNOWN, f"the method that {asset.id} belongs to was not read"
        found = [_called(method, ("NONE",)) for method in methods]
        truths = {truth for truth, _ in found}
        truth = truths.pop() if len(truths) == 1 else Truth.UNKNOWN
        stop = next((stop for _, stop in found if stop), "")
        if truth is Truth.YES and policy:
            return Truth.UNKNOWN, policy
        return truth, stop or f"some methods of {api} are open and some are not"

    def _policy(self, api: str) -> str:
        asset = self._graph.get(api)
        if not isinstance(asset, RestApi) or asset.read("policy") is None:
            return ""
        return f"{api} has a policy of its own, which may keep some out"

    def _methods_of(self, asset: Integration, api: str) -> list[Method]:
        named, verb = led(self._graph, asset, "method"), text(asset, "verb")
        exact = [each for each in map(self._graph.get, sorted(named.ids)) if isinstance(each, Method)]
        if exact and not named.why:
            return exact
        return [
            method
            for method in self._graph.of(Method)
            if self._may_be_of(method, api) and (text(method, "verb") == verb or isinstance(verb, Unknown))
        ]

    def _may_be_of(self, method: Method, api: str) -> bool:
        named = led(self._graph, method, "api")
        return api in named.ids or named.unseen

    def _of_http_apis(self) -> Iterator[Lead]:
        for route in self._graph.of(HttpRoute):
            apis, called = led(self._graph, route, "api"), led(self._graph, route, "integration")
            truth, stop = _called(route, ("NONE",))
            through = ((route.id, f"route {text(route, 'key')}", route.place),)
            for api in [each.id for each in self._graph.of(HttpApi)] if apis.unseen else sorted(apis.ids):
                for id in sorted(called.ids):
                    integration = self._graph.get(id)
                    if integration is not None:
                        yield from self._of_integration(api, integration, truth, through, stop, apis.unseen)
                if called.unseen:
                    for target in self._behind(called):
                        yield self._lead(api, target, min(truth, Truth.UNKNOWN), through, stop, called.why)

    def _of_integration(
        self, api: str, integration: Asset, truth: Truth, through: Through, stop: str, unsure: bool
    ) -> Iterator[Lead]:
        leads, listeners = led(self._graph, integration, "leads"), led(self._graph, integration, "listener")
        why = leads.why if leads.unseen else "" if not unsure else f"it is not known which API {integration.id} is of"
        for target in self._behind(leads):
            yield self._lead(api, target, min(truth, Truth.UNKNOWN) if why else truth, through, stop, why)
        for id in sorted(listeners.ids):
            listener = self._graph.get(id)
            for balancer in sorted(led(self._graph, listener, "balancer").ids) if listener is not None else ():
                guarded = "the security groups of the VPC link are not weighed"
                yield self._lead(api, balancer, min(truth, Truth.UNKNOWN), through, stop, guarded)

    def _of_distributions(self) -> Iterator[Lead]:
        for origin in self._graph.of(Origin):
            of, leads = led(self._graph, origin, "distribution"), led(self._graph, origin, "leads")
            through = ((origin.id, "origin of the distribution", origin.place),)
            for distribution in sorted(of.ids):
                for target in sorted(leads.ids):
                    yield Lead(
                        relay=distribution,
                        takes=tcp(80, 443),
                        target=target,
                        gives=spoken_at("TCP", ANY_PORT),
                        through=through,
                    )


def _open(asset: Asset, listens: Ints, says: str) -> Door:
    return Door(id=asset.id, listens=listens, says=says, place=asset.place)


def _shut(asset: Asset, listens: Ints, is_open: Truth, says: str, stop: str) -> Door:
    """Return a door that may be shut to everybody."""
    unsure = perhaps(EVERYWHERE, f"it is not known whether {asset.id} is on the Internet")
    open_to: Between[Ints] = {Truth.YES: known(EVERYWHERE), Truth.NO: known(NOTHING), Truth.UNKNOWN: unsure}[is_open]
    return Door(id=asset.id, listens=listens, open_to=open_to, says=says, stop=stop, place=asset.place)


def _called(asset: Asset, free: tuple[str, ...]) -> tuple[Truth, str]:
    """Tell whether strangers may call a method or route, and what keeps them out."""
    authorization, needs_key = text(asset, "authorization"), flag(asset, "needs_key")
    if isinstance(authorization, Unknown):
        return Truth.UNKNOWN, f"authorization of {asset.id} is not known"
    if (authorization or "NONE") not in free:
        return Truth.NO, f"callers must be let in by {authorization}"
    if needs_key is Truth.NO:
        return Truth.YES, ""
    return -needs_key, "callers must show an API key"


def _given(group: TargetGroup, spoken: str | Unknown | None, port: int | Unknown | None) -> tuple[Ints, str]:
    """Return what targets are spoken to with, and what is not known of that."""
    if not isinstance(port, int) or not 0 < port < PORTS:
        return spoken_at("TCP_UDP", ANY_PORT), f"the port of {group.id} is not known"
    at = Ints(((port, port),))
    if isinstance(spoken, Unknown):
        return spoken_at("TCP_UDP", at), f"the protocol of {group.id} is not known"
    return spoken_at(spoken or "TCP", at), ""


def _weighed(lead: Lead, signs_in: Truth, doubt: str) -> Lead:
    """Return a lead, weighed by whether visitors must sign in first."""
    truth = min(lead.truth, -signs_in, Truth.UNKNOWN if doubt else Truth.YES)
    unsure = (
        lead.unknown or doubt or ("it is not known whether visitors must sign in" if truth is Truth.UNKNOWN else "")
    )
    return Lead(
        relay=lead.relay,
        takes=lead.takes,
        target=lead.target,
        gives=lead.gives,
        truth=truth,
        keeps_source=lead.keeps_source,
        through=lead.through,
        unknown=unsure,
        stop="visitors must sign in first" if truth is Truth.NO else "",
    )


def _port(asset: Asset) -> str:
    port = number(asset, "port")
    return str(port) if isinstance(port, int) else "a port that is not known"


def _paths(asset: Asset) -> str:
    paths = text(asset, "paths")
    return f"rule for {paths}" if isinstance(paths, str) and paths else "rule"


def _spoken(spoken: object) -> str:
    return str(spoken) if isinstance(spoken, str) else "functions" if spoken is None else "a protocol that is not known"


def _verb(asset: Asset) -> str:
    verb = text(asset, "verb")
    return verb if isinstance(verb, str) else ""
