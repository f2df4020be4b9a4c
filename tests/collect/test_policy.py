"""Questions to one policy document, known, partly known and odd."""

import json
from typing import Any

import pytest

from bartizan.collect.query import compiled
from bartizan.core.truth import Composite, Ref, Unknown

GONE = Unknown("not known")
ROLE = Ref("later", "aws_iam_role.a", "arn")


def allow(**more: Any) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", **more}


def asked(function: str, *statements: Any) -> Any:
    return compiled(f"{function}(policy)")({"policy": {"Statement": list(statements)}})


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (allow(Principal="*"), True),
        (allow(Principal={"AWS": "*"}), True),
        (allow(Principal={"AWS": ["arn:aws:iam::1:root", "*"]}), True),
        (allow(Principal={"AWS": "arn:aws:iam::111122223333:root"}), False),
        (allow(Principal={"AWS": ROLE}), False),
        (allow(Principal={"Service": "logs.amazonaws.com"}), False),
        (allow(Principal="*", Condition={"StringEquals": {"aws:PrincipalOrgID": "o-1"}}), False),
        (allow(Principal="*", Condition={"Bool": {"aws:SecureTransport": "true"}}), True),
        (allow(NotPrincipal={"AWS": "x"}), True),
        ({"Effect": "Deny", "Principal": "*"}, False),
    ],
)
def test_public(statement: Any, expected: Any) -> None:
    assert asked("policy_public", statement) is expected


def test_an_unknown_principal_may_be_everyone() -> None:
    assert isinstance(asked("policy_public", allow(Principal={"AWS": GONE})), Unknown)


def test_an_unknown_statement_leaves_open_what_the_others_do_not_decide() -> None:
    assert isinstance(asked("policy_public", GONE), Unknown)
    assert asked("policy_public", GONE, allow(Principal="*")) is True


def test_a_policy_in_text_reads_as_one_in_structure() -> None:
    document = {"Statement": allow(Principal="*")}
    assert compiled("policy_public(policy)")({"policy": json.dumps(document)}) is True


def test_a_broken_policy_is_unknown_and_a_missing_one_is_not_public() -> None:
    query = compiled("policy_public(policy)")
    assert isinstance(query({"policy": "{"}), Unknown)
    assert query({"policy": None}) is False


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (allow(Action="*"), True),
        (allow(Action=["s3:Get*", "*:*"]), True),
        (allow(Action="s3:*"), False),
        (allow(Action="*", Resource="arn:aws:s3:::x"), False),
        (allow(Action="*", Resource=[Composite("later", ("arn:aws:s3:::", ROLE))]), False),
        (allow(Action="*", NotResource="x"), True),
    ],
)
def test_admin(statement: Any, expected: Any) -> None:
    assert asked("policy_admin", statement) is expected


def test_tls_only() -> None:
    plain = {"Bool": {"aws:SecureTransport": "false"}}
    denied = {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Condition": plain}
    assert asked("policy_tls_only", denied) is True
    assert asked("policy_tls_only", {**denied, "Condition": {"Bool": {"aws:SecureTransport": False}}}) is True
    assert asked("policy_tls_only", {**denied, "Condition": {"Bool": {"aws:SecureTransport": "true"}}}) is False
    assert asked("policy_tls_only") is False


def test_wildcards() -> None:
    assert asked("policy_wildcard_service", allow(Action=["s3:*"])) is True
    assert asked("policy_wildcard_service", allow(Action=["s3:Get*"])) is False
    query = compiled("policy_wildcard_resource(policy, 'iam:passrole')")
    assert query({"policy": {"Statement": [allow(Action="iam:Pass*")]}}) is True
    assert query({"policy": {"Statement": [allow(Action="iam:PassRole", Resource="arn:aws:iam::1:role/x")]}}) is False
