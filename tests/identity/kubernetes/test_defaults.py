"""The default policy: what every cluster has without declaring it."""

from __future__ import annotations

import pytest

from bartizan.core.access import Verdict
from bartizan.identity.kubernetes.defaults import default_bindings, default_roles
from bartizan.identity.kubernetes.estate import Estate, Role
from tests.identity.kubernetes.making import account, asked, bound, role, rule


def has(name: str, namespace: str = "shop", *more: Role) -> Estate:
    binding = bound("given", "ServiceAccount/shop/web", to=f"ClusterRole/{name}", namespace=namespace)
    return Estate(bindings=(binding,), accounts=(account(),), roles=more)


@pytest.mark.parametrize(
    ("name", "action", "allowed"),
    [
        ("cluster-admin", "delete anything.example/things", True),
        ("admin", "create rbac.authorization.k8s.io/rolebindings", True),
        ("admin", "bind rbac.authorization.k8s.io/roles", False),
        ("admin", "create core/pods/exec", True),
        ("admin", "get core/pods/log", True),
        ("admin", "update core/resourcequotas", False),
        ("edit", "create rbac.authorization.k8s.io/rolebindings", False),
        ("edit", "get core/secrets", True),
        ("edit", "impersonate core/serviceaccounts", True),
        ("edit", "create core/serviceaccounts/token", True),
        ("edit", "update core/endpoints", False),
        ("view", "get core/pods", True),
        ("view", "get core/secrets", False),
        ("view", "create core/pods", False),
        ("view", "get rbac.authorization.k8s.io/roles", False),
    ],
)
def test_default_roles_allow_what_is_published(name: str, action: str, allowed: bool) -> None:
    assert asked(has(name), action, "shop/*").verdict is (Verdict.ALLOW if allowed else Verdict.DENY)


def test_a_declared_role_takes_the_place_of_the_default_one() -> None:
    estate = has("view", "shop", role("view", rule("get", "nodes")))

    assert asked(estate, "get core/pods", "shop/*").verdict is Verdict.DENY


def test_a_declared_role_is_gathered_into_a_default_one() -> None:
    extra = role(
        "backups",
        rule("get", "backups", groups="example.com"),
        labels={"rbac.authorization.k8s.io/aggregate-to-view": "true"},
    )

    for name in ("view", "edit", "admin"):
        assert asked(has(name, "shop", extra), "get example.com/backups", "shop/*").verdict is Verdict.ALLOW


@pytest.mark.parametrize(
    ("actor", "action", "allowed"),
    [
        ("user:ann", "get /api", True),
        ("anonymous", "get /version", True),
        ("anonymous", "get /api", False),
        ("user:ann", "create authorization.k8s.io/selfsubjectaccessreviews", True),
        ("shop/ServiceAccount/web", "get /openid/v1/jwks", True),
        ("user:ann", "get /openid/v1/jwks", False),
        ("system:kube-controller-manager", "create core/serviceaccounts/token", True),
        ("system:kube-scheduler", "create core/pods/binding", True),
        (
            "kube-system/ServiceAccount/clusterrole-aggregation-controller",
            "escalate rbac.authorization.k8s.io/clusterroles",
            True,
        ),
        ("kube-system/ServiceAccount/generic-garbage-collector", "delete example.com/things", True),
        ("kube-system/ServiceAccount/job-controller", "get core/secrets", False),
    ],
)
def test_default_bindings_count_without_being_declared(actor: str, action: str, allowed: bool) -> None:
    decision = asked(Estate(), action, "*", actor=actor)

    assert decision.verdict is (Verdict.ALLOW if allowed else Verdict.DENY)


def test_a_declared_binding_takes_the_place_of_the_default_one() -> None:
    estate = Estate(bindings=(bound("system:discovery", "Group/ops"),))

    assert asked(estate, "get /api", actor="system:kube-proxy").verdict is Verdict.DENY


def test_every_default_binding_gives_a_default_role() -> None:
    names = {each.name for each in default_roles()}

    assert len(names) == len(default_roles())
    assert {each.role for each in default_bindings()} <= names
    assert all(each.rules or each.selectors for each in default_roles())
