"""Network policies as they are written, read for the engine: whom they select, and whom and what they let through.

Kubernetes API reference, "NetworkPolicy v1". A selector that is empty selects all, one that is missing selects nothing
of its own; without `policyTypes` a policy is about what comes in, and about what goes out where it has rules for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bartizan.app.identity.kubernetes.reading import document, text
from bartizan.app.identity.kubernetes.realms import Realms, address
from bartizan.app.network.kubernetes.selecting import Selecting
from bartizan.content.kinds.kubernetes.namespace import NetworkPolicy
from bartizan.content.kinds.kubernetes.network_policy import OtherPolicy
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph
from bartizan.identity.hole import holes, shown
from bartizan.network.kubernetes.estate import Peer, Picked, Policy, Rule
from bartizan.network.space import (
    ANY_SERVICE,
    EVERYWHERE,
    NOTHING,
    PROTOCOLS,
    Between,
    Ints,
    addresses,
    cidrs,
    known,
    perhaps,
    said,
    service,
)

ENDS = {"ingress": "from", "egress": "to"}
WHOLE_CLUSTER = ("GlobalNetworkPolicy", "AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy",
                 "CiliumClusterwideNetworkPolicy")  # fmt: skip
HIGHEST = 65535


def policies(graph: Graph, selecting: Selecting, realms: Realms) -> tuple[Policy, ...]:
    """Return all policies of a graph."""
    own = [_Reader(each, selecting, realms.of.get(each.id, -1)).policy() for each in graph.of(NetworkPolicy)]
    return (*own, *(_other(each, selecting, realms.of.get(each.id, -1)) for each in graph.of(OtherPolicy)))


def _other(policy: OtherPolicy, selecting: Selecting, realm: int) -> Policy:
    """Return a policy that is not understood: about the pods it plainly selects, otherwise about all it may."""
    spec, type = document(policy, "spec"), policy.read("type")
    everywhere = type in WHOLE_CLUSTER or isinstance(type, Unknown)
    plain = spec if isinstance(spec, dict) else {}
    picks = plain.get("endpointSelector") if type == "CiliumNetworkPolicy" else plain.get("subject")
    if type == "CiliumNetworkPolicy" and isinstance(picks, dict) and not _prefixed(picks):
        subjects = selecting.inside(text(policy, "namespace"), picks, realm, policy.id)
    elif isinstance(picks, dict) and isinstance(picks.get("namespaces"), dict):
        subjects = selecting.across(picks["namespaces"], None, realm, policy.id)
    elif isinstance(picks, dict) and isinstance(picks.get("pods"), dict):
        pods = picks["pods"]
        subjects = selecting.across(pods.get("namespaceSelector"), pods.get("podSelector"), realm, policy.id)
    elif everywhere:
        subjects = selecting.everyone
    else:
        subjects = selecting.inside(text(policy, "namespace"), None, realm, policy.id)
    maybe = Picked(maybe=subjects.sure | subjects.maybe)
    return Policy(
        id=policy.id, subjects=maybe, foreign=f"what {policy.id} lets through is not understood", place=policy.place
    )


def _prefixed(selector: Any) -> bool:
    """Tell whether a selector of Cilium names labels by where they come from: `k8s:app`."""
    keys = [*(selector.get("matchLabels") or {}), *(str(e.get("key")) for e in selector.get("matchExpressions") or [])]
    return any(":" in str(key) for key in keys)


class _Reader:
    """Reads one policy."""

    def __init__(self, policy: NetworkPolicy, selecting: Selecting, realm: int) -> None:
        self._policy, self._selecting, self._realm = policy, selecting, realm
        self._namespace = text(policy, "namespace_name")
        own = address(policy.id)
        if holes(self._namespace) and own is not None and own.namespace:
            self._namespace = own.namespace

    def policy(self) -> Policy:
        """Return it as the engine wants it."""
        spec = document(self._policy, "spec")
        if not isinstance(spec, dict):
            return self._unread(spec.why if isinstance(spec, Unknown) else f"{self._policy.id} says nothing")
        subjects = self._inside(spec.get("podSelector"))
        types = spec.get("policyTypes")
        return Policy(
            id=self._policy.id,
            subjects=subjects,
            ingress=self._rules(spec, "ingress") if _about(spec, types, "Ingress") is not Truth.NO else None,
            egress=self._rules(spec, "egress") if _about(spec, types, "Egress") is not Truth.NO else None,
            unsure={
                way.lower(): f"whether {self._policy.id} is about {way.lower()} is not known"
                for way in ("Ingress", "Egress")
                if _about(spec, types, way) is Truth.UNKNOWN
            },
            place=self._policy.place,
        )

    def _unread(self, why: str) -> Policy:
        """Return what is known of a policy of which only single attributes were seen."""
        all_of_it = self._policy.read("selects_all") is True
        inside = self._inside(None)
        return Policy(
            id=self._policy.id,
            subjects=inside if all_of_it else Picked(maybe=inside.sure | inside.maybe),
            ingress=self._single("ingress", why),
            egress=self._single("egress", why),
            unsure={
                way: f"whether {self._policy.id} is about {way} is not known"
                for way in ("ingress", "egress")
                if isinstance(self._policy.read(f"limits_{way}"), Unknown)
            },
            place=self._policy.place,
        )

    def _single(self, way: str, why: str) -> tuple[Rule, ...] | None:
        if self._policy.read(f"limits_{way}") is False:
            return None
        if way == "ingress" and self._policy.read("denies_ingress") is True:
            return ()
        return (_perhaps(f"what {self._policy.id} lets through is not known: {why}"),)

    def _inside(self, written: Any) -> Picked:
        return self._selecting.inside(self._namespace, written, self._realm, self._policy.id)

    def _rules(self, spec: dict[str, Any], way: str) -> tuple[Rule, ...]:
        written = spec.get(way)
        if written is None:
            return ()
        if not isinstance(written, list):
            return (_perhaps(f"the rules of {self._policy.id} could not be read"),)
        return tuple(self._rule(each, way) for each in written)

    def _rule(self, written: Any, way: str) -> Rule:
        unread = f"a rule of {self._policy.id} could not be read"
        if written is None:
            written = {}
        if not isinstance(written, dict):
            return _perhaps(unread)
        ends, ports = written.get(ENDS[way]), written.get("ports")
        if not isinstance(ends or [], list) or not isinstance(ports or [], list):
            return _perhaps(unread)
        peers = tuple(self._peer(each) for each in ends) if ends else None
        services, named = _services(ports or [], self._policy.id)
        who = "everyone" if peers is None else ", ".join(peer.says for peer in peers[:4])
        names = [f"{_protocol_name(number)} {name}" for number, name in named]
        what = ", ".join([*([said(services.possible)] if services.possible else []), *names]) or "nothing"
        return Rule(peers=peers, services=services, named=named, says=f"{what} {ENDS[way]} {who}")

    def _peer(self, written: Any) -> Peer:
        if not isinstance(written, dict):
            return self._anyone(f"whom {self._policy.id} is about could not be read")
        if written.get("ipBlock") is not None:
            block = _block(written["ipBlock"], self._policy.id)
            return Peer(block=block, says=", ".join(cidrs(block.possible)[:3]) or "no address")
        spaces, pods = written.get("namespaceSelector"), written.get("podSelector")
        if spaces is None and pods is None:
            return self._anyone(f"{self._policy.id} names nobody in a rule")
        if spaces is None:
            return Peer(
                pods=self._inside(pods),
                controller=Truth.UNKNOWN,
                says=f"{_labels(pods, 'pods')} in {shown(self._namespace)}",
            )
        everyone = spaces == {} and not pods
        return Peer(
            pods=self._selecting.across(spaces, pods, self._realm, self._policy.id),
            controller=Truth.YES if everyone else Truth.UNKNOWN,
            says=f"{_labels(pods, 'pods')} in {_labels(spaces, 'namespaces')}",
        )

    def _anyone(self, why: str) -> Peer:
        block = perhaps(EVERYWHERE, why)
        return Peer(pods=self._selecting.everyone, controller=Truth.UNKNOWN, block=block, says="somebody")


def _about(spec: dict[str, Any], types: Any, way: str) -> Truth:
    """Tell whether a policy limits one way."""
    if types is None or types == []:
        if way == "Ingress":
            return Truth.YES
        rules = spec.get("egress")
        return Truth.UNKNOWN if isinstance(rules, str) else Truth.YES if rules else Truth.NO
    if not isinstance(types, list):
        return Truth.UNKNOWN
    if way in types:
        return Truth.YES
    return Truth.UNKNOWN if any(not isinstance(each, str) or holes(each) for each in types) else Truth.NO


def _perhaps(why: str) -> Rule:
    return Rule(services=perhaps(ANY_SERVICE, why), says="something that is not known")


def _services(written: Sequence[Any], where: str) -> tuple[Between[Ints], tuple[tuple[int, str], ...]]:
    """Read the ports of a rule: those by number, and those by name; all where there are none."""
    if not written:
        return known(ANY_SERVICE), ()
    found: Between[Ints] = known(NOTHING)
    named: list[tuple[int, str]] = []
    for each in written:
        services, name = _port(each, where)
        found |= services
        named += name
    return found, tuple(named)


def _port(written: Any, where: str) -> tuple[Between[Ints], list[tuple[int, str]]]:
    unread = f"a port of {where} could not be read"
    if not isinstance(written, dict):
        return perhaps(ANY_SERVICE, unread), []
    protocol = PROTOCOLS.get(str(written.get("protocol") or "TCP").lower())
    if protocol is None:
        return perhaps(ANY_SERVICE, f"{shown(str(written.get('protocol')))} is no protocol that {where} can name"), []
    port, end = written.get("port"), written.get("endPort")
    if port is None:
        return known(service(protocol)), []
    if isinstance(port, str) and not holes(port) and not port.isdecimal():
        return known(NOTHING), [(protocol, port)]
    last = port if end is None else end
    if not isinstance(port, int) or not isinstance(last, int) or not 0 < port <= last <= HIGHEST:
        return perhaps(service(protocol), unread), []
    return known(service(protocol, Ints(((port, last),)))), []


def _block(written: Any, where: str) -> Between[Ints]:
    """Read a block of addresses without those excepted; one that can not be read may be any."""
    if not isinstance(written, dict) or not isinstance(written.get("cidr"), str) or holes(written["cidr"]):
        return perhaps(EVERYWHERE, f"addresses of {where} could not be read")
    block, problem = addresses(written["cidr"])
    if problem:
        return perhaps(EVERYWHERE, problem)
    found = known(block)
    excepted = written.get("except") or []
    for each in excepted if isinstance(excepted, list) else [excepted]:
        less, problem = addresses(each) if isinstance(each, str) else (NOTHING, f"{each!r} is no CIDR block")
        found -= perhaps(EVERYWHERE, problem) if problem else known(less)
    return found


def _labels(written: Any, what: str) -> str:
    """Say in words what a selector selects."""
    pairs = list(_pairs(written)) if isinstance(written, dict) else []
    return f"{what} with {', '.join(pairs[:4])}" if pairs else f"all {what}"


def _pairs(written: dict[str, Any]) -> Iterator[str]:
    given, tests = written.get("matchLabels"), written.get("matchExpressions")
    for key, value in given.items() if isinstance(given, dict) else ():
        yield f"{key}={shown(str(value))}"
    for test in tests if isinstance(tests, list) else ():
        if isinstance(test, dict):
            values = test.get("values") if isinstance(test.get("values"), list) else []
            yield f"{test.get('key')} {test.get('operator')} {','.join(map(str, values or []))}".strip()


def _protocol_name(number: int) -> str:
    return next(name for name, each in PROTOCOLS.items() if each == number)
