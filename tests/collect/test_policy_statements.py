"""What one statement covers: actions by name or pattern, and resources by their ARNs."""

from __future__ import annotations

from typing import Any

import pytest

from bartizan.collect.policy import covers, own, statements, unlimited
from bartizan.core.truth import Composite, Ref, Unknown

UNSET = Unknown("no value")
ROLE = Ref("later", address="aws_iam_role.app", attribute="arn")


@pytest.mark.parametrize("pattern", ["iam:PassRole", "iam:passrole", "iam:Pass*", "iam:*Role", "iam:Pass?ole"])
def test_a_pattern_covers_what_it_fits_in_any_case(pattern: str) -> None:
    assert covers({"Action": pattern}, "iam:PassRole", "s3:GetObject") == ["iam:PassRole"]


@pytest.mark.parametrize("pattern", ["*", "*:*", "iam:*"])
def test_whole_services_are_left_to_their_own_rule(pattern: str) -> None:
    assert covers({"Action": [pattern]}, "iam:PassRole") == []


def test_a_statement_without_actions_covers_none() -> None:
    assert covers({"NotAction": "s3:*"}, "iam:PassRole") == []


def test_an_unknown_action_may_cover_anything() -> None:
    found = covers({"Action": ["iam:PassRole", Composite("?", ("s3:", UNSET))]}, "iam:PassRole")

    assert found[0] == "iam:PassRole"
    assert isinstance(found[1], Unknown)


@pytest.mark.parametrize(
    "resource",
    [
        "*",
        "arn:aws:*",
        "arn:aws:iam::*:role/*",
        "arn:aws:iam::111122223333:role/*",
        "arn:aws:s3:::*",
        "arn:aws:s3:::*/*",
        "arn:aws:dynamodb:*:*:table/*",
        "arn:aws:sns:eu-central-1:111122223333:*",
        Composite("?", ("arn:aws:iam::", UNSET, ":role/*")),
    ],
)
def test_every_resource_of_a_type_is_unlimited(resource: Any) -> None:
    assert unlimited({"Resource": ["arn:aws:s3:::orders", resource]}) is True


@pytest.mark.parametrize(
    "resource",
    [
        "arn:aws:s3:::orders/*",
        "arn:aws:iam::111122223333:role/app-*",
        "arn:aws:execute-api:eu-central-1:111122223333:abc/*",
        ROLE,
        Composite("?", (ROLE, "/*")),
        Composite("?", ("arn:", UNSET, ":s3:::orders/*")),
    ],
)
def test_named_resources_are_limited(resource: Any) -> None:
    assert unlimited({"Resource": resource}) is False


@pytest.mark.parametrize(
    "resource", [UNSET, Composite("?", (UNSET, "/*")), Composite("?", ("arn:aws:iam::1:role/", UNSET, "*"))]
)
def test_a_resource_that_may_be_everything_is_unknown(resource: Any) -> None:
    assert isinstance(unlimited({"Resource": resource}), Unknown)


def test_all_resources_but_some_is_unlimited() -> None:
    assert unlimited({"NotResource": "arn:aws:s3:::orders"}) is True


def test_policies_of_aws_are_no_own_ones() -> None:
    partition = Composite("?", ("arn:", UNSET, ":iam::aws:policy/ReadOnlyAccess"))

    assert own([ROLE, "arn:aws:iam::aws:policy/ReadOnlyAccess", partition]) == [ROLE]


def test_a_document_written_around_references_is_read() -> None:
    text = Composite("?", ('{"Statement": {"Effect": "Allow", "Resource": "', ROLE, '"}}'))

    assert statements(text) == [{"Effect": "Allow", "Resource": ROLE}]
