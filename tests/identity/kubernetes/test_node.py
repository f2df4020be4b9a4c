"""What nodes may do by themselves: the Node authorizer, by the pods that are bound to them."""

from __future__ import annotations

import pytest

from bartizan.core.access import Verdict
from bartizan.identity.kubernetes.estate import Estate, Node, Pod
from tests.identity.kubernetes.making import asked

ESTATE = Estate(
    nodes=(Node(id="Node/n1", name="n1"), Node(id="Node/n2", name="n2")),
    pods=(
        Pod(
            id="shop/Pod/web",
            name="web",
            namespace="shop",
            account="web",
            node="n1",
            refers={"secrets": ("db",), "configmaps": ("settings",)},
        ),
        Pod(id="ops/Pod/ci", name="ci", namespace="ops", account="ci", refers={"secrets": ("keys",)}),
    ),
)


@pytest.mark.parametrize(
    ("action", "target", "verdict"),
    [
        ("get core/secrets", "shop/secrets/db", Verdict.ALLOW),
        ("get core/secrets", "shop/secrets/other", Verdict.DENY),
        ("list core/secrets", "shop/secrets/db", Verdict.DENY),
        ("update core/secrets", "shop/secrets/db", Verdict.DENY),
        ("get core/secrets", "ops/secrets/keys", Verdict.UNKNOWN),
        ("get core/configmaps", "shop/configmaps/settings", Verdict.ALLOW),
        ("create core/serviceaccounts/token", "shop/serviceaccounts/web", Verdict.ALLOW),
        ("create core/serviceaccounts/token", "shop/serviceaccounts/admin", Verdict.DENY),
        ("get core/pods", "shop/pods/web", Verdict.ALLOW),
        ("get core/pods", "shop/pods/other", Verdict.CONDITIONAL),
        ("delete core/pods", "shop/pods/web", Verdict.ALLOW),
        ("delete core/pods", "shop/pods/other", Verdict.DENY),
        ("create core/pods", "shop/*", Verdict.CONDITIONAL),
        ("create core/pods/exec", "shop/pods/web", Verdict.DENY),
        ("update core/nodes", "n1", Verdict.ALLOW),
        ("update core/nodes", "n2", Verdict.DENY),
        ("delete core/nodes", "n1", Verdict.DENY),
        ("update coordination.k8s.io/leases", "kube-node-lease/leases/n1", Verdict.ALLOW),
        ("update coordination.k8s.io/leases", "kube-node-lease/leases/n2", Verdict.DENY),
        ("create certificates.k8s.io/certificatesigningrequests", "*", Verdict.ALLOW),
        ("get rbac.authorization.k8s.io/clusterroles", "admin", Verdict.DENY),
    ],
)
@pytest.mark.parametrize("actor", ["Node/n1", "system:node:n1"])
def test_a_node_may_do_what_its_pods_need(actor: str, action: str, target: str, verdict: Verdict) -> None:
    assert asked(ESTATE, action, target, actor=actor).verdict is verdict


def test_another_node_has_nothing_of_these_pods() -> None:
    assert asked(ESTATE, "get core/secrets", "shop/secrets/db", actor="Node/n2").verdict is Verdict.DENY
