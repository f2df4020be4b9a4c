"""Kubernetes: turns the graph into the engine's estate, and answers for it."""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.app.identity.kubernetes.reading import flag, labels, members, rules, selectors, text
from bartizan.app.identity.kubernetes.realms import Realms, address, realms
from bartizan.content.kinds.kubernetes.namespace import Namespace
from bartizan.content.kinds.kubernetes.role import Permission, Role
from bartizan.content.kinds.kubernetes.secret import ConfigMap, Secret
from bartizan.content.kinds.kubernetes.service import Service
from bartizan.content.kinds.kubernetes.service_account import RoleBinding, ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Container, Node, Volume, Workload
from bartizan.core.access import Decision, Question
from bartizan.core.answer import Rights
from bartizan.core.kind import Asset
from bartizan.core.truth import Truth, truth
from bartizan.graph.graph import Graph, led_to
from bartizan.graph.grid import Grid
from bartizan.identity.hole import hole, shown
from bartizan.identity.kubernetes import estate as model
from bartizan.identity.kubernetes.access import ClusterAccess
from bartizan.identity.kubernetes.defaults import subject_of
from bartizan.identity.kubernetes.grid import choices, grid
from bartizan.identity.kubernetes.holdings import held
from bartizan.identity.kubernetes.objects import RESOURCES
from bartizan.identity.kubernetes.request import pod_of, read_action
from bartizan.paths.asking import Given

_KINDS: dict[type[Asset], str] = {
    ServiceAccount: "ServiceAccount",
    Secret: "Secret",
    ConfigMap: "ConfigMap",
    Namespace: "Namespace",
    Node: "Node",
    Service: "Service",
}
_PARTS = {Container: "workload", Volume: "workload", Permission: "role"}


def estate(graph: Graph, unread: Sequence[str] = ()) -> model.Estate:
    """Return what the graph knows of clusters; `unread` says why there may be roles and bindings besides."""
    known = realms(asset for asset in graph.assets if asset.kind.startswith("kubernetes."))
    accounts = tuple(_account(each, known) for each in graph.of(ServiceAccount))
    mounting = {
        (account.namespace, account.name, account.realm): flag(asset, "mounts_token")
        for account, asset in zip(accounts, graph.of(ServiceAccount), strict=True)
    }
    return model.Estate(
        roles=tuple(_role(each, known) for each in graph.of(Role)),
        bindings=tuple(_binding(each, known) for each in graph.of(RoleBinding)),
        accounts=accounts,
        pods=tuple(_pod(each, known, mounting) for each in graph.of(Workload)),
        nodes=tuple(
            model.Node(id=each.id, name=text(each, "name"), realm=_realm(each, known)) for each in graph.of(Node)
        ),
        things=_things(graph, known),
        apart=known.apart,
        unread=tuple(unread),
    )


def _realm(asset: Asset, known: Realms) -> int:
    return known.of.get(asset.id, model.ANYWHERE)


def _account(asset: ServiceAccount, known: Realms) -> model.Account:
    return model.Account(
        id=asset.id, name=text(asset, "name"), namespace=text(asset, "namespace"), realm=_realm(asset, known)
    )


def _wide(asset: Asset) -> Truth:
    """Return whether a role or a binding is of the whole cluster; its id says it too."""
    said, where = flag(asset, "cluster_wide"), address(asset.id)
    return truth(where.kind.startswith("Cluster")) if said is Truth.UNKNOWN and where is not None else said


def _namespace(asset: Asset) -> str:
    """Return the namespace of what may be cluster-wide."""
    return "" if _wide(asset) is Truth.YES else text(asset, "namespace") or hole(f"the namespace of {asset.id}")


def _role(asset: Role, known: Realms) -> model.Role:
    written, more = rules(asset)
    found, unseen = selectors(asset)
    tags, hidden = labels(asset)
    return model.Role(
        id=asset.id,
        name=text(asset, "name"),
        namespace=_namespace(asset),
        rules=written,
        selectors=found,
        labels=tags,
        more=unseen if found is not None else more,
        labels_unseen=hidden,
        realm=_realm(asset, known),
    )


def _binding(asset: RoleBinding, known: Realms) -> model.Binding:
    subjects, more = members(asset, "subjects")
    kind = text(asset, "role_kind")
    plain = kind in ("Role", "ClusterRole")
    return model.Binding(
        id=asset.id,
        name=text(asset, "name"),
        namespace=_namespace(asset),
        role=text(asset, "role") if plain else hole(f"the role of {asset.id}"),
        role_kind=kind if plain else "ClusterRole",
        subjects=tuple(map(subject_of, subjects)),
        more=more,
        realm=_realm(asset, known),
    )


def _pod(asset: Workload, known: Realms, mounting: dict[tuple[str, str, int], Truth]) -> model.Pod:
    refers, doubts = {}, []
    for resource, name in (("secrets", "secrets"), ("configmaps", "config_maps"), ("persistentvolumeclaims", "claims")):
        refers[resource], why = members(asset, name)
        doubts += [why] if why else []
    namespace, account = text(asset, "namespace"), text(asset, "account_name")
    name, realm = text(asset, "name"), _realm(asset, known)
    mounts = flag(asset, "mounts_token")
    if flag(asset, "states_token") is Truth.NO:
        mounts = mounting.get((namespace, account, realm), mounts)
    made = text(asset, "type") != "Pod"
    node = asset.read("node_name")
    return model.Pod(
        id=asset.id,
        name=pod_of(name) if made else name,
        namespace=namespace,
        account=account,
        mounts_token=mounts,
        node=node if isinstance(node, str) else "",
        refers=refers,
        more=doubts[0] if doubts else "",
        realm=realm,
    )


def _things(graph: Graph, known: Realms) -> dict[str, model.Thing]:
    found = {asset.id: thing for asset in graph.assets if (thing := _thing(asset, known)) is not None}
    for kind, link in _PARTS.items():
        for asset in graph.of(kind):
            owner = next((found[id] for id in sorted(led_to(asset.read(link))[0]) if id in found), None)
            if owner is not None:
                found[asset.id] = owner
    return found


def _thing(asset: Asset, known: Realms) -> model.Thing | None:
    kind = _kind(asset)
    if kind not in RESOURCES:
        return None
    group, resource = RESOURCES[kind]
    wide = kind in ("ClusterRole", "ClusterRoleBinding", "Namespace", "Node") or "namespace" not in asset.attributes
    namespace = "" if wide else text(asset, "namespace")
    name = text(asset, "name") if "name" in asset.attributes else ""
    where = address(asset.id)
    if type(asset) not in _KINDS and where is not None:
        namespace, name = where.namespace, name or where.name
    return model.Thing(group=group, resource=resource, namespace=namespace, name=name, realm=_realm(asset, known))


def _kind(asset: Asset) -> str:
    """Return the kind of object that an asset is; empty for one that is none by itself."""
    if isinstance(asset, Workload):
        return text(asset, "type")
    if isinstance(asset, Role | RoleBinding):
        own = "Role" if isinstance(asset, Role) else "RoleBinding"
        return f"Cluster{own}" if _wide(asset) is Truth.YES else own
    if type(asset) in _PARTS:
        return ""
    where = address(asset.id) if asset.kind.startswith("kubernetes.") else None
    return _KINDS.get(type(asset)) or (where.kind if where is not None else "")


class KubernetesAccess:
    """Answers for the clusters of a graph; implements `Asking`."""

    def __init__(self, graph: Graph, unread: Sequence[str] = ()) -> None:
        self._realms = realms(asset for asset in graph.assets if asset.kind.startswith("kubernetes."))
        self.engine = ClusterAccess(estate(graph, unread))
        self._actors = self.engine.actors()

    def can(self, question: Question) -> Decision:
        """Answer one question."""
        return self.engine.can(question)

    def actors(self) -> tuple[str, ...]:
        """Return the ids of service accounts and nodes, and whom bindings name besides: `user:ann`, `group:devs`."""
        return self._actors

    def grid(self, action: str, targets: Sequence[str], given: Given, actors: Sequence[str] | None = None) -> Grid:
        """Answer for many actors and many targets."""
        return grid(self.engine, action, targets, given, self._actors if actors is None else actors)

    def candidates(self, action: str, pattern: str) -> tuple[str, ...]:
        """Return a pattern, and within it what bindings and rules tell apart."""
        return choices(self.engine, action, pattern)

    def outsiders(self, action: str, resource: str) -> tuple[str, ...]:
        """Return those outside who may be let in: whoever has not said who they are."""
        return ("anonymous",)

    def notes(self, action: str) -> tuple[str, ...]:
        """Return what limits every answer about an action."""
        request = read_action(action)
        return (*self.engine.estate.unread, *((f"{request}.",) if isinstance(request, str) else ()))

    def held(self, id: str) -> Rights:
        """Return all that an actor may do."""
        return held(self.engine, id)

    def name(self, id: str) -> str:
        """Return the name of a thing as the cluster has it: `system:serviceaccount:shop:web`, `shop/secrets/db`."""
        thing = self.engine.estate.things.get(id)
        if thing is None:
            return id
        if thing.resource == "serviceaccounts":
            return f"system:serviceaccount:{shown(thing.namespace)}:{shown(thing.name)}"
        if thing.resource == "nodes":
            return f"system:node:{shown(thing.name)}"
        return "/".join(filter(None, (shown(thing.namespace), thing.resource, shown(thing.name))))

    def home(self, id: str) -> str:
        """Return the cluster a thing is in, by where it was read; `cluster` where all may be in one."""
        if id not in self.engine.estate.things:
            return ""
        realm = self._realms.of.get(id, model.ANYWHERE)
        split = any(realm in pair for pair in self._realms.apart)
        return self._realms.names[realm] if split else "cluster"

    def fill(self, pattern: str, id: str) -> str:
        """Put the name and the namespace of a thing into a pattern: `{target}`, `{namespace}`."""
        thing = self.engine.estate.things.get(id)
        if thing is None:
            return pattern
        inside = thing.name if thing.resource == "namespaces" else thing.namespace
        return pattern.replace("{target}", thing.name).replace("{namespace}", inside)


def access(graph: Graph, unread: Sequence[str] = ()) -> KubernetesAccess:
    """Return who may do what in the clusters of a graph; `unread`: why there may be roles and bindings besides."""
    return KubernetesAccess(graph, unread)
