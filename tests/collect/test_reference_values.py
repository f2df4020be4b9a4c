"""What is asked of a reference to another resource is not answered yes just because it is there."""

from __future__ import annotations

import pytest

from bartizan.collect.query import compiled
from bartizan.core.truth import Composite, Ref, Unknown

KEY = Ref("known after apply", address="aws_kms_key.data", attribute="arn")
READ = Ref("known after it is read", address="data.aws_kms_alias.rds", attribute="target_key_arn")
MADE = Composite("known after apply", parts=("arn:aws:kms:eu-west-1:111122223333:key/", KEY))


@pytest.mark.parametrize(
    "question",
    [
        "!(key == 'x')",
        "!starts_with(key, 'alias/')",
        "!ends_with(key, 'x')",
        "!contains(key, 'alias/')",
        "!matches(key, 'x')",
        "!(key > `5`)",
    ],
)
def test_a_question_about_a_reference_turned_around_stays_unknown(question: str) -> None:
    assert isinstance(compiled(question)({"key": KEY}), Unknown)


def test_a_filter_does_not_keep_what_only_may_match() -> None:
    kept = compiled("[?id == 'x']")([{"id": KEY}])

    assert kept == [Unknown(KEY.why)]


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("hunter2", True),
        ("", False),
        (None, False),
        (KEY, False),
        (Composite("known after apply", parts=("x-", KEY)), False),
        ("{{resolve:secretsmanager:db:SecretString:password}}", False),
        (Unknown("no value"), Unknown("no value")),
    ],
)
def test_a_text_is_literal_when_it_is_written_out(value: object, answer: object) -> None:
    assert compiled("literal(@)")(value) == answer


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("arn:aws:kms:eu-west-1:111122223333:key/1234", True),
        ("alias/aws/rds", False),
        ("arn:aws:kms:eu-west-1:111122223333:alias/aws/rds", False),
        (None, False),
        ("", False),
        (KEY, True),
        (MADE, True),
        (READ, Unknown(READ.why)),
        (Unknown("no value"), Unknown("no value")),
    ],
)
def test_a_key_is_the_customers_unless_aws_manages_it(value: object, answer: object) -> None:
    assert compiled("customer_key(@)")(value) == answer
