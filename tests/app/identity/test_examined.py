"""What identities and policies are told before rules are judged: routes to every right, and what documents show."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.app import catalog
from bartizan.app.identity.aws.documents import look_into
from bartizan.app.identity.escalation import look_for_routes
from bartizan.app.identity.world import world_of
from bartizan.content.kinds.aws.governed import Documented, Governed
from bartizan.content.kinds.aws.iam_policy import Policy, Statement
from bartizan.content.kinds.aws.iam_provider import OidcProvider
from bartizan.content.kinds.aws.iam_role import Role, Trust
from bartizan.content.kinds.aws.organizations_policy import OrganizationPolicy
from bartizan.content.kinds.aws.sns_topic import Topic
from bartizan.content.kinds.identity import Actor
from bartizan.content.steps.aws import scene as aws
from bartizan.content.steps.azure import scene as azure
from bartizan.content.steps.gcp import scene as gcp
from bartizan.content.steps.kubernetes import scene as kubernetes
from bartizan.core.kind import Asset
from bartizan.core.truth import Partial, Unknown
from bartizan.graph.graph import Graph
from bartizan.identity.hole import hole
from tests.content.trial import things

TODAY = date(2026, 9, 26)
ANN = aws.arn("iam", "user/ann")
TRUSTED = ("111122223333", "777788889999")
AWS_STEPS = [step for step in catalog.steps_of("aws").values() if not step.intended]


def told(*assets: Asset, trusted: Sequence[str] = ()) -> dict[str, Asset]:
    """Return assets by id, examined."""
    graph = Graph(type(asset)(asset.id, **asset.values) for asset in assets)
    look_into(graph, trusted, TODAY)
    look_for_routes(graph)
    return {asset.id: asset for asset in graph.assets}


def topic(*statements: dict[str, Any], id: str = aws.arn("sns", "orders")) -> Topic:
    document = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Resource": "*", **s} for s in statements]}
    return Topic(id, name="orders", policy=json.dumps(document, ensure_ascii=False))


def let_in(who: object, **more: object) -> dict[str, Any]:
    return {"Principal": who, "Action": "sns:Publish", **more}


def examined_topic(*statements: dict[str, Any], trusted: Sequence[str] = ()) -> Asset:
    (found,) = told(topic(*statements), trusted=trusted).values()
    return found


def test_a_chain_of_moves_is_told_with_what_each_is_upon_and_how_to_stop_the_first() -> None:
    world = (
        *aws.user("ann", aws.allow("sts:AssumeRole", on=aws.arn("iam", "role/ci"))),
        *aws.role("ci", aws.allow("lambda:UpdateFunctionCode", "lambda:InvokeFunction"), trusts=aws.ROOT),
        *aws.role("backend", aws.allow("*"), trusts="lambda.amazonaws.com"),
        *aws.function("receipts", of="backend"),
    )

    ann = told(*world)[ANN]

    assert ann.values["administrator"] is False
    chain = (
        "Take a role that trusts the caller: role/ci (aws-iam-role-assume), then replace the code of a function and "
        "call it: function:receipts, to act as role/backend (aws-lambda-code-update-and-invoke); role/backend has "
        "every right"
    )
    fix = catalog.steps()["aws-iam-role-assume"].fix
    assert ann.values["escalation"] == chain
    assert ann.values["escalation_fix"] == f"{chain}. Against the first move: {fix}"


def test_who_was_given_every_right_needs_no_way_to_it() -> None:
    ann = told(*aws.user("ann", aws.allow("*")))[ANN]

    assert ann.values["administrator"] is True
    assert ann.values["escalation"] is None


def test_who_can_do_nothing_much_has_no_way() -> None:
    found = told(*aws.user("ann", aws.allow("s3:GetObject")), *aws.role("admin", aws.allow("*")))

    assert found[ANN].values["administrator"] is False
    assert found[ANN].values["escalation"] is None


def test_a_way_under_conditions_is_neither_there_nor_not() -> None:
    office = {"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}

    ann = told(*aws.user("ann", aws.allow("iam:PutUserPolicy", on=ANN, when=office)))[ANN]

    assert isinstance(ann.values["escalation"], Unknown)
    assert "aws-iam-own-user-policy-put" in ann.values["escalation"].why


def test_a_policy_that_was_not_seen_leaves_it_open_whether_somebody_is_an_administrator() -> None:
    (user, *_) = aws.user("ann")
    user.values["statements"] = user.values["inline"] = Unknown("not read")
    user.values["policies"] = user.values["managed"] = Unknown("not read")

    ann = told(user)[ANN]

    assert isinstance(ann.values["administrator"], Unknown)
    assert isinstance(ann.values["escalation"], Unknown)


@pytest.mark.parametrize(
    ("world", "administrator", "step"),
    [
        (azure.user(), False, ""),
        ((azure.user(), azure.role("Owner", on="subscription"), azure.subscription()), True, ""),
        ((azure.user(), azure.directory_role("Global Administrator")), True, ""),
        (
            (azure.user(), azure.role("User Access Administrator", on="subscription"), azure.subscription()),
            False,
            "azure-role-assignment-in-subscription",
        ),
        ((gcp.account("ci"), gcp.SHOP, gcp.grant("owner")), True, ""),
        ((gcp.account("ci"), gcp.SHOP, gcp.grant("viewer")), False, ""),
        (
            (gcp.account("ci"), gcp.SHOP, gcp.grant("resourcemanager.projectIamAdmin")),
            False,
            "gcp-project-policy-set",
        ),
        (kubernetes.account("web", kubernetes.allow("*", "*", group="*"), everywhere=True), True, ""),
        (kubernetes.account("web", kubernetes.allow("get", "pods"), everywhere=True), False, ""),
        (
            kubernetes.account(
                "web",
                kubernetes.allow("create", "clusterrolebindings", group=kubernetes.RBAC),
                kubernetes.allow("bind", "clusterroles", group=kubernetes.RBAC),
                everywhere=True,
            ),
            False,
            "kubernetes-cluster-role-bind",
        ),
    ],
)
def test_every_provider_is_looked_at(world: Any, administrator: bool, step: str) -> None:
    actor = things(world)[0]

    found = told(*things(world))[actor.id]

    assert found.values["administrator"] is administrator
    assert step in str(found.values["escalation"] or "")
    assert bool(found.values["escalation"]) is bool(step)


@pytest.mark.parametrize(
    "scene",
    [pytest.param(scene, id=f"{step.id}-{n}") for step in AWS_STEPS for n, scene in enumerate(step.reaches)][::9],
)
def test_a_way_is_found_where_all_moves_of_all_steps_have_one(scene: Any) -> None:
    """Steps that nobody can be allowed are not tried: that must never cost a way."""
    world = world_of(type(asset)(asset.id, **asset.values) for asset in things(scene))
    given = {
        move.actor for moves in world.moves if moves.step.id == "aws-administrator" for move in moves if move.truth
    }
    ends = {id for id in world.routes.ids if id.startswith("admin:")} | given
    reached = set(world.routes.toward(ends).starts()) - given

    found = told(*things(scene))

    actors = {id: asset for id, asset in found.items() if isinstance(asset, Actor)}
    assert {id for id, asset in actors.items() if isinstance(asset.values["escalation"], str)} == reached & set(actors)


def test_accounts_outside_the_list_are_strangers() -> None:
    found = examined_topic(
        let_in({"AWS": "arn:aws:iam::444455556666:root"}),
        let_in({"AWS": ["555566667777", "arn:aws:iam::777788889999:role/partner"]}),
        let_in("*", Condition={"StringEquals": {"aws:PrincipalAccount": "666677778888"}}),
        {**let_in({"AWS": "888899990000"}), "Effect": "Deny"},
        let_in({"Service": "s3.amazonaws.com"}),
        trusted=TRUSTED,
    )

    assert found.values["accounts_given"] is True
    assert found.values["strangers"] == {"444455556666", "555566667777", "666677778888"}


def test_the_own_account_is_never_a_stranger() -> None:
    found = examined_topic(let_in({"AWS": aws.ROOT}), trusted=("777788889999",))

    assert found.values["strangers"] == frozenset()


def test_without_a_list_nobody_is_a_stranger() -> None:
    found = examined_topic(let_in({"AWS": "444455556666"}))

    assert found.values["accounts_given"] is False
    assert found.values["strangers"] == frozenset()


def test_an_account_that_is_not_known_may_be_a_stranger() -> None:
    other = f"arn:aws:iam::{hole('?var.partner')}:root"

    alone = examined_topic(let_in({"AWS": other}), trusted=TRUSTED)
    besides = examined_topic(let_in({"AWS": [other, "444455556666"]}), trusted=TRUSTED)

    assert isinstance(alone.values["strangers"], Unknown)
    assert isinstance(besides.values["strangers"], Partial)
    assert besides.values["strangers"].known == ("444455556666",)


@pytest.mark.parametrize(
    ("condition", "deputies"),
    [
        ({}, {"s3.amazonaws.com"}),
        ({"Bool": {"aws:SecureTransport": "true"}}, {"s3.amazonaws.com"}),
        ({"ArnLike": {"aws:SourceArn": "arn:aws:s3:::orders"}}, set()),
        ({"StringEquals": {"AWS:SourceAccount": "111122223333"}}, set()),
        ({"StringEquals": {"aws:SourceOrgID": "o-1"}}, set()),
        ({"StringLike": {"kms:EncryptionContext:aws:logs:arn": "*"}}, set()),
    ],
)
def test_a_service_without_a_source_is_a_deputy(condition: dict[str, Any], deputies: set[str]) -> None:
    found = examined_topic(let_in({"Service": "s3.amazonaws.com"}, Condition=condition))

    assert found.values["deputies"] == deputies


@pytest.mark.parametrize(("service", "deputies"), [("ec2", set()), ("lambda", set()), ("states", {"states"})])
def test_of_roles_only_those_are_deputies_whose_service_tells_its_source(service: str, deputies: set[str]) -> None:
    found = told(*aws.role("app", trusts=f"{service}.amazonaws.com"))

    assert found[aws.arn("iam", "role/app")].values["deputies"] == {f"{each}.amazonaws.com" for each in deputies}


def test_mistakes_in_documents_are_told() -> None:
    twice = [{**aws.allow("s3:GetObject"), "Sid": "Read"}] * 2
    good, bad, broken = (
        Policy(id, name=id, path="/", document=text)
        for id, text in (
            ("good", json.dumps({"Version": "2012-10-17", "Statement": [aws.allow("s3:GetObject")]})),
            ("bad", json.dumps({"Version": "2012-10-17", "Statement": twice})),
            ("broken", "{"),
        )
    )

    found = told(good, bad, broken)

    assert found["good"].values["refused"] == frozenset()
    assert "statements with the Sid Read" in str(found["bad"].values["refused"])
    assert "can not be read" in str(found["broken"].values["refused"])


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(["*", "Allow", "Deny", "s3:*", "arn:aws:s3:::a", "", "a:"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "Version",
                    "Statement",
                    "Effect",
                    "Action",
                    "NotAction",
                    "Principal",
                    "AWS",
                    "Service",
                    "Condition",
                    "Bool",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(document=JSON, cut=st.integers(0, 30))
def test_no_document_is_too_strange(document: Any, cut: int) -> None:
    text = json.dumps({"Version": "2012-10-17", "Statement": document})
    texts = (text, text[: len(text) - cut])

    found = told(
        *(Topic(f"t{n}", name="t", policy=each) for n, each in enumerate(texts)),
        *(Policy(f"p{n}", name="p", path="/", document=each) for n, each in enumerate(texts)),
        trusted=TRUSTED,
    )

    for asset in found.values():
        assert isinstance(asset.values["refused"], frozenset | Unknown)
    for number in range(len(texts)):
        assert isinstance(found[f"t{number}"].values["strangers"], frozenset | Unknown)
        assert isinstance(found[f"t{number}"].values["deputies"], frozenset | Unknown)


def test_policies_of_tags_are_not_read_as_those_of_iam() -> None:
    policy = OrganizationPolicy("p", name="p", type="TAG_POLICY", document='{"tags": {}}')

    assert told(policy)["p"].values["refused"] == frozenset()


def test_a_document_that_was_not_seen_is_unknown() -> None:
    found = told(Topic("t", name="t", policy=Unknown("not read")), Policy("p", name="p", document=Unknown("not read")))

    for asset in found.values():
        assert isinstance(asset, Documented)
        assert isinstance(asset.values["refused"], Unknown)
        if isinstance(asset, Governed):
            assert isinstance(asset.values["deputies"], Unknown)


@pytest.mark.parametrize(
    ("actions", "strange"),
    [
        (frozenset({"s3:getobject", "s3:*", "*", "s3:get*", "iam:create?ser"}), frozenset()),
        (frozenset({"s3:getobjects", "s4:getobject", "s3:fetch*"}), {"s3:getobjects", "s4:getobject", "s3:fetch*"}),
        (frozenset({"${var.action}", "s3:${var.verb}object"}), frozenset()),
        (frozenset(), frozenset()),
    ],
)
def test_actions_that_aws_does_not_document_are_strange(actions: frozenset[str], strange: frozenset[str]) -> None:
    assert told(Statement("s", actions=actions))["s"].values["strange_actions"] == strange


def test_of_actions_seen_in_part_the_strange_ones_are_told() -> None:
    found = told(
        Statement("s", actions=Partial("var.more is not known", ("s3:getobjects",))),
        Statement("t", actions=Unknown("not read")),
    )

    assert found["s"].values["strange_actions"] == Partial("var.more is not known", ("s3:getobjects",))
    assert found["t"].values["strange_actions"] == Unknown("not read")


@pytest.mark.parametrize(
    ("last", "days"),
    [
        ("2026-09-01T10:00:00+00:00", 25),
        ("2026-09-01T10:00:00Z", 25),
        ("2030-01-01T00:00:00Z", 0),
        (None, None),
    ],
)
def test_days_since_a_role_was_taken_are_counted(last: str | None, days: int | None) -> None:
    assert told(Role("r", name="r", path="/", last_used=last))["r"].values["idle_days"] == days


@pytest.mark.parametrize("last", ["yesterday", Unknown("not read")])
def test_days_since_an_unknown_time_are_unknown(last: object) -> None:
    assert isinstance(told(Role("r", name="r", path="/", last_used=last))["r"].values["idle_days"], Unknown)


GITHUB = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
GITLAB = "arn:aws:iam::111122223333:oidc-provider/gitlab.com"
CLUSTER = "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/A"


@pytest.mark.parametrize(
    ("provider", "subjects", "admits", "requests"),
    [
        (GITHUB, {"repo:acme/shop:environment:live"}, "exact", False),
        (GITHUB, {"repo:acme/shop:*"}, "project", True),
        (GITHUB, {"repo:acme/shop:pull_request"}, "exact", True),
        (GITHUB, {"repo:acme/*"}, "owner", True),
        (GITHUB, set(), "anyone", True),
        (GITHUB, {"repo:acme/${var.repo}:*"}, "project", True),
        (GITHUB, {"repo:${var.owner}/*"}, "owner", True),
        (GITLAB, {"project_path:acme/shop:ref_type:branch:ref:main"}, "exact", False),
        (GITLAB, {"project_path:acme/*"}, "owner", False),
        (CLUSTER, {"system:serviceaccount:shop:orders"}, "exact", False),
        (CLUSTER, {"system:serviceaccount:shop:*"}, "project", False),
    ],
)
def test_whom_a_token_lets_in_is_told(provider: str, subjects: set[str], admits: str, requests: bool) -> None:
    trust = Trust(
        "t", by_token=True, federated=frozenset({provider}), providers=frozenset(), subjects=frozenset(subjects),
        conditions=frozenset(),
    )  # fmt: skip

    found = told(trust)["t"]

    assert (found.values["admits"], found.values["admits_requests"]) == (admits, requests)


@pytest.mark.parametrize("subject", ["repo:${var.repo}:*", "repo:acme/shop:${var.job}", "${var.subject}"])
def test_whom_a_subject_seen_in_part_lets_in_is_not_guessed(subject: str) -> None:
    trust = Trust(
        "t", by_token=True, federated=frozenset({GITHUB}), providers=frozenset(), subjects=frozenset({subject}),
        conditions=frozenset(),
    )  # fmt: skip

    assert isinstance(told(trust)["t"].values["admits"], Unknown)


def test_the_issuer_of_a_declared_provider_is_found() -> None:
    trust = Trust(
        "t",
        by_token=True,
        federated=frozenset({"${aws_iam_openid_connect_provider.p.arn}"}),
        providers=frozenset({"p"}),
        subjects=frozenset({"repo:acme/shop:ref:refs/heads/main"}),
        conditions=frozenset(),
    )

    found = told(trust, OidcProvider("p", url="https://token.actions.githubusercontent.com"))["t"]

    assert found.values["admits"] == "exact"


def test_another_claim_may_say_which_job_it_is() -> None:
    host = "token.actions.githubusercontent.com"
    trust = Trust(
        "t",
        by_token=True,
        federated=frozenset({GITHUB}),
        providers=frozenset(),
        subjects=frozenset({"repo:acme/shop:*"}),
        conditions=frozenset({f"{host}:sub", f"{host}:job_workflow_ref"}),
    )

    found = told(trust)["t"]

    assert (found.values["admits"], found.values["admits_requests"]) == ("exact", False)


def test_without_tokens_nothing_is_admitted_by_them() -> None:
    found = told(Trust("t", by_token=False), Trust("u", by_token=Unknown("not read")))

    assert (found["t"].values["admits"], found["t"].values["admits_requests"]) == (None, False)
    assert isinstance(found["u"].values["admits"], Unknown)


def test_truth_of_a_way_is_that_of_its_weakest_move() -> None:
    """A certain way is told even where a shorter one rests on a condition."""
    office = {"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}
    world = (
        *aws.user(
            "ann",
            aws.allow("iam:PutUserPolicy", on=ANN, when=office),
            aws.allow("sts:AssumeRole", on=aws.arn("iam", "role/ci")),
        ),
        *aws.role("ci", aws.allow("*"), trusts=aws.ROOT),
    )

    escalation = told(*world)[ANN].values["escalation"]

    assert isinstance(escalation, str)
    assert "aws-iam-role-assume" in escalation
