"""Identities: the user name and the groups that the API server knows an actor by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bartizan.core.truth import Truth
from bartizan.identity.kubernetes.estate import ANYWHERE, Account, Estate, Node, Pod

AUTHENTICATED = "system:authenticated"
UNAUTHENTICATED = "system:unauthenticated"
MASTERS = "system:masters"
NODES = "system:nodes"
ACCOUNTS = "system:serviceaccounts"
ACCOUNT_USER = "system:serviceaccount:"
NODE_USER = "system:node:"
PATH = "kubernetes.io/serviceaccount/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who asks. Source: kubernetes.io/docs/reference/access-authn-authz/authentication."""

    user: str = ""
    """User name; empty for whoever is in a group."""
    groups: tuple[str, ...] = ()
    account: tuple[str, str] | None = None
    """Namespace and name, of a service account."""
    node: str = ""
    acts: Truth = Truth.YES
    """Whether it can act at all: a pod without a token can not."""
    why: str = ""
    """Why it may not be able to act."""
    outside: bool = False
    """A person: which groups she is in is known to the identity provider alone."""
    realm: int = ANYWHERE


@dataclass(frozen=True, slots=True)
class Identities:
    """Finds who is meant by an id, a user name or a path."""

    accounts: Mapping[str, Account]
    pods: Mapping[str, Pod]
    nodes: Mapping[str, Node]

    def of(self, actor: str, given: Mapping[str, str | tuple[str, ...]]) -> Identity | str:
        """Return who an actor is, or why that cannot be told."""
        if actor in self.accounts:
            account = self.accounts[actor]
            return as_account(account.namespace, account.name, account.realm)
        if actor in self.pods:
            return _as_pod(self.pods[actor])
        if actor in self.nodes:
            return as_node(self.nodes[actor].name, self.nodes[actor].realm)
        return _called(actor, given)


def identities(estate: Estate) -> Identities:
    """Return the identities of an estate."""
    return Identities(
        {account.id: account for account in estate.accounts},
        {pod.id: pod for pod in estate.pods},
        {node.id: node for node in estate.nodes},
    )


def as_account(namespace: str, name: str, realm: int = ANYWHERE) -> Identity:
    """Return the identity of a service account."""
    return Identity(
        user=f"{ACCOUNT_USER}{namespace}:{name}",
        groups=(ACCOUNTS, f"{ACCOUNTS}:{namespace}", AUTHENTICATED),
        account=(namespace, name),
        realm=realm,
    )


def as_node(name: str, realm: int = ANYWHERE) -> Identity:
    """Return the identity of a node's kubelet."""
    return Identity(user=f"{NODE_USER}{name}", groups=(NODES, AUTHENTICATED), node=name, realm=realm)


def _as_pod(pod: Pod) -> Identity:
    account = as_account(pod.namespace, pod.account, pod.realm)
    if pod.mounts_token is Truth.YES:
        return account
    known = pod.mounts_token is Truth.NO
    why = "no token is mounted into it" if known else "whether a token is mounted into it was not seen"
    return replace(account, acts=pod.mounts_token, why=why)


def _called(actor: str, given: Mapping[str, str | tuple[str, ...]]) -> Identity | str:
    """Read a name: `user:ann`, `group:devs`, `system:serviceaccount:shop:web`, `anonymous`."""
    if actor in ("anonymous", "system:anonymous", "user:system:anonymous"):
        return Identity(user="system:anonymous", groups=(UNAUTHENTICATED,))
    plain = actor.removeprefix("user:")
    if plain.startswith(ACCOUNT_USER) or actor.startswith(PATH):
        words = actor.removeprefix(PATH).split("/") if actor.startswith(PATH) else plain.split(":")[2:]
        if len(words) == 2 and all(words):
            return as_account(words[0], words[1])
        return f"{actor} names no service account: write system:serviceaccount:NAMESPACE:NAME"
    if plain.startswith(NODE_USER):
        return as_node(plain.removeprefix(NODE_USER))
    if actor.startswith("group:") or actor in (MASTERS, NODES, UNAUTHENTICATED, AUTHENTICATED):
        return _as_group(actor.removeprefix("group:"))
    if actor.startswith(("user:", "system:")):
        return _as_user(plain, given)
    path = actor.rpartition("//")[2].split("/")
    if len(path) == 3 and path[1] == "ServiceAccount":
        return as_account(path[0].rpartition(":")[2], path[2])
    return f"{actor} is nobody who was read: name a service account, `user:NAME`, `group:NAME` or `anonymous`"


def _as_group(name: str) -> Identity:
    return Identity(groups=(name,) if name in (UNAUTHENTICATED, AUTHENTICATED) else (name, AUTHENTICATED))


def _as_user(name: str, given: Mapping[str, str | tuple[str, ...]]) -> Identity:
    """Return a person, or a component of the cluster; the groups of a person are known if the question names them."""
    groups = given.get("groups")
    named: Iterable[str] = () if groups is None else (groups,) if isinstance(groups, str) else groups
    outside = groups is None and not name.startswith("system:")
    return Identity(user=name, groups=(*named, AUTHENTICATED), outside=outside)
