"""Requests: what is asked of the API server, read from an action and a target as people write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bartizan.identity.hole import OPEN, hole, shown
from bartizan.identity.kubernetes.estate import ANYWHERE, Thing
from bartizan.identity.kubernetes.objects import CONTROLLERS, GLOBAL, GROUPS, RESOURCES

ALL = "*"
SOME = "?"
"""As a namespace: any one will do, for what is acted on is reached from each of them."""
FORM = "write it as `get core/pods`, `create core/pods/exec` or `get /metrics`"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request, in the terms of the API server's authorizers."""

    verb: str
    group: str = ""
    resource: str = ""
    subresource: str = ""
    namespace: str = ""
    """Empty: outside of namespaces, or across all of them; `*`: each of them; `?`: any one of them."""
    name: str | None = None
    """None: the request names no object; with `*`: each that fits."""
    selects: bool = True
    """Whether a list or watch picks the object by `fieldSelector`, without which it has no name."""
    url: str = ""
    """A path that is no resource; then nothing above but the verb counts."""
    realm: int = ANYWHERE

    @property
    def path(self) -> str:
        """Return the resource as rules write it: `pods`, `pods/exec`."""
        return f"{self.resource}/{self.subresource}" if self.subresource else self.resource

    def __str__(self) -> str:
        if self.url:
            return f"{self.verb} {self.url}"
        where = {"": "", ALL: " in every namespace", SOME: " in some namespace"}.get(
            self.namespace, f" in namespace {shown(self.namespace)}"
        )
        named = f" {shown(self.name)}" if self.name and self.name != ALL else ""
        return f"{self.verb} {self.group or 'core'}/{self.path}{named}{where}"


def read_action(action: str) -> Request | str:
    """Return the request an action is of, without a target; or why it is none."""
    verb, _, path = action.strip().partition(" ")
    path = path.strip()
    if not verb or not path or " " in path:
        return f"`{action}` is not an action of Kubernetes: {FORM}"
    if path.startswith("/"):
        return Request(verb=verb, url=path)
    words = path.split("/")
    if words[0] in GROUPS or "." in words[0]:
        group, words = "" if words[0] == "core" else words[0], words[1:]
    else:
        group = ""
    if not words or len(words) > 2 or not all(words):
        return f"`{action}` names no resource: {FORM}"
    return Request(verb=verb, group=group, resource=words[0], subresource=words[1] if len(words) > 1 else "")


def requested(
    action: str, target: str, things: Mapping[str, Thing], given: Mapping[str, str | tuple[str, ...]]
) -> Request | str:
    """Return the request that is asked about, or why there is none."""
    request = read_action(action)
    if isinstance(request, str) or request.url:
        return request
    thing = things.get(target)
    request = _upon(request, thing) if thing is not None else _called(request, target)
    return _named(request, given)


def _upon(request: Request, thing: Thing) -> Request:
    """Ask about an object: itself, its pods, or what the action names in the namespace of it."""
    request = replace(request, realm=thing.realm)
    if request.resource in (thing.resource, ALL):
        namespace = thing.name if thing.resource == "namespaces" else thing.namespace
        return replace(request, namespace=namespace, name=thing.name)
    if request.resource in GLOBAL:
        return replace(request, namespace="", name=ALL)
    if request.resource == "pods" and thing.resource in CONTROLLERS:
        return replace(request, namespace=thing.namespace, name=pod_of(thing.name))
    inside = thing.name if thing.resource == "namespaces" else thing.namespace or SOME
    return replace(request, namespace=inside, name=ALL)


def pod_of(controller: str) -> str:
    """Return the name of a pod that a controller makes: its own, and an ending that the cluster makes up."""
    return f"{controller}-{hole(f'suffix of {shown(controller)}')}"


def _called(request: Request, target: str) -> Request:
    """Ask about what a text names: `shop/secrets/db`, `shop/*`, `nodes/n1`, `user:ann`, `*`."""
    if request.resource in GLOBAL:
        return _outside(request, target)
    words = target.split("//", 1)[-1].split("/")
    if target in ("", ALL):
        return replace(request, namespace=target, name=ALL)
    if len(words) == 1:
        return replace(request, namespace=words[0], name=ALL)
    if len(words) == 2 and words[0] == request.resource:
        return replace(request, namespace=ALL, name=words[1])
    return replace(request, namespace=words[0], name=words[-1])


def _outside(request: Request, target: str) -> Request:
    """Read the name of what is outside of namespaces. `shop/clusterroles/admin` asks within one all the same.

    So the API server does for `bind`: a cluster role may be bound in one namespace only.
    """
    words = target.split("/")
    if len(words) == 3 and words[1] == request.resource:
        return replace(request, namespace=words[0], name=words[2])
    kind = target.split("//", 1)[-1].split("/", 1)
    for prefix in (f"{request.resource}/", "user:", "group:"):
        target = target.removeprefix(prefix)
    if len(kind) == 2 and RESOURCES.get(kind[0], ("", ""))[1] == request.resource:
        target = kind[1]
    namespace = target if request.resource == "namespaces" and target != ALL else ""
    return replace(request, namespace=namespace, name=target or ALL)


def _named(request: Request, given: Mapping[str, str | tuple[str, ...]]) -> Request:
    """Take the name away where such a request has none: what is made has no name yet when it is authorized.

    Source: `resourceNames` in the documentation of RBAC; `RequestInfoFactory` of the API server.
    """
    if request.verb == "deletecollection" or (request.verb == "create" and not request.subresource):
        standing = request.resource in ("users", "groups", "uids", "userextras", "signers")
        return request if standing else replace(request, name=None)
    if request.verb in ("list", "watch") and request.name != ALL:
        return replace(request, selects="fieldselector" in given)
    return request


def open_ended(text: str | None) -> bool:
    """Tell whether a text of a request stands for several."""
    return text is not None and (ALL in text or OPEN in text)
