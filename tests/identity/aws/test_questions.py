"""Questions in plain names: ids, ARNs, services, nobody; what is not there is unknown."""

from __future__ import annotations

import pytest

from bartizan.core.access import Access, Question
from bartizan.core.truth import Truth
from bartizan.identity.aws.evaluation import Evaluator
from bartizan.identity.hole import hole
from tests.identity.aws.scene import (
    ABROAD,
    BUCKET,
    NO,
    OBJECT,
    ROLE,
    SESSION,
    TARGET,
    UNKNOWN,
    USER,
    YES,
    allow,
    by,
    estate,
    resource,
    role,
    user,
)  # fmt: skip

WORLD = estate(
    user(allow("s3:*"), id="aws_iam_user.ann"),
    role(allow("s3:*", Condition={"StringEquals": {"x:Key": "1"}}), id="aws_iam_role.app"),
    resource(BUCKET, allow("s3:PutObject", **by("Service", "logs.amazonaws.com")), id="aws_s3_bucket.orders"),
    resource(TARGET, {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": ABROAD}}, id="target"),
)


@pytest.mark.parametrize(
    ("actor", "action", "target", "expected"),
    [
        ("aws_iam_user.ann", "s3:ListBucket", "aws_s3_bucket.orders", YES),
        (USER, "S3:LISTBUCKET", BUCKET, YES),
        (USER, "ec2:RunInstances", "*", NO),
        (ROLE, "s3:GetObject", OBJECT, UNKNOWN),
        (SESSION, "s3:GetObject", OBJECT, UNKNOWN),
        ("service:logs.amazonaws.com", "s3:PutObject", OBJECT, YES),
        ("anonymous", "s3:PutObject", OBJECT, NO),
        (f"account:{ABROAD}", "sts:AssumeRole", "target", YES),
        ("federated:accounts.google.com", "sts:AssumeRoleWithWebIdentity", "target", NO),
        (f"arn:aws:iam::{ABROAD}:user/eve", "sts:AssumeRole", "target", UNKNOWN),
        ("nobody-of-this-name", "s3:GetObject", OBJECT, UNKNOWN),
        (USER, "s3:GetObject", "nothing-of-this-name", UNKNOWN),
        ("", "", "", UNKNOWN),
        ("service:", "s3:GetObject", OBJECT, UNKNOWN),
        (USER, "", OBJECT, NO),
        (USER, "s3:ListBucket", hole("bucket"), YES),
    ],
)
def test_question(actor: str, action: str, target: str, expected: Truth) -> None:
    decision = Evaluator(WORLD).can(Question(actor=actor, action=action, target=target))

    assert decision.truth is expected
    assert decision.why.endswith(".")
    assert expected is not UNKNOWN or decision.unknowns or decision.residuals


def test_what_is_given_fills_conditions() -> None:
    access: Access = Evaluator(WORLD)

    given = Question(actor=ROLE, action="s3:GetObject", target=OBJECT, given={"X:Key": "1"})

    assert access.can(given).truth is YES


def test_actors_are_users_and_roles_by_id() -> None:
    assert Evaluator(WORLD).actors() == ("aws_iam_user.ann", "aws_iam_role.app")
