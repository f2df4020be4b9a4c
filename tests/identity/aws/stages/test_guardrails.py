"""Service and resource control policies."""

from __future__ import annotations

import pytest

from bartizan.core.access import Verdict
from bartizan.core.truth import Unknown
from bartizan.identity.aws.request import Caller
from tests.identity.aws.scene import (
    ABROAD,
    BUCKET,
    HOME,
    NO,
    ROLE,
    ROOT,
    USER,
    YES,
    account,
    allow,
    ask,
    by,
    deny,
    estate,
    policy,
    resource,
    role,
    user,
)  # fmt: skip

FULL = policy(allow(), source="full")
RCP_FULL = policy(allow(Principal="*"), source="full")
NO_S3 = policy(deny("s3:*"), source="no s3")
EC2_ONLY = policy(allow("ec2:*"), source="ec2 only")
SERVICE = Caller(service="lambda.amazonaws.com")
OPEN = resource(BUCKET, allow(Principal="*"))


@pytest.mark.parametrize("who", [USER, ROLE, ROOT])
def test_deny_at_any_level_counts_for_users_roles_and_root(who: str) -> None:
    guarded = account(service_controls=((FULL, NO_S3), (FULL,)))

    assert ask(estate(guarded, user(allow()), role(allow())), who).truth is NO


def test_every_level_must_allow() -> None:
    def asked(*levels: tuple[object, ...]) -> object:
        return ask(estate(account(service_controls=levels), user(allow()))).truth

    assert asked((FULL,), (FULL,)) is YES
    assert asked((FULL,), (EC2_ONLY,)) is NO
    assert asked((EC2_ONLY, FULL), (FULL,)) is YES
    assert asked((FULL,), ()) is NO


def test_no_levels_are_no_guardrails() -> None:
    assert ask(estate(account(), user(allow()))).truth is YES


def test_guardrails_give_nothing() -> None:
    assert ask(estate(account(service_controls=((FULL,),)), user())).truth is NO


def test_management_account_and_service_linked_roles_go_free() -> None:
    linked = f"arn:aws:iam::{HOME}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX"
    management = account(service_controls=((NO_S3,),), management=True)
    member = account(service_controls=((NO_S3,),))

    assert ask(estate(management, user(allow()))).truth is YES
    assert ask(estate(member, role(allow(), arn=linked)), linked).truth is YES
    assert ask(estate(member, role(allow(), service_linked=True)), ROLE).truth is YES


def test_service_control_policies_do_not_count_for_services_nor_for_strangers() -> None:
    member = account(service_controls=((NO_S3,),))
    eve = f"arn:aws:iam::{ABROAD}:user/eve"
    stranger = user(allow(), id=eve, arn=eve, account=ABROAD)

    assert ask(estate(member, OPEN), SERVICE).truth is YES
    assert ask(estate(member, OPEN, stranger), eve).truth is YES


def test_guardrails_that_were_not_seen_leave_it_unknown() -> None:
    world = estate(account(service_controls=Unknown("no access to the organisation")), user(allow()))

    assert ask(world).verdict is Verdict.UNKNOWN
    assert ask(estate(account(service_controls=Unknown("x")), user())).truth is NO


@pytest.mark.parametrize("who", [USER, SERVICE, Caller(anonymous=True), Caller(account=ABROAD)])
def test_resource_control_policies_count_for_everyone(who: str | Caller) -> None:
    kept = policy(deny("s3:*", Principal="*"), source="rcp")
    world = estate(account(resource_controls=((RCP_FULL, kept),)), user(allow()), OPEN)

    assert ask(world, who).truth is NO


def test_resource_control_policies_are_those_of_the_resource() -> None:
    kept = policy(deny("s3:*", Principal="*"), source="rcp")
    world = estate(account(ABROAD, resource_controls=((RCP_FULL, kept),)), user(allow()), OPEN)

    assert ask(world).truth is YES


def test_resource_control_policies_count_in_the_services_that_take_part() -> None:
    kept = policy(deny(Principal="*"), source="rcp")
    world = estate(account(resource_controls=((RCP_FULL, kept),)), user(allow()))

    assert ask(world, action="ec2:StartInstances", what=f"arn:aws:ec2:us-east-1:{HOME}:instance/i-1").truth is YES


def test_data_perimeter_by_organisation() -> None:
    perimeter = policy(
        deny("s3:*", Principal="*", Condition={
            "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-1"},
            "BoolIfExists": {"aws:PrincipalIsAWSService": "false"},
        }), source="perimeter",
    )  # fmt: skip
    outside = account(ABROAD, organization="o-2")
    world = estate(account(resource_controls=((RCP_FULL, perimeter),)), outside, user(allow()), OPEN)

    assert ask(world).truth is YES
    assert ask(world, SERVICE).truth is YES
    assert ask(world, Caller(account=ABROAD)).truth is NO


def test_resource_control_policy_may_name_principals() -> None:
    guarded = account(resource_controls=((policy(allow(**by("AWS", ROLE))),),))

    assert ask(estate(guarded, role(allow()), OPEN), ROLE).truth is YES
    assert ask(estate(guarded, user(allow()), OPEN), USER).truth is NO
