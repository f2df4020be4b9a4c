"""All that somebody may do in a cluster: the rules that are given to it, as verbs on resources per namespace."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bartizan.core.access import Clause
from bartizan.core.answer import Cited, Rights
from bartizan.core.answer import Right as Told
from bartizan.core.truth import Truth
from bartizan.identity.hole import OPEN, shown
from bartizan.identity.kubernetes.estate import Rule
from bartizan.identity.kubernetes.identity import MASTERS, Identity
from bartizan.identity.kubernetes.objects import RBAC
from bartizan.identity.kubernetes.request import ALL, Request

if TYPE_CHECKING:
    from bartizan.identity.kubernetes.access import ClusterAccess, Right

READ = ("get", "list", "watch")
WRITE = ("create", "update", "patch", "delete", "deletecollection")
LEVELS = ("permissions", "write", "read")
"""Most dangerous first."""
GRANTING = {
    "roles": ("escalate", "bind"),
    "clusterroles": ("escalate", "bind"),
    "users": ("impersonate",),
    "groups": ("impersonate",),
    "serviceaccounts": ("impersonate",),
    "uids": ("impersonate",),
    "userextras": ("impersonate",),
    "signers": ("approve", "sign"),
}
"""Verbs that a `*` stands for besides the usual ones, by resource."""
GRANTING_ALL = {
    ALL: ("escalate", "bind", "impersonate"),
    RBAC: ("escalate", "bind"),
    "": ("impersonate",),
    "authentication.k8s.io": ("impersonate",),
    "certificates.k8s.io": ("approve", "sign"),
}
"""The same for all resources of an API group."""
STANDING = frozenset({"users", "groups", "uids", "userextras", "signers"})
"""Resources that are no objects: nothing else can be done with them."""
TAKING_OVER = ("/exec", "/attach", "/portforward", "/ephemeralcontainers", "/proxy", "/token")
"""Subresources that give what runs there, or its identity, to whoever may use them, by whatever verb."""
RIGHTS = frozenset({"roles", "clusterroles", "rolebindings", "clusterrolebindings"})
Key = tuple[str, str, str, Truth, tuple[str, ...]]
"""API group, level, where, how certain, and what was not seen."""


def held(access: ClusterAccess, actor: str) -> Rights:
    """Return all that an actor may do. Never raises: who is nobody has nothing, with the reason as a note."""
    identity = access.identities.of(actor, {})
    if isinstance(identity, str):
        return Rights(id=actor, name=actor, kind="", rights=(), notes=(f"{identity}.",))
    if identity.acts is Truth.NO:
        why = f"It cannot act as its service account: {identity.why}."
        return Rights(id=actor, name=actor, kind="", rights=(), notes=(why,))
    cells: dict[Key, dict[str, Clause]] = defaultdict(dict)
    for right in access.rights(actor):
        for key, action, clause in _given(right, identity):
            cells[key].setdefault(action, clause)
    if MASTERS in identity.groups:
        clause = Clause(source=MASTERS, stage="built into the API server", via=(f"group {MASTERS}",))
        cells[ALL, "permissions", "the cluster", Truth.YES, ()]["* */*"] = clause
    sure = access.decide(identity, Request(verb=ALL, group=ALL, resource=ALL, namespace="", name=ALL))
    return Rights(
        id=actor,
        name=identity.user or actor,
        kind="",
        rights=tuple(_told(cells)),
        admin=() if sure.truth is Truth.YES else None,
        notes=tuple(_notes(access, actor, identity)),
    )


def _notes(access: ClusterAccess, actor: str, identity: Identity) -> Iterator[str]:
    for why in (*access.doubts(identity), *access.estate.unread):
        yield f"It may have more: {shown(why)}."
    if identity.outside:
        yield f"It may have more: which groups {shown(actor)} is in is known to the identity provider only."
    if identity.node:
        yield "The node authorizer lets it read what the pods on it need besides, and change itself and those pods."


def _given(right: Right, identity: Identity) -> Iterator[tuple[Key, str, Clause]]:
    """Yield each action of a rule, with what it is told together with."""
    binding, rule = right.bound.binding, right.part.rule
    parts = (right.bound.held, right.part.held, identity.acts)
    unseen = [right.bound.unseen] if right.bound.held is Truth.UNKNOWN else []
    unseen += [f"whether {right.part.role} is gathered into {right.role.id}"] if parts[1] is Truth.UNKNOWN else []
    unseen += [identity.why] if identity.acts is Truth.UNKNOWN else []
    via = (*right.bound.via, binding.id, *((right.role.id,) if right.role.id != right.part.role else ()))
    stage = "role binding" if binding.namespace else "cluster role binding"
    held = min(parts)
    clause = Clause(
        source=right.part.role, attribute="rules", number=right.part.number, stage=stage, held=held, via=via
    )
    for group, level, where, action in _actions(rule, binding.namespace):
        hidden = [*unseen, "a part of the rule was not seen"] if OPEN in action else unseen
        truth = Truth.UNKNOWN if hidden else held
        yield (group, level, where, truth, tuple(map(shown, filter(None, hidden)))), shown(action), clause


def _actions(rule: Rule, namespace: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield group, level, where and action of all that a rule says."""
    for url in rule.urls if not namespace else ():
        for verb in rule.verbs:
            level = "read" if verb in READ else "write"
            yield "paths of the API", level, "the API server", f"{verb} {url}"
    where = f"namespace {shown(namespace)}" if namespace else "the cluster, every namespace"
    for group in rule.groups:
        for resource in rule.resources:
            places = [f"{name} in {where}" for name in map(shown, rule.names)] or [where]
            for verb in _verbs(rule.verbs, group, resource):
                for place in places:
                    action = f"{verb} {group or 'core'}/{resource}"
                    yield shown(group) or "core", _level(verb, group, resource), place, action


def _verbs(verbs: tuple[str, ...], group: str, resource: str) -> Iterator[str]:
    """Yield the verbs of a rule, those one by one that a `*` stands for."""
    if ALL not in verbs:
        yield from verbs
        return
    if resource not in STANDING:
        yield from (*READ, *WRITE)
    yield from GRANTING_ALL.get(group, ()) if resource == ALL else GRANTING.get(resource, ())


def _level(verb: str, group: str, resource: str) -> str:
    if verb in ("escalate", "bind", "impersonate", "approve", "sign"):
        return "permissions"
    if resource in RIGHTS and group in (RBAC, ALL) and verb not in READ:
        return "permissions"
    return "read" if verb in READ and not resource.endswith(TAKING_OVER) else "write"


def _told(cells: dict[Key, dict[str, Clause]]) -> Iterator[Told]:
    """Yield rights, group by group, the most dangerous first; the same actions in several places once."""
    alike: dict[tuple[str, str, Truth, tuple[str, ...], tuple[str, ...]], list[str]] = defaultdict(list)
    for key, found in cells.items():
        group, level, where, truth, unseen = key
        names = tuple(sorted(found, key=_danger))
        alike[group, level, truth, unseen, names].append(where)
    for (group, level, truth, unseen, names), places in sorted(alike.items(), key=_order):
        given = (cells[group, level, place, truth, unseen] for place in places)
        clauses = dict.fromkeys(clause for found in given for clause in found.values())
        yield Told(
            service=group,
            level=level,
            actions=names,
            resources=tuple(sorted(places)),
            truth=truth,
            unknowns=unseen,
            cited=tuple(Cited(clause=clause) for clause in clauses),
        )


def _danger(action: str) -> tuple[bool, str, str]:
    verb, _, path = action.partition(" ")
    return not path.endswith(TAKING_OVER), path, verb


def _order(item: tuple[tuple[str, str, Truth, tuple[str, ...], tuple[str, ...]], list[str]]) -> tuple[object, ...]:
    (group, level, truth, _, _), places = item
    return group, LEVELS.index(level), -truth, places
