"""Makes small estates: rules, roles and bindings in one line each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bartizan.core.access import Decision, Question
from bartizan.identity.kubernetes.access import ClusterAccess
from bartizan.identity.kubernetes.defaults import subject_of
from bartizan.identity.kubernetes.estate import Account, Binding, Estate, Role, Rule, Thing

WEB = "shop/ServiceAccount/web"


def rule(verbs: str, resources: str, *, groups: str = "core", names: str = "") -> Rule:
    spelled = tuple("" if group == "core" else group for group in groups.split())
    return Rule(
        verbs=tuple(verbs.split()), groups=spelled, resources=tuple(resources.split()), names=tuple(names.split())
    )


def paths(verbs: str, urls: str) -> Rule:
    return Rule(verbs=tuple(verbs.split()), urls=tuple(urls.split()))


def role(name: str, *rules: Rule, namespace: str = "", **more: Any) -> Role:
    id = f"{namespace}/Role/{name}" if namespace else f"ClusterRole/{name}"
    return Role(id=id, name=name, namespace=namespace, rules=rules, **more)


def bound(name: str, *subjects: str, to: str = "", namespace: str = "", more: str = "", realm: int = 0) -> Binding:
    kind, _, given = (to or f"ClusterRole/{name}").rpartition("/")
    id = f"{namespace}/RoleBinding/{name}" if namespace else f"ClusterRoleBinding/{name}"
    return Binding(
        id=id,
        name=name,
        namespace=namespace,
        role=given,
        role_kind=kind,
        subjects=tuple(map(subject_of, subjects)),
        more=more,
        realm=realm,
    )


def account(name: str = "web", namespace: str = "shop", realm: int = 0) -> Account:
    return Account(id=f"{namespace}/ServiceAccount/{name}", name=name, namespace=namespace, realm=realm)


def thing(resource: str, name: str, namespace: str = "shop", group: str = "", realm: int = 0) -> Thing:
    return Thing(group=group, resource=resource, namespace=namespace, name=name, realm=realm)


def one(*rules: Rule, namespace: str = "shop", **more: Any) -> Estate:
    """Return an estate in which `shop/web` has one role: in its namespace, or with none in the whole cluster."""
    given = role("given", *rules, namespace=namespace)
    kind = "Role" if namespace else "ClusterRole"
    binding = bound("given", "ServiceAccount/shop/web", to=f"{kind}/given", namespace=namespace)
    return Estate(roles=(given,), bindings=(binding,), accounts=(account(),), **more)


def asked(
    estate: Estate, action: str, target: str = "*", actor: str = WEB, given: Mapping[str, str] | None = None
) -> Decision:
    return ClusterAccess(estate).can(Question(actor=actor, action=action, target=target, given=given or {}))
