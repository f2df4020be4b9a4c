"""Resource policies: by which name the caller is allowed, and what limits it then; keys and roles."""

from __future__ import annotations

from typing import Any

import pytest

from bartizan.core.access import Verdict
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.aws.document import Sort
from bartizan.identity.aws.request import Caller
from bartizan.identity.hole import hole
from tests.identity.aws.scene import (
    ABROAD,
    BUCKET,
    HOME,
    KEY,
    NO,
    ROLE,
    ROOT,
    SESSION,
    TARGET,
    UNKNOWN,
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
    user,
)  # fmt: skip

EVERYONE = {"Principal": "*"}
NARROW = policy(allow("ec2:*"), source="narrow")
STRANGER = f"arn:aws:iam::{ABROAD}:user/eve"
SERVICE = Caller(service="lambda.amazonaws.com")
IN_SESSION = Caller(arn=ROLE, session="run", session_policies=(NARROW,))


@pytest.mark.parametrize(
    ("names", "plain", "bounded", "in_session"),
    [
        (by("AWS", ROLE), YES, NO, NO),
        (by("AWS", SESSION), YES, YES, YES),
        (EVERYONE, YES, YES, YES),
        (by("AWS", "*"), YES, YES, YES),
        (by("AWS", ROOT), NO, NO, NO),
        (by("AWS", HOME), NO, NO, NO),
        ({"NotPrincipal": {"AWS": USER}}, YES, YES, YES),
        (by("AWS", f"{ROLE}2"), NO, NO, NO),
        (by("AWS", f"arn:aws:iam::{HOME}:role/*"), NO, NO, NO),
        (by("AWS", "AROAEXAMPLEID"), NO, NO, NO),
        (by("Service", "lambda.amazonaws.com"), NO, NO, NO),
        (by("Federated", "accounts.google.com"), NO, NO, NO),
    ],
)
def test_published_table_for_roles_of_the_same_account(
    names: dict[str, Any], plain: Truth, bounded: Truth, in_session: Truth
) -> None:
    """IAM user guide, "Policy evaluation logic": implicit denies in other policy types, same account."""
    bucket = resource(BUCKET, allow("s3:*", f"{BUCKET}/*", **names))
    caller = Caller(arn=ROLE, session="run")

    found = [
        ask(estate(role(), bucket), caller).truth,
        ask(estate(role(boundary=NARROW), bucket), caller).truth,
        ask(estate(role(), bucket), IN_SESSION).truth,
    ]

    assert found == [plain, bounded, in_session]


def test_user_that_is_named_is_not_limited_by_its_boundary() -> None:
    world = estate(user(boundary=NARROW), resource(BUCKET, allow(**by("AWS", USER))))

    assert ask(world).truth is YES


def test_explicit_deny_of_a_boundary_limits_everyone() -> None:
    world = estate(user(boundary=policy(deny())), resource(BUCKET, allow(**by("AWS", USER))))

    assert ask(world).truth is NO


def test_account_hands_on_to_identity_policies() -> None:
    bucket = resource(BUCKET, allow(**by("AWS", ROOT)))

    assert ask(estate(user(), bucket)).truth is NO
    assert ask(estate(user(allow()), bucket)).truth is YES


def test_session_that_is_open_is_left_to_fulfil() -> None:
    decision = ask(estate(role(), resource(BUCKET, allow(**by("AWS", SESSION)))), ROLE)

    assert decision.verdict is Verdict.CONDITIONAL
    assert decision.residuals[0].key == "session"


def test_session_is_found_by_its_own_arn_whatever_the_path_of_its_role() -> None:
    deep = f"arn:aws:iam::{HOME}:role/team/app"
    world = estate(role(allow(), id="deep", arn=deep), resource(BUCKET))

    assert ask(world, SESSION).truth is YES


@pytest.mark.parametrize("who", [USER, ROLE, STRANGER, ROOT, SERVICE, Caller(anonymous=True), Caller(account=ABROAD)])
def test_deny_for_everyone_denies_all(who: str | Caller) -> None:
    world = estate(user(allow()), role(allow()), resource(BUCKET, allow(**EVERYONE), deny(**EVERYONE)))

    assert ask(world, who).truth is NO


@pytest.mark.parametrize(
    ("names", "who", "expected"),
    [
        ([USER, ROOT], USER, YES),
        ([USER], USER, YES),
        ([ROOT], USER, NO),
        ([ROOT], ROOT, YES),
        ([ROLE, ROOT], ROLE, YES),
        ([SESSION, ROOT], SESSION, YES),
        ([USER, ROOT], ROLE, NO),
    ],
)
def test_not_principal_spares_those_it_lists(names: list[str], who: str, expected: Truth) -> None:
    bucket = resource(BUCKET, deny(NotPrincipal={"AWS": names}))

    assert ask(estate(user(allow()), role(allow()), bucket), who).truth is expected


def test_not_principal_denies_whoever_has_a_boundary() -> None:
    bucket = resource(BUCKET, deny(NotPrincipal={"AWS": [USER, ROOT]}))

    assert ask(estate(user(allow(), boundary=policy(allow())), bucket)).truth is NO


@pytest.mark.parametrize(
    ("own", "names", "expected"),
    [
        (True, by("AWS", ABROAD), YES),
        (True, by("AWS", STRANGER), YES),
        (True, EVERYONE, YES),
        (True, by("AWS", HOME), NO),
        (False, by("AWS", STRANGER), NO),
        (False, EVERYONE, NO),
    ],
)
def test_between_accounts_both_sides_must_allow(own: bool, names: dict[str, Any], expected: Truth) -> None:
    stranger = user(*([allow()] if own else []), id=STRANGER, arn=STRANGER, account=ABROAD)

    assert ask(estate(stranger, resource(BUCKET, allow(**names))), STRANGER).truth is expected


def test_between_accounts_a_resource_without_a_policy_is_closed() -> None:
    stranger = user(allow(), id=STRANGER, arn=STRANGER, account=ABROAD)

    assert ask(estate(stranger, resource(BUCKET)), STRANGER).truth is NO


def test_between_accounts_a_resource_that_was_not_seen_is_unknown() -> None:
    queue = f"arn:aws:sqs:us-east-1:{ABROAD}:jobs"

    assert ask(estate(user(allow())), action="sqs:SendMessage", what=queue).verdict is Verdict.UNKNOWN


def test_anyone_of_an_account_that_is_named() -> None:
    world = estate(resource(BUCKET, allow(**by("AWS", ABROAD))))

    assert ask(world, Caller(account=ABROAD)).truth is YES
    assert ask(world, Caller(account="333333333333")).truth is NO


@pytest.mark.parametrize("id", [ABROAD, HOME])
def test_statement_that_names_the_account_is_cited(id: str) -> None:
    world = estate(resource(BUCKET, deny("s3:Put*", **EVERYONE), allow(Sid="Shared", **by("AWS", id))))

    (clause,) = ask(world, Caller(account=id)).clauses

    assert (clause.source, clause.number, clause.name) == (BUCKET, 1, "Shared")


def test_accounts_that_may_be_the_same_are_unknown() -> None:
    queue = f"arn:aws:sqs:us-east-1:{hole('account')}:jobs"
    world = estate(user(allow()), resource(queue, account=hole("account")))

    assert ask(world, action="sqs:SendMessage", what=queue).verdict is Verdict.UNKNOWN


def test_name_that_may_be_a_resource_of_the_estate_is_unknown() -> None:
    queue = f"arn:aws:sqs:us-east-1:{hole('account')}:jobs"
    world = estate(user(allow()), resource(queue, deny(**EVERYONE), account=hole("account")))

    assert ask(world, action="sqs:SendMessage", what=f"arn:aws:sqs:us-east-1:{HOME}:jobs").verdict is Verdict.UNKNOWN


def test_policy_of_a_resource_that_could_not_be_read_is_unknown() -> None:
    world = estate(user(allow()), resource(BUCKET, policy=Unknown("denied")))

    assert ask(world).verdict is Verdict.UNKNOWN
    assert ask(estate(user(deny()), resource(BUCKET, policy=Unknown("denied")))).truth is NO


def test_statement_that_names_nobody_is_about_nobody() -> None:
    assert ask(estate(user(), resource(BUCKET, policy=policy(allow())))).truth is NO


def test_service_and_nobody_need_to_be_named() -> None:
    world = estate(resource(BUCKET, allow("s3:GetObject", **by("Service", "lambda.amazonaws.com"))))

    assert ask(world, SERVICE).truth is YES
    assert ask(world, Caller(service="ec2.amazonaws.com")).truth is NO
    assert ask(world, Caller(anonymous=True)).truth is NO


def test_canonical_user_may_be_anyone() -> None:
    world = estate(user(), resource(BUCKET, allow(**by("CanonicalUser", "79a5"))))
    stranger = user(allow(), id=STRANGER, arn=STRANGER, account=ABROAD)

    assert ask(world).truth is NO
    assert ask(estate(stranger, resource(BUCKET, allow(**by("CanonicalUser", "79a5")))), STRANGER).truth is UNKNOWN


@pytest.mark.parametrize(
    ("own", "names", "who", "expected"),
    [
        (True, by("AWS", ROOT), USER, YES),
        (False, by("AWS", ROOT), USER, NO),
        (True, by("AWS", ROLE), USER, NO),
        (False, by("AWS", USER), USER, YES),
        (True, by("AWS", USER), ROOT, NO),
        (False, by("AWS", ROOT), ROOT, YES),
        (False, by("AWS", "*"), USER, YES),
    ],
)
def test_key_policy_must_allow_or_hand_on(own: bool, names: dict[str, Any], who: str, expected: Truth) -> None:
    world = estate(user(*([allow()] if own else [])), resource(KEY, allow("kms:*", **names)))

    assert ask(world, who, "kms:Decrypt", KEY).truth is expected


def test_key_without_a_policy_hands_on_to_its_account() -> None:
    world = estate(user(allow()), resource(KEY))

    assert ask(world, USER, "kms:Decrypt", KEY).truth is YES


def test_key_that_was_not_seen_is_unknown_and_any_key_depends() -> None:
    world = estate(user(allow()))

    assert ask(world, USER, "kms:Decrypt", KEY).verdict is Verdict.UNKNOWN
    assert ask(world, USER, "kms:Decrypt", "*").verdict is Verdict.CONDITIONAL
    assert ask(world, USER, "kms:ListKeys", "*").truth is YES


def test_grant_of_a_key_counts_like_its_policy() -> None:
    grant = policy(allow("kms:Decrypt", KEY, **by("AWS", ROLE)), source="grant", sort=Sort.KEY)
    world = estate(role(), resource(KEY, allow("kms:*", **by("AWS", USER)), grants=(grant,)))

    assert ask(world, ROLE, "kms:Decrypt", KEY).truth is YES
    assert ask(world, ROLE, "kms:Encrypt", KEY).truth is NO


@pytest.mark.parametrize(
    ("own", "names", "who", "expected"),
    [
        (False, by("AWS", USER), USER, YES),
        (False, by("AWS", ROOT), USER, NO),
        (True, by("AWS", ROOT), USER, YES),
        (True, by("AWS", ROLE), USER, NO),
        (True, by("AWS", ROOT), ROOT, NO),
        (False, by("Service", "lambda.amazonaws.com"), SERVICE, YES),
        (False, by("AWS", ROOT), SERVICE, NO),
    ],
)
def test_trust_policy_must_allow_or_hand_on(
    own: bool, names: dict[str, Any], who: str | Caller, expected: Truth
) -> None:
    trust = {"Effect": "Allow", "Action": "sts:AssumeRole", **names}
    world = estate(user(*([allow()] if own else [])), resource(TARGET, trust))

    assert ask(world, who, "sts:AssumeRole", TARGET).truth is expected


def test_trust_policy_has_no_say_in_what_is_done_to_the_role() -> None:
    trust = {"Effect": "Allow", "Action": "*", **by("AWS", USER)}

    assert ask(estate(user(), resource(TARGET, trust)), USER, "iam:DeleteRole", TARGET).truth is NO


@pytest.mark.parametrize(("subject", "expected"), [("repo:acme/app:ref:main", YES), ("repo:evil/app:ref:main", NO)])
def test_federated_identity_needs_the_trust_policy_alone(subject: str, expected: Truth) -> None:
    provider = f"arn:aws:iam::{HOME}:oidc-provider/token.actions.githubusercontent.com"
    trust = {
        "Effect": "Allow",
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Principal": {"Federated": provider},
        "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:acme/*"}},
    }
    context = {"token.actions.githubusercontent.com:sub": subject}

    decision = ask(
        estate(resource(TARGET, trust)), Caller(federated=provider), "sts:AssumeRoleWithWebIdentity", TARGET, context
    )

    assert decision.truth is expected


def test_wildcard_trust_with_a_condition_on_the_caller() -> None:
    trust = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": "*",
             "Condition": {"ArnLike": {"aws:PrincipalArn": f"arn:aws:iam::{HOME}:role/*"}}}  # fmt: skip
    world = estate(user(), role(), resource(TARGET, trust))

    assert ask(world, ROLE, "sts:AssumeRole", TARGET).truth is YES
    assert ask(world, USER, "sts:AssumeRole", TARGET).truth is NO
    assert ask(world, Caller(account=ABROAD), "sts:AssumeRole", TARGET, absent=False).truth is NO
    assert ask(world, Caller(account=HOME), "sts:AssumeRole", TARGET, absent=False).verdict is Verdict.CONDITIONAL
