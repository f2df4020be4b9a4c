"""Who an actor is to the API server: users, groups, service accounts, nodes, nobody."""

from __future__ import annotations

import pytest

from bartizan.core.access import Verdict
from bartizan.identity.hole import hole
from bartizan.identity.kubernetes.estate import Estate
from tests.identity.kubernetes.making import account, asked, bound, role, rule


def given_to(*subjects: str, namespace: str = "") -> Estate:
    binding = bound("readers", *subjects, to="ClusterRole/reader", namespace=namespace)
    return Estate(roles=(role("reader", rule("get", "pods")),), bindings=(binding,), accounts=(account(),))


@pytest.mark.parametrize(
    "subject",
    [
        "ServiceAccount/shop/web",
        "User/system:serviceaccount:shop:web",
        "Group/system:serviceaccounts",
        "Group/system:serviceaccounts:shop",
        "Group/system:authenticated",
    ],
)
@pytest.mark.parametrize(
    "actor",
    [
        "shop/ServiceAccount/web",
        "kubernetes.io/serviceaccount/shop/web",
        "system:serviceaccount:shop:web",
        "user:system:serviceaccount:shop:web",
    ],
)
def test_a_service_account_is_a_user_in_groups(actor: str, subject: str) -> None:
    assert asked(given_to(subject), "get core/pods", actor=actor).verdict is Verdict.ALLOW


@pytest.mark.parametrize(
    "subject",
    ["ServiceAccount/ops/web", "ServiceAccount/shop/we", "Group/system:serviceaccounts:ops", "User/web", "Robot/web"],
)
def test_another_subject_is_not_the_account(subject: str) -> None:
    assert asked(given_to(subject), "get core/pods").verdict is Verdict.DENY


def test_a_subject_without_namespace_is_of_the_bindings_own() -> None:
    assert asked(given_to("ServiceAccount/web", namespace="shop"), "get pods", "shop/*").verdict is Verdict.ALLOW
    assert asked(given_to("ServiceAccount/web"), "get pods").verdict is Verdict.DENY


def test_the_groups_of_a_person_are_not_known() -> None:
    estate = given_to("Group/devs")

    assert asked(estate, "get core/pods", actor="user:ann").verdict is Verdict.UNKNOWN
    assert asked(estate, "get core/pods", actor="group:devs").verdict is Verdict.ALLOW
    assert asked(estate, "get core/pods", actor="user:ann", given={"groups": "devs"}).verdict is Verdict.ALLOW
    assert asked(estate, "get core/pods", actor="user:ann", given={"groups": "ops"}).verdict is Verdict.DENY


def test_groups_of_the_system_are_not_open_to_persons() -> None:
    assert asked(given_to("Group/system:nodes"), "get core/pods", actor="user:ann").verdict is Verdict.DENY


@pytest.mark.parametrize("actor", ["system:masters", "group:system:masters"])
def test_masters_may_do_everything_without_a_binding(actor: str) -> None:
    decision = asked(Estate(), "delete anything.example/things", "x", actor=actor)

    assert decision.verdict is Verdict.ALLOW
    assert decision.clauses[0].stage == "built into the API server"


def test_who_has_not_said_who_they_are_is_in_a_group_of_its_own() -> None:
    estate = given_to("Group/system:unauthenticated")

    assert asked(estate, "get core/pods", actor="anonymous").verdict is Verdict.ALLOW
    assert asked(estate, "get core/pods").verdict is Verdict.DENY
    assert asked(given_to("Group/system:authenticated"), "get core/pods", actor="anonymous").verdict is Verdict.DENY


def test_an_account_that_was_not_read_is_known_by_its_path() -> None:
    estate = given_to("ServiceAccount/ops/ci")

    assert asked(estate, "get core/pods", actor="ops/ServiceAccount/ci").verdict is Verdict.ALLOW


def test_a_subject_with_a_hole_may_be_anybody() -> None:
    estate = given_to(f"ServiceAccount/shop/{hole('name')}")

    assert asked(estate, "get core/pods").verdict is Verdict.UNKNOWN
    assert asked(estate, "get core/pods", actor="ops/ServiceAccount/ci").verdict is Verdict.DENY
