"""What the engine for the networks of clusters is given: pods, policies and ways in, with who is picked resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bartizan.core.place import Place
from bartizan.core.reach import Via
from bartizan.core.truth import Truth
from bartizan.network.space import ANY_SERVICE, EVERYWHERE, NOTHING, Between, Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """A port that a container declares."""

    number: int
    protocol: int = 6
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pod:
    """The pods of one workload: they are alike."""

    id: str
    """Of the workload."""
    namespace: str
    ports: tuple[Port, ...] = ()
    ports_unseen: str = ""
    """Why it may declare ports that were not seen."""
    listens: Ints = NOTHING
    """Services that something is known to listen on: declared by a container, or led to by a service."""
    on_host: Truth = Truth.NO
    """Whether it shares the network of its node."""
    everywhere: bool = False
    """Whether one runs on every node."""
    realm: int = -1
    """Those of realms that are apart are in different clusters."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Picked:
    """Pods that a selector picks, by number."""

    sure: frozenset[int] = frozenset()
    maybe: frozenset[int] = frozenset()
    """Those of which it is not known; none of `sure`."""

    def of(self, pod: int) -> Truth:
        """Tell whether a pod is picked."""
        return Truth.YES if pod in self.sure else Truth.UNKNOWN if pod in self.maybe else Truth.NO


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Whom a rule lets in, or out to: pods, or addresses."""

    pods: Picked = field(default_factory=Picked)
    controller: Truth = Truth.NO
    """Whether it fits the controller of ingresses, of which only that it runs in the cluster is known."""
    block: Between[Ints] | None = None
    """Addresses outside of the cluster."""
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Something that a policy allows."""

    peers: tuple[Peer, ...] | None = None
    """None for everyone."""
    services: Between[Ints] = field(default_factory=lambda: Between(ANY_SERVICE, ANY_SERVICE))
    """Those given by number."""
    named: tuple[tuple[int, str], ...] = ()
    """Those given by protocol and the name of a port of the pods that are connected to."""
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A network policy, both ways."""

    id: str
    subjects: Picked
    ingress: tuple[Rule, ...] | None = None
    """What may come in, None where it is not about that."""
    egress: tuple[Rule, ...] | None = None
    unsure: Mapping[str, str] = field(default_factory=dict)
    """By `ingress` and `egress`: why it is not known whether it is about that."""
    foreign: str = ""
    """Of a kind that is not understood: what is known is only that it may allow or deny anything."""
    place: Place | None = None

    def rules(self, way: str) -> tuple[Rule, ...] | None:
        """Return the rules of one way: `ingress` or `egress`."""
        return self.ingress if way == "ingress" else self.egress


@dataclass(frozen=True, slots=True, kw_only=True)
class Socket:
    """Ports of pods that something leads to."""

    pod: int
    services: Between[Ints]
    """As the pod listens."""
    listener: Ints = ANY_SERVICE
    """As what leads to it listens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """A way into the cluster: a load balancer, a port of the nodes, an ingress."""

    truth: Truth
    """Whether it is open to the outside."""
    why: str = ""
    """Where that is not known, or not so: why."""
    addresses: Between[Ints] = field(default_factory=lambda: Between(EVERYWHERE, EVERYWHERE))
    """Who may use it."""
    sockets: tuple[Socket, ...] = ()
    keeps: Truth = Truth.NO
    """Whether pods, and so policies, see where a connection really comes from."""
    by_controller: bool = False
    """Whether pods of a controller take the connections and open others to the pods behind."""
    controllers: tuple[int, ...] = ()
    """Those pods, where they were read."""
    past_policies: bool = False
    """Whether policies are passed by: nodes have none."""
    via: tuple[Via, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """Something that leads to pods, and is reached itself: a service, an ingress, a gateway."""

    id: str
    sockets: tuple[Socket, ...] = ()
    inside: Truth = Truth.YES
    """Whether pods may open connections to it by its address in the cluster."""
    unseen: str = ""
    """Why it may lead to pods that were not seen."""
    entrances: tuple[Entrance, ...] = ()
    """The ways in that it is."""
    via: tuple[Via, ...] = ()
    realm: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Estate:
    """Everything of the clusters that was read."""

    pods: tuple[Pod, ...] = ()
    policies: tuple[Policy, ...] = ()
    fronts: tuple[Front, ...] = ()
    further: tuple[Entrance, ...] = ()
    """Ways in that are of no front: ports of nodes that pods take themselves, gateways that were not read."""
    apart: frozenset[tuple[int, int]] = frozenset()
    """Pairs of realms, the lower first, that are not in one cluster."""
