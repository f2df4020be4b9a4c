"""Permissions boundaries, session policies, VPC endpoints, Block Public Access, and what AWS keeps to itself."""

from __future__ import annotations

from typing import Any

import pytest

from bartizan.core.access import Verdict
from bartizan.core.truth import Truth
from bartizan.identity.aws.request import Caller
from tests.identity.aws.scene import (
    ABROAD,
    BUCKET,
    HOME,
    NO,
    OBJECT,
    ROLE,
    ROOT,
    USER,
    YES,
    allow,
    ask,
    by,
    deny,
    estate,
    policy,
    resource,
    role,
    unread,
    user,
)  # fmt: skip

STRANGER = Caller(account=ABROAD)
NOBODY = Caller(anonymous=True)


@pytest.mark.parametrize(
    ("own", "boundary", "expected"),
    [
        ([allow()], [allow("s3:*")], YES),
        ([allow()], [allow("ec2:*")], NO),
        ([], [allow()], NO),
        ([allow()], [allow(), deny("s3:*")], NO),
    ],
)
def test_boundary_and_identity_policies_must_both_allow(own: list[Any], boundary: list[Any], expected: Truth) -> None:
    assert ask(estate(user(*own, boundary=policy(*boundary)))).truth is expected


def test_boundary_that_could_not_be_read_is_unknown() -> None:
    assert ask(estate(user(allow(), boundary=unread()))).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("policies", "expected"),
    [
        ([[allow("s3:*")]], YES),
        ([[allow("ec2:*")]], NO),
        ([[allow("ec2:*")], [allow("s3:*")]], YES),
        ([[allow()], [deny("s3:*")]], NO),
    ],
)
def test_session_policies_narrow_the_role(policies: list[list[Any]], expected: Truth) -> None:
    caller = Caller(arn=ROLE, session="run", session_policies=tuple(policy(*each) for each in policies))

    assert ask(estate(role(allow())), caller).truth is expected
    assert ask(estate(role()), caller).truth is NO


@pytest.mark.parametrize(
    ("statements", "through", "expected"),
    [
        ([allow("s3:*", Principal="*")], "vpce-1", YES),
        ([allow("ec2:*", Principal="*")], "vpce-1", NO),
        ([allow(Principal="*"), deny("s3:*", Principal="*")], "vpce-1", NO),
        ([allow(Principal={"AWS": ROLE})], "vpce-1", NO),
        ([allow("ec2:*", Principal="*")], "vpce-2", YES),
    ],
)
def test_endpoint_policy_limits_what_comes_through_it(statements: list[Any], through: str, expected: Truth) -> None:
    world = estate(user(allow()), endpoints={"vpce-1": policy(*statements)})

    assert ask(world, context={"aws:SourceVpce": through}).truth is expected


@pytest.mark.parametrize(
    ("condition", "refused"),
    [
        ({}, True),
        ({"StringEquals": {"aws:SourceVpce": "vpce-1"}}, False),
        ({"StringLike": {"aws:SourceVpce": "vpce-*"}}, True),
        ({"StringEquals": {"aws:PrincipalOrgID": "o-1"}}, False),
        ({"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}, False),
        ({"IpAddress": {"aws:SourceIp": "0.0.0.0/1"}}, True),
        ({"Bool": {"aws:SecureTransport": "true"}}, True),
        ({"StringNotEquals": {"aws:SourceVpc": "vpc-2"}}, True),
        ({"StringEqualsIfExists": {"aws:SourceVpc": "vpc-1"}}, True),
        ({"ArnLike": {"s3:DataAccessPointArn": f"arn:aws:s3:us-east-1:{HOME}:accesspoint/*"}}, False),
    ],
)
def test_block_public_access_refuses_others_where_the_policy_is_public(
    condition: dict[str, Any], refused: bool
) -> None:
    more = {"Condition": condition} if condition else {}
    statements = (allow(Principal="*", **more), allow(**by("AWS", ABROAD)))
    open_, blocked = resource(BUCKET, *statements), resource(BUCKET, *statements, block_public=True)

    assert ask(estate(open_), STRANGER).truth is YES
    assert (ask(estate(blocked), STRANGER).truth is NO) is refused


def test_block_public_access_lets_the_own_account_and_services_in() -> None:
    world = estate(user(allow()), resource(BUCKET, allow(Principal="*"), block_public=True))

    assert ask(world).truth is YES
    assert ask(world, Caller(service="logs.amazonaws.com")).truth is YES
    assert ask(world, NOBODY).truth is NO


def test_root_keeps_the_policy_of_its_bucket() -> None:
    world = estate(resource(BUCKET, deny(Principal="*")))

    assert ask(world, ROOT, "s3:DeleteBucketPolicy", BUCKET).truth is YES
    assert ask(world, ROOT, "s3:GetObject", OBJECT).truth is NO


@pytest.mark.parametrize(
    ("action", "what"),
    [
        ("iam:CreatePolicyVersion", "arn:aws:iam::aws:policy/AdministratorAccess"),
        ("iam:AttachRolePolicy", f"arn:aws:iam::{HOME}:role/aws-service-role/x.amazonaws.com/X"),
        ("iam:PutRolePolicy", f"arn:aws:iam::{HOME}:role/aws-reserved/sso.amazonaws.com/X"),
        ("kms:CreateAlias", f"arn:aws:kms:us-east-1:{HOME}:alias/aws/s3"),
    ],
)
def test_what_is_aws_own_can_not_be_changed(action: str, what: str) -> None:
    assert ask(estate(user(allow())), USER, action, what).truth is NO


@pytest.mark.parametrize("action", ["sts:GetCallerIdentity", "sts:GetSessionToken"])
def test_actions_that_need_no_permission_can_not_be_denied(action: str) -> None:
    assert ask(estate(user(deny())), USER, action, "*").truth is YES
    assert ask(estate(), NOBODY, action, "*").truth is not YES
