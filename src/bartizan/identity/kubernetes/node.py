"""What a node may do: the Node authorizer, by the pods that are bound to it.

Source: kubernetes.io/docs/reference/access-authn-authz/node, with the limits that the admission plugin NodeRestriction
puts on writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bartizan.core.access import Residual
from bartizan.core.truth import Truth
from bartizan.identity.hole import equal
from bartizan.identity.kubernetes.defaults import default_roles
from bartizan.identity.kubernetes.estate import Estate, Pod
from bartizan.identity.kubernetes.identity import Identity
from bartizan.identity.kubernetes.matching import NOT, Cover, covers
from bartizan.identity.kubernetes.request import ALL, Request

OLDER = Residual(says="the API server does not limit what nodes read to what is theirs (before 1.32)", key="version")
MIRROR = Residual(says="it is a mirror pod, bound to the node itself", key="pod")
_READS = frozenset({"get", "list", "watch"})


def allowed(identity: Identity, request: Request, estate: Estate) -> Cover:
    """Judge what a node asks for by itself, whatever is bound to it."""
    if request.url or request.group not in ("", "coordination.k8s.io", "storage.k8s.io"):
        return _general(request)
    if request.path in ("secrets", "configmaps", "persistentvolumeclaims"):
        return _referred(identity, request, estate) if request.verb in _READS else NOT
    if request.path == "serviceaccounts/token":
        own = _of_pods(_bound(identity, request, estate), lambda pod: _named(pod.account, request))
        return own if request.verb == "create" else NOT
    if request.path in ("leases", "csinodes"):
        return _general(request) if request.name in (None, identity.node) else NOT
    if request.path in ("nodes", "nodes/status"):
        return _itself(identity, request)
    if request.resource == "pods":
        return _pods(identity, request, estate)
    return _general(request)


def _general(request: Request) -> Cover:
    """Judge by the rules of the role system:node, which the authorizer applies to what it does not limit."""
    rules = next(role.rules for role in default_roles() if role.name == "system:node")
    found = [covers(rule, request) for rule in rules]
    return max(found, key=lambda cover: cover.truth, default=NOT)


def _itself(identity: Identity, request: Request) -> Cover:
    general = _general(request)
    if general.truth is Truth.NO or request.name in (None, identity.node):
        return general
    return Cover(Truth.UNKNOWN, OLDER) if request.verb in _READS else NOT


def _pods(identity: Identity, request: Request, estate: Estate) -> Cover:
    general = _general(request)
    if general.truth is Truth.NO:
        return NOT
    if request.verb == "create" and not request.subresource:
        return Cover(Truth.UNKNOWN, MIRROR)
    own = _of_pods(_bound(identity, request, estate), lambda pod: _named(pod.name, request))
    return own if own.truth is not Truth.NO or request.verb not in _READS else Cover(Truth.UNKNOWN, OLDER)


def _referred(identity: Identity, request: Request, estate: Estate) -> Cover:
    """Judge the reading of what pods on the node refer to, which must be named."""

    def refers(pod: Pod) -> Truth:
        names = pod.refers.get(request.resource, ())
        held = max((_named(name, request) for name in names), default=Truth.NO)
        return Truth.UNKNOWN if held is Truth.NO and pod.more else held

    if request.verb != "get" and not request.selects:
        return NOT
    return _of_pods(_bound(identity, request, estate), refers)


def _bound(identity: Identity, request: Request, estate: Estate) -> Iterable[tuple[Pod, Truth]]:
    """Yield the pods of the namespace that is asked about, and whether they are on the node."""
    for pod in estate.pods:
        near = estate.together(pod.realm, identity.realm) and estate.together(pod.realm, request.realm)
        inside = request.namespace in ("?", ALL) or equal(pod.namespace, request.namespace) is not Truth.NO
        on_it = Truth.UNKNOWN if not pod.node else equal(pod.node, identity.node)
        if near and inside and on_it is not Truth.NO:
            yield pod, on_it


def _of_pods(pods: Iterable[tuple[Pod, Truth]], fits: Callable[[Pod], Truth]) -> Cover:
    held = Truth.NO
    for pod, on_it in pods:
        held = max(held, min(on_it, fits(pod)))
    unseen = "which pods run on the node, or what they refer to, was not seen"
    return Cover(held, unseen=unseen) if held is Truth.UNKNOWN else Cover(held)


def _named(name: str, request: Request) -> Truth:
    if request.name is None:
        return Truth.NO
    return Truth.UNKNOWN if ALL in request.name else equal(name, request.name)
