"""Policy variables in resources and values."""

from __future__ import annotations

from typing import Any

import pytest

from bartizan.core.access import Verdict
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.hole import hole
from tests.identity.aws.scene import NO, ROLE, YES, allow, ask, deny, estate, policy, role, user

HOME = "arn:aws:s3:::home/"


@pytest.mark.parametrize(
    ("pattern", "what", "expected"),
    [
        ("${aws:username}/*", "ann/x", YES),
        ("${AWS:UserName}/*", "ann/x", YES),
        ("${aws:username}/*", "bob/x", NO),
        ("${aws:PrincipalTag/team}/*", "blue/x", YES),
        ("${aws:PrincipalTag/none}/*", "/x", NO),
        ("${aws:PrincipalTag/none, 'all'}/*", "all/x", YES),
        ("${aws:PrincipalTag/team, 'all'}/*", "all/x", NO),
        ("a${*}b", "axb", NO),
        ("a${?}b", "axb", NO),
        ("${$}{aws:username}", "${aws:username}", YES),
        ("${aws:PrincipalTag/star}", "anything", NO),
        ("${aws:username", "${aws:username", YES),
    ],
)
def test_variable_in_a_resource(pattern: str, what: str, expected: Truth) -> None:
    world = estate(user(allow(resource=HOME + pattern), tags={"team": "blue", "star": "*"}))

    assert ask(world, what=HOME + what).truth is expected


@pytest.mark.parametrize(
    ("operator", "pattern", "found", "expected"),
    [
        ("StringLike", "a${*}b*", "a*bc", YES),
        ("StringLike", "a${*}b", "axb", NO),
        ("StringLike", "a${?}b", "a?b", YES),
        ("StringEquals", "a${*}b", "a*b", YES),
        ("StringLike", "${aws:PrincipalTag/star}", "x", NO),
        ("StringLike", "${aws:PrincipalTag/star}*", "*x", YES),
        ("StringEquals", "${aws:PrincipalTag/star}", "*", YES),
        ("ArnLike", "arn:aws:s3:::${aws:username}-*", "arn:aws:s3:::ann-x", YES),
    ],
)
def test_wild_cards_meant_as_letters_fit_themselves_alone(
    operator: str, pattern: str, found: str, expected: Truth
) -> None:
    world = estate(user(allow(Condition={operator: {"x:Key": pattern}}), tags={"star": "*"}))

    assert ask(world, context={"x:key": found}).truth is expected


def test_variable_without_a_value_fits_nothing_so_not_resource_fits_all() -> None:
    world = estate(user({"Effect": "Allow", "Action": "*", "NotResource": HOME + "${aws:PrincipalTag/none}"}))

    assert ask(world, what=HOME + "x").truth is YES


def test_variables_are_plain_text_in_the_older_version() -> None:
    older = policy(allow(resource=HOME + "${aws:username}/*"), version="2008-10-17")

    assert ask(estate(user(policies=(older,))), what=HOME + "ann/x").truth is NO


@pytest.mark.parametrize(("operator", "expected"), [("StringEquals", NO), ("StringNotEquals", YES)])
def test_variable_without_a_value_is_equal_to_nothing(operator: str, expected: Truth) -> None:
    condition: dict[str, Any] = {operator: {"x:Owner": "${aws:PrincipalTag/none}"}}

    assert ask(estate(user(allow(Condition=condition))), context={"x:owner": "x"}).truth is expected


def test_role_has_no_user_name() -> None:
    assert ask(estate(role(allow(resource=HOME + "${aws:username}/*"))), ROLE, what=HOME + "app/x").truth is NO


def test_open_variable_is_left_to_fulfil() -> None:
    decision = ask(estate(user(allow(resource=HOME + "${saml:sub}/*"))), what=HOME + "x/y", absent=False)

    assert decision.verdict is Verdict.CONDITIONAL
    assert decision.residuals[0].key == "saml:sub"


def test_open_variable_does_not_matter_where_nothing_could_fit() -> None:
    assert (
        ask(estate(user(allow(resource=HOME + "${saml:sub}/*"))), what="arn:aws:s3:::other/y", absent=False).truth is NO
    )


def test_unseen_variable_is_unknown() -> None:
    world = estate(user(deny(resource=HOME + "${aws:PrincipalTag/a}"), allow(), tags=Unknown("denied")))

    assert ask(world, what=HOME + "x").verdict is Verdict.UNKNOWN


def test_variable_with_a_hole_for_its_value_is_matched_as_one() -> None:
    name = hole("var.team")
    world = estate(user(allow(resource=HOME + "${aws:PrincipalTag/team}/*"), tags={"team": name}))

    assert ask(world, what=f"{HOME}{name}/x").truth is YES
    assert ask(world, what=f"{HOME}blue/x").verdict is Verdict.UNKNOWN
