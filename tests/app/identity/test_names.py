"""Names of assets as texts with holes, and references that become them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bartizan.app.identity.names import Names, beside, place_of
from bartizan.identity.hole import OPEN
from tests.app.identity.test_aws import declared


@pytest.mark.parametrize(
    ("id", "place", "address", "expected"),
    [
        ("aws_s3_bucket.a", "", "aws_iam_role.b", "aws_iam_role.b"),
        ("infra/prod//module.x.aws_s3_bucket.a", "infra/prod", "aws_iam_role.b", "infra/prod//aws_iam_role.b"),
        ('aws_s3_bucket.a["http://x"]', "", "aws_iam_role.b", "aws_iam_role.b"),
        ("arn:aws:s3:::x//y", "", "arn:aws:iam::1:role/b", "arn:aws:iam::1:role/b"),
    ],
)
def test_the_place_of_an_asset_is_what_was_read_to_find_it(id: str, place: str, address: str, expected: str) -> None:
    assert place_of(id) == place
    assert beside(id, address) == expected


def test_variables_without_value_are_the_same_text_everywhere(tmp_path: Path) -> None:
    graph = declared(
        tmp_path,
        """
variable "prefix" {}

resource "aws_s3_bucket" "logs" {
  bucket = "${var.prefix}-logs"
}

resource "aws_iam_policy" "own" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "arn:aws:s3:::${var.prefix}-logs" }]
  })
}
""",
    )
    names = Names(graph)
    bucket, policy = graph.get("aws_s3_bucket.logs"), graph.get("aws_iam_policy.own")
    assert bucket is not None
    assert policy is not None

    text = names.document(policy, "document")

    assert isinstance(text, str)
    assert OPEN in text
    assert json.loads(text)["Statement"][0]["Resource"] == names.of(bucket)
