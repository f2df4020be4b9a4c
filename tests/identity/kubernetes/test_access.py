"""Decisions: what roles and bindings allow, by the documentation of Kubernetes."""

from __future__ import annotations

import pytest

from bartizan.core.access import Question, Verdict
from bartizan.core.truth import Truth
from bartizan.identity.hole import hole
from bartizan.identity.kubernetes.access import ClusterAccess
from bartizan.identity.kubernetes.estate import Estate, Pod, Selector
from tests.identity.kubernetes.making import WEB, account, asked, bound, one, paths, role, rule, thing


@pytest.mark.parametrize(
    ("verbs", "resources", "groups", "action", "allowed"),
    [
        ("get", "pods", "core", "get core/pods", True),
        ("get", "pods", "core", "get pods", True),
        ("get", "pods", "core", "list core/pods", False),
        ("*", "pods", "core", "escalate core/pods", True),
        ("get", "pods", "core", "get core/pods/log", False),
        ("get", "pods/log", "core", "get core/pods/log", True),
        ("get", "pods/log", "core", "get core/pods", False),
        ("create", "*", "core", "create core/pods/exec", True),
        ("update", "*/scale", "apps", "update apps/deployments/scale", True),
        ("update", "*/scale", "apps", "update apps/deployments", False),
        ("update", "deployments/*", "apps", "update apps/deployments/scale", False),
        ("get", "deployments", "apps", "get extensions/deployments", False),
        ("get", "deployments", "*", "get extensions/deployments", True),
        ("get", "pods", "apps", "get core/pods", False),
        ("GET", "pods", "core", "get core/pods", False),
        ("create", "serviceaccounts/token", "core", "create serviceaccounts/token", True),
        (
            "impersonate",
            "userextras/scopes",
            "authentication.k8s.io",
            "impersonate authentication.k8s.io/userextras/scopes",
            True,
        ),
    ],
)
def test_a_rule_allows_its_verbs_on_its_resources(
    verbs: str, resources: str, groups: str, action: str, allowed: bool
) -> None:
    estate = one(rule(verbs, resources, groups=groups), namespace="")

    assert asked(estate, action).verdict is (Verdict.ALLOW if allowed else Verdict.DENY)


@pytest.mark.parametrize(
    ("action", "target", "verdict"),
    [
        ("get core/secrets", "shop/secrets/db", Verdict.ALLOW),
        ("get core/secrets", "shop/secrets/other", Verdict.DENY),
        ("get core/secrets", "shop/*", Verdict.CONDITIONAL),
        ("list core/secrets", "shop/secrets/db", Verdict.CONDITIONAL),
        ("list core/secrets", "shop/secrets/other", Verdict.DENY),
        ("create core/secrets", "shop/secrets/db", Verdict.DENY),
        ("deletecollection core/secrets", "shop/secrets/db", Verdict.DENY),
        ("delete core/secrets", "shop/secrets/db", Verdict.ALLOW),
    ],
)
def test_names_limit_what_has_a_name_when_it_is_authorized(action: str, target: str, verdict: Verdict) -> None:
    estate = one(rule("*", "secrets", names="db"))

    assert asked(estate, action, target).verdict is verdict


def test_a_list_that_selects_its_object_is_covered_by_the_name() -> None:
    estate = one(rule("list", "secrets", names="db"))

    decision = asked(estate, "list core/secrets", "shop/secrets/db", given={"fieldselector": "metadata.name=db"})

    assert decision.verdict is Verdict.ALLOW


def test_a_subresource_that_is_created_has_the_name_of_its_object() -> None:
    estate = one(rule("create", "pods/exec", names="web"))

    assert asked(estate, "create core/pods/exec", "shop/pods/web").verdict is Verdict.ALLOW
    assert asked(estate, "create core/pods/exec", "shop/pods/db").verdict is Verdict.DENY


def test_a_role_binding_counts_in_its_own_namespace_only() -> None:
    cluster_role = role("reader", rule("get", "pods nodes"))
    binding = bound("readers", "ServiceAccount/shop/web", to="ClusterRole/reader", namespace="shop")
    estate = Estate(roles=(cluster_role,), bindings=(binding,), accounts=(account(),))

    assert asked(estate, "get core/pods", "shop/*").verdict is Verdict.ALLOW
    assert asked(estate, "get core/pods", "ops/*").verdict is Verdict.DENY
    assert asked(estate, "get core/nodes", "n1").verdict is Verdict.DENY


def test_everywhere_is_conditional_for_whom_one_namespace_is_given() -> None:
    decision = asked(one(rule("get", "pods")), "get core/pods", "*")

    assert decision.verdict is Verdict.CONDITIONAL
    assert decision.residuals[0].says == "the namespace is shop"


def test_a_namespace_is_read_within_itself() -> None:
    """The API server takes the name of a namespace as its namespace too, so that `view` shows one's own."""
    estate = one(rule("get", "namespaces"))

    assert asked(estate, "get core/namespaces", "shop").verdict is Verdict.ALLOW
    assert asked(estate, "get core/namespaces", "ops").verdict is Verdict.DENY


def test_a_role_of_another_namespace_cannot_be_given() -> None:
    estate = Estate(
        roles=(role("reader", rule("get", "pods"), namespace="ops"),),
        bindings=(bound("readers", "ServiceAccount/shop/web", to="Role/reader", namespace="shop"),),
        accounts=(account(),),
    )

    decision = asked(estate, "get core/pods", "shop/*")

    assert decision.verdict is Verdict.DENY
    assert "shop/RoleBinding/readers gives the Role reader, which does not exist: it grants nothing." in decision.why


def test_a_role_that_may_be_in_what_was_not_read_is_unknown() -> None:
    estate = Estate(
        bindings=(bound("readers", "ServiceAccount/shop/web"),), accounts=(account(),), unread=("a.yaml is broken",)
    )

    assert asked(estate, "get core/pods").verdict is Verdict.UNKNOWN


def test_a_decision_names_the_rule_and_the_binding() -> None:
    decision = asked(one(rule("get", "nodes"), rule("get", "pods")), "get core/pods", "shop/pods/web")

    clause = decision.clauses[0]
    assert (clause.source, clause.attribute, clause.number) == ("shop/Role/given", "rules", 1)
    assert clause.via == ("shop/RoleBinding/given",)
    assert decision.why == (
        "Rule 2 of shop/Role/given, given by shop/RoleBinding/given, allows to get core/pods web in namespace shop."
    )


def test_paths_are_given_by_cluster_role_bindings_alone() -> None:
    assert asked(one(paths("get", "/metrics"), namespace=""), "get /metrics").verdict is Verdict.ALLOW
    assert asked(one(paths("get", "/metrics"), namespace="shop"), "get /metrics").verdict is Verdict.DENY


@pytest.mark.parametrize(
    ("url", "asked_for", "allowed"),
    [
        ("/logs/*", "/logs/a/b", True),
        ("/logs/*", "/log", False),
        ("*", "/any", True),
        ("/a*", "/abc", True),
        ("/a", "/a/", False),
    ],
)
def test_a_path_may_end_in_a_star(url: str, asked_for: str, allowed: bool) -> None:
    decision = asked(one(paths("get", url), namespace=""), f"get {asked_for}")

    assert decision.verdict is (Verdict.ALLOW if allowed else Verdict.DENY)


def test_a_hole_in_a_rule_is_never_taken_for_yes_or_no() -> None:
    estate = one(rule(hole("verb"), "pods"))

    assert asked(estate, "get core/pods", "shop/*").verdict is Verdict.UNKNOWN
    assert asked(estate, "get core/secrets", "shop/*").verdict is Verdict.DENY


def test_a_binding_that_was_not_read_whole_is_unknown() -> None:
    estate = Estate(
        roles=(role("reader", rule("get", "pods")),),
        bindings=(bound("readers", more="a value is filled in later", to="ClusterRole/reader"),),
        accounts=(account(),),
    )

    decision = asked(estate, "get core/pods")

    assert decision.verdict is Verdict.UNKNOWN
    assert "a value is filled in later" in decision.why


def test_a_role_that_was_not_read_whole_is_unknown() -> None:
    estate = Estate(
        roles=(role("reader", more="its rules were not collected"),),
        bindings=(bound("readers", "ServiceAccount/shop/web", to="ClusterRole/reader"),),
        accounts=(account(),),
    )

    assert asked(estate, "get core/pods").verdict is Verdict.UNKNOWN


def test_who_is_of_another_cluster_is_refused() -> None:
    estate = Estate(
        roles=(role("all", rule("*", "*", groups="*"), realm=0),),
        bindings=(bound("all", "ServiceAccount/shop/web", realm=0),),
        accounts=(account(realm=0),),
        things={"dev": thing("secrets", "db", realm=0), "prod": thing("secrets", "db", realm=1)},
        apart=frozenset({(0, 1)}),
    )

    assert asked(estate, "get core/secrets", "dev").verdict is Verdict.ALLOW
    assert asked(estate, "get core/secrets", "prod").verdict is Verdict.DENY


def test_a_pod_acts_as_its_account_where_a_token_is_mounted() -> None:
    pods = tuple(
        Pod(id=f"pod-{held.name}", name="web", namespace="shop", account="web", mounts_token=held) for held in Truth
    )
    access = ClusterAccess(one(rule("get", "pods"), pods=pods))

    answers = [access.can(Question(actor=pod.id, action="get core/pods", target="shop/*")).truth for pod in pods]

    assert answers == list(Truth)


def test_the_pods_of_a_controller_are_asked_for_by_names_that_are_made_up() -> None:
    things = {"front": thing("deployments", "front", group="apps")}

    assert asked(one(rule("create", "pods/exec"), things=things), "create core/pods/exec", "front").truth is Truth.YES
    named = one(rule("create", "pods/exec", names="front-7f"), things=things)
    assert asked(named, "create core/pods/exec", "front").truth is Truth.UNKNOWN
    other = one(rule("create", "pods/exec", names="back-7f"), things=things)
    assert asked(other, "create core/pods/exec", "front").truth is Truth.NO


def test_a_signer_may_be_named_by_its_domain() -> None:
    estate = one(rule("approve", "signers", groups="certificates.k8s.io", names="kubernetes.io/*"), namespace="")

    allowed = asked(estate, "approve certificates.k8s.io/signers", "kubernetes.io/kube-apiserver-client")

    assert allowed.verdict is Verdict.ALLOW
    assert asked(estate, "approve certificates.k8s.io/signers", "example.com/a").verdict is Verdict.DENY


@pytest.mark.parametrize(
    "action", ["", "get", "get  ", "pods", "get a/b/c/d", "get core/", "get core", "get core/pods x"]
)
def test_what_is_no_action_is_unknown_with_what_to_write(action: str) -> None:
    decision = asked(one(rule("*", "*", groups="*")), action)

    assert decision.verdict is Verdict.UNKNOWN
    assert "write it as" in decision.why


def test_nobody_is_unknown_with_what_to_write() -> None:
    decision = asked(one(), "get core/pods", actor="who")

    assert decision.verdict is Verdict.UNKNOWN
    assert "user:NAME" in decision.why


def test_actors_are_accounts_and_whom_bindings_name() -> None:
    estate = Estate(
        accounts=(account(),),
        bindings=(bound("x", "User/ann", "Group/devs", "ServiceAccount/shop/web", "ServiceAccount/ops/ci"),),
    )

    actors = ClusterAccess(estate).actors()

    assert actors == (WEB, "user:ann", "group:devs", "kubernetes.io/serviceaccount/ops/ci")


def test_a_binding_of_the_cluster_cannot_give_a_role_of_a_namespace() -> None:
    estate = Estate(
        roles=(role("reader", rule("get", "pods"), namespace="shop"),),
        bindings=(bound("readers", "ServiceAccount/shop/web", to="Role/reader"),),
        accounts=(account(),),
    )

    assert asked(estate, "get core/pods", "shop/*").verdict is Verdict.DENY


def test_what_is_gathered_is_told_by_the_role_it_is_written_in() -> None:
    whole = role("monitoring", selectors=(Selector(labels={"gather": "yes"}),))
    part = role("part", rule("get", "pods"), labels={"gather": "yes"})
    estate = Estate(
        roles=(whole, part), bindings=(bound("monitoring", "ServiceAccount/shop/web"),), accounts=(account(),)
    )

    clause = asked(estate, "get core/pods").clauses[0]

    assert clause.source == "ClusterRole/part"
    assert clause.via == ("ClusterRoleBinding/monitoring", "ClusterRole/monitoring")


def test_rights_are_the_rules_that_are_given() -> None:
    access = ClusterAccess(one(rule("get", "pods"), rule("get", "nodes")))

    rights = [each for each in access.rights(WEB) if each.bound.binding.name == "given"]

    assert [each.part.number for each in rights] == [0, 1]
    assert access.rights("who") == ()
