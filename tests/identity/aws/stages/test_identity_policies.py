"""Identity policies: allow, deny, patterns, what could not be read."""

from __future__ import annotations

from typing import Any

import pytest

from bartizan.core.access import Verdict
from bartizan.core.truth import Truth
from bartizan.identity.hole import hole
from tests.identity.aws.scene import (
    BUCKET,
    NO,
    OBJECT,
    ROOT,
    UNKNOWN,
    USER,
    YES,
    allow,
    ask,
    deny,
    estate,
    policy,
    resource,
    unread,
    user,
)  # fmt: skip


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ([], NO),
        ([allow("s3:GetObject", OBJECT)], YES),
        ([allow("S3:getobject", OBJECT)], YES),
        ([allow("s3:Get*", "arn:aws:s3:::orders/*")], YES),
        ([allow("s3:Ge?Object", "arn:aws:s3:::orders/????/*")], YES),
        ([allow("s3:PutObject", OBJECT)], NO),
        ([allow("s3:GetObject", BUCKET)], NO),
        ([allow("s3:GetObject", "arn:aws:s3:::Orders/*")], NO),
        ([allow("*:*")], YES),
        ([{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}], YES),
        ([{"Effect": "Allow", "NotAction": ["iam:*", "s3:*"], "Resource": "*"}], NO),
        ([{"Effect": "Allow", "Action": "*", "NotResource": "arn:aws:s3:::other/*"}], YES),
        ([{"Effect": "Allow", "Action": "*", "NotResource": [BUCKET, f"{BUCKET}/*"]}], NO),
        ([allow(), deny("s3:GetObject")], NO),
        ([allow(), deny("s3:PutObject")], YES),
        ([allow([])], NO),
        ([allow(resource=[])], NO),
        ([{"Effect": "Allow", "NotAction": [], "Resource": "*"}], YES),
    ],
)
def test_decision_of_one_policy(statements: list[dict[str, Any]], expected: Truth) -> None:
    assert ask(estate(user(*statements))).truth is expected


def test_root_user_may_do_everything() -> None:
    assert ask(estate(), ROOT).truth is YES


def test_action_about_nothing_asks_for_a_star() -> None:
    named, starred = estate(user(allow(resource=[BUCKET, "arn:aws:iam::*:*"]))), estate(user(allow(resource="*")))

    assert ask(named, action="iam:ListUsers", what="*").truth is NO
    assert ask(starred, action="iam:ListUsers", what="*").truth is YES


@pytest.mark.parametrize(
    ("statements", "what", "expected"),
    [
        ([allow(resource="arn:aws:s3:::orders/*")], "arn:aws:s3:::orders/*", YES),
        ([allow(resource="arn:aws:s3:::orders/*")], "arn:aws:s3:::orders/2026/*", YES),
        ([allow(resource="arn:aws:s3:::orders/2026/*")], "arn:aws:s3:::orders/*", UNKNOWN),
        ([allow(resource="arn:aws:s3:::other/*")], "arn:aws:s3:::orders/*", NO),
        ([allow(), deny(resource="arn:aws:s3:::orders/2026/*")], "arn:aws:s3:::orders/*", UNKNOWN),
        ([allow(), deny(resource="arn:aws:s3:::orders/*")], "arn:aws:s3:::orders/2026/*", NO),
        ([allow(), deny(resource="arn:aws:s3:::other/*")], "arn:aws:s3:::orders/*", YES),
        (
            [{"Effect": "Allow", "Action": "*", "NotResource": "arn:aws:s3:::orders/2026/*"}],
            "arn:aws:s3:::orders/*",
            UNKNOWN,
        ),
        ([allow(resource=OBJECT)], "*", UNKNOWN),
    ],
)
def test_question_about_anything_that_fits(statements: list[dict[str, Any]], what: str, expected: Truth) -> None:
    decision = ask(estate(user(*statements)), what=what)

    assert decision.truth is expected
    assert (decision.verdict is Verdict.CONDITIONAL) == (expected is UNKNOWN)
    assert all(residual.key == "resource" for residual in decision.residuals)


def test_hole_in_a_resource_is_unknown_and_the_same_hole_certain() -> None:
    name = hole("aws_s3_bucket.orders|name")
    world = estate(user(allow(resource=f"arn:aws:s3:::{name}/*")))

    assert ask(world).verdict is Verdict.UNKNOWN
    assert ask(world, what=f"arn:aws:s3:::{name}/a").truth is YES
    assert ask(world, what="arn:aws:sqs:us-east-1:111111111111:q").truth is NO


@pytest.mark.parametrize(
    ("statements", "expected"), [([], UNKNOWN), ([allow()], UNKNOWN), ([deny()], NO)], ids=["nothing", "allow", "deny"]
)
def test_policy_that_could_not_be_read_leaves_only_a_deny_certain(
    statements: list[dict[str, Any]], expected: Truth
) -> None:
    seen = (policy(*statements),) if statements else ()

    decision = ask(estate(user(policies=(*seen, unread()))))

    assert decision.truth is expected
    assert bool(decision.unknowns) == (expected is UNKNOWN)


def test_policies_that_may_be_there_leave_it_unknown() -> None:
    decision = ask(estate(user(allow(), more=("an attachment was not seen",))))

    assert decision.verdict is Verdict.UNKNOWN
    assert decision.unknowns == ("an attachment was not seen",)


def test_stranger_of_the_same_account_is_unknown() -> None:
    decision = ask(estate(resource(BUCKET)), USER)

    assert decision.verdict is Verdict.UNKNOWN
    assert USER in decision.unknowns[0]


def test_clause_tells_where_it_is_written_and_what_brought_it() -> None:
    held = policy(deny("ec2:*"), allow("s3:*", Sid="Read"), source="arn:aws:iam::111111111111:policy/read")
    world = estate(user(policies=(held,), through={held.source: ("group staff",)}))

    (clause,) = ask(world).clauses

    assert (clause.source, clause.attribute, clause.number, clause.name) == (held.source, "document", 1, "Read")
    assert (clause.stage, clause.held, clause.via) == ("identity policy", YES, ("group staff",))


def test_why_names_the_deciding_statement() -> None:
    bucket = resource(BUCKET)

    assert ask(estate(user(allow(Sid="Read")), bucket)).why == 'Statement "Read" of the identity policy own allows it.'
    assert ask(estate(user(allow(), deny()), bucket)).why == "Statement 2 of the identity policy own denies it."
    assert ask(estate(user(), bucket)).why == f"No identity policy of {USER} allows it."


def test_why_tells_that_the_resource_itself_was_not_seen() -> None:
    assert "was not seen, and a policy of its own could deny it" in ask(estate(user(allow()))).why
