"""Single permissions, written as the documents that AWS makes of them."""

from __future__ import annotations

from typing import Any

import pytest

from bartizan.collect.permissions import of_buses, of_functions
from bartizan.core.truth import Composite, Ref, Unknown


def statement(**given: Any) -> dict[str, Any]:
    made: dict[str, Any] = of_functions([given])["Statement"][0]
    return made


def test_a_permission_says_whom_it_lets_call_and_for_whom() -> None:
    made = statement(
        statement_id="s3", action="lambda:InvokeFunction", principal="s3.amazonaws.com", function_name="f",
        source_arn="arn:aws:s3:::orders", source_account="111122223333",
    )  # fmt: skip

    assert made == {
        "Sid": "s3",
        "Effect": "Allow",
        "Principal": {"Service": "s3.amazonaws.com"},
        "Action": "lambda:InvokeFunction",
        "Resource": "arn:*:lambda:*:*:function:f",
        "Condition": {
            "StringEquals": {"aws:SourceAccount": "111122223333"},
            "ArnLike": {"aws:SourceArn": "arn:aws:s3:::orders"},
        },
    }


@pytest.mark.parametrize(
    ("principal", "expected"),
    [
        ("*", "*"),
        ("111122223333", {"AWS": "arn:aws:iam::111122223333:root"}),
        (11122223333, {"AWS": "arn:aws:iam::011122223333:root"}),
        ("arn:aws:iam::111122223333:role/app", {"AWS": "arn:aws:iam::111122223333:role/app"}),
        ("events.amazonaws.com", {"Service": "events.amazonaws.com"}),
    ],
)
def test_principals_take_the_form_of_documents(principal: object, expected: object) -> None:
    assert statement(principal=principal, action="lambda:InvokeFunction")["Principal"] == expected


def test_an_unknown_principal_stays_unknown() -> None:
    unknown = Unknown("no value")

    assert statement(principal=unknown)["Principal"] is unknown
    assert of_functions([unknown]) == {"Version": "2012-10-17", "Statement": [unknown]}


def test_a_reference_to_the_function_becomes_its_arn() -> None:
    named = Ref("later", "aws_lambda_function.f", "function_name")

    made = statement(function_name=named, qualifier="live")["Resource"]

    assert isinstance(made, Composite)
    assert made.parts == (Ref("later", "aws_lambda_function.f", "arn"), ":", "live")


def test_a_condition_of_a_bus_permission_is_kept() -> None:
    ours = {"principal": "*", "condition": [{"type": "StringEquals", "key": "aws:PrincipalOrgID", "value": "o-1"}]}

    (made,) = of_buses([ours])["Statement"]

    assert made["Condition"] == {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}
    assert made["Action"] == "events:PutEvents"


def test_no_permission_is_no_document() -> None:
    assert of_functions([]) is None
    assert of_buses(None) is None
