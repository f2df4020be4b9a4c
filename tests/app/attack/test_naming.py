"""Names of what lies on paths, and sentences about what is not known, as people say them."""

from __future__ import annotations

import pytest

from bartizan.app.attack.naming import node, said
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.graph.graph import Graph
from bartizan.identity.hole import hole


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("arn:aws:s3:::customers", "customers"),
        (f"arn:aws:s3:::customers-{hole('infra//account')}", "aws_s3_bucket.customers"),
        (f"arn:aws:iam::{hole('infra//account')}:role/deploy", "role/deploy"),
        ("customers", "shop"),
    ],
)
def test_what_has_no_known_name_is_called_as_in_the_code(name: str, expected: str) -> None:
    bucket = Bucket("infra//aws_s3_bucket.customers", name="shop")

    found = node(bucket.id, Graph([bucket]), lambda id: name)

    assert found.name == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Allow on arn:aws:s3:::{hole('infra//account')}-logs", "Allow on arn:aws:s3:::${account}-logs"),
        (hole('?infra/a//variable "size" has no value: no default and no tfvars'), "${var.size}"),
        (hole('?template.yaml//parameter "Name" has no default'), "${Name}"),
        (hole("!infra//aws_s3_bucket.a|id"), "${aws_s3_bucket.a.id}"),
        ("${aws:username}", "${aws:username}"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_what_is_not_known_is_said_shortly(text: str, expected: str) -> None:
    assert said(text) == expected
