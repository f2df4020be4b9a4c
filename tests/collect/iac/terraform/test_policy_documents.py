"""Policies that data sources build are built here, decoded, with what is unknown in its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bartizan.core.truth import Composite, Ref, Unknown
from tests.collect.iac.terraform.planting import values


def policy(tmp_path: Path, body: str, before: str = "") -> Any:
    """Return the policy that a document's blocks give to a resource that uses its `json`."""
    user = 'resource "aws_iam_policy" "p" {\n  policy = data.aws_iam_policy_document.d.json\n}\n'
    main = f'{before}\ndata "aws_iam_policy_document" "d" {{\n{body}\n}}\n{user}'
    found = values(tmp_path, main)
    assert found["data.aws_iam_policy_document.d"]["json"] == found["aws_iam_policy.p"]["policy"]
    return found["aws_iam_policy.p"]["policy"]


STATEMENTS = """
  policy_id = "P"
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::b/&{aws:username}/*", "${aws_s3_bucket.b.arn}/*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::1:root", var.who]
    }
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceVpc"
      values   = ["vpc-1", 5]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalTag/x"
      values   = ["&{aws:username}"]
    }
  }
  statement {
    effect        = "Deny"
    not_actions   = ["iam:*"]
    not_resources = ["*"]
    not_principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
"""


def test_statements_are_made_of_blocks(tmp_path: Path) -> None:
    found = policy(
        tmp_path,
        STATEMENTS,
        'resource "aws_s3_bucket" "b" {}\nvariable "who" {}',
    )

    arn = Ref("known after apply: aws_s3_bucket.b.arn", address="aws_s3_bucket.b", attribute="arn")
    assert found == {
        "Version": "2012-10-17",
        "Id": "P",
        "Statement": [
            {
                "Sid": "Read",
                "Effect": "Allow",
                "Principal": {
                    "AWS": ["arn:aws:iam::1:root", Unknown('variable "who" has no value: no default and no tfvars')],
                    "Service": ["ec2.amazonaws.com"],
                },
                "Action": ["s3:GetObject"],
                "Resource": ["arn:aws:s3:::b/${aws:username}/*", Composite(arn.why, (arn, "/*"))],
                "Condition": {
                    "StringEquals": {
                        "aws:SourceVpc": ["vpc-1", "5"],
                        "aws:PrincipalTag/x": ["${aws:username}"],
                    }
                },
            },
            {"Effect": "Deny", "NotPrincipal": "*", "NotAction": ["iam:*"], "NotResource": ["*"]},
        ],
    }


def test_documents_are_merged_by_sid(tmp_path: Path) -> None:
    before = """
data "aws_iam_policy_document" "base" {
  statement {
    sid     = "A"
    actions = ["a:1"]
  }
  statement { actions = ["nameless"] }
}
"""
    body = """
  source_policy_documents = [
    data.aws_iam_policy_document.base.json,
    jsonencode({ Statement = { Sid = "S", Effect = "Deny" } }),
  ]
  override_policy_documents = [
    jsonencode({ Statement = [{ Sid = "B", Effect = "Deny", Action = "over" }, { Sid = "C" }] }),
  ]
  statement {
    sid     = "A"
    actions = ["a:2"]
  }
  statement {
    sid     = "B"
    actions = ["b"]
  }
"""

    assert policy(tmp_path, body, before)["Statement"] == [
        {"Sid": "A", "Effect": "Allow", "Action": ["a:2"]},
        {"Effect": "Allow", "Action": ["nameless"]},
        {"Sid": "S", "Effect": "Deny"},
        {"Sid": "B", "Effect": "Deny", "Action": "over"},
        {"Sid": "C"},
    ]


def test_document_that_is_not_known_leaves_unknown_statements(tmp_path: Path) -> None:
    body = 'source_policy_documents = [var.x]\nstatement {\n  actions = ["a"]\n}'

    found = policy(tmp_path, body, 'variable "x" {}')["Statement"]

    assert [type(each) for each in found] == [Unknown, dict]


def test_override_that_is_not_known_may_replace_what_has_a_sid(tmp_path: Path) -> None:
    body = 'override_policy_documents = [var.x]\nstatement {\n  sid = "A"\n}\nstatement {\n  actions = ["a"]\n}'

    found = policy(tmp_path, body, 'variable "x" {}')["Statement"]

    assert [type(each) for each in found] == [Unknown, dict, Unknown]


def test_dynamic_statements_of_unknown_number_are_one_unknown(tmp_path: Path) -> None:
    content = "  content {\n    actions = [statement.value]\n  }\n"
    body = f'dynamic "statement" {{\n  for_each = var.x\n{content}}}\nstatement {{\n  actions = ["a"]\n}}'

    found = policy(tmp_path, body, 'variable "x" {}')["Statement"]

    assert [type(each) for each in found] == [Unknown, dict]


def test_unknown_condition_makes_the_conditions_unknown(tmp_path: Path) -> None:
    condition = '  condition {\n    test = var.x\n    variable = "v"\n    values = ["w"]\n  }\n'
    body = f'statement {{\n  actions = ["a"]\n{condition}}}'

    assert isinstance(policy(tmp_path, body, 'variable "x" {}')["Statement"][0]["Condition"], Unknown)


def test_policies_of_google_are_built(tmp_path: Path) -> None:
    found = values(
        tmp_path,
        """
data "google_iam_policy" "p" {
  binding {
    role    = "roles/viewer"
    members = ["allUsers"]
    condition {
      title      = "t"
      expression = "e"
    }
  }
  audit_config {
    service = "allServices"
    audit_log_configs {
      log_type         = "DATA_READ"
      exempted_members = ["user:a"]
    }
  }
}
resource "google_project_iam_policy" "p" {
  policy_data = data.google_iam_policy.p.policy_data
}
""",
    )

    assert found["google_project_iam_policy.p"]["policy_data"] == {
        "bindings": [{"role": "roles/viewer", "members": ["allUsers"], "condition": {"title": "t", "expression": "e"}}],
        "auditConfigs": [
            {"service": "allServices", "auditLogConfigs": [{"logType": "DATA_READ", "exemptedMembers": ["user:a"]}]}
        ],
    }


@pytest.mark.parametrize("written", ['vars = { name = "you" }', 'vars {\n    name = "you"\n  }'])
def test_templates_of_the_old_data_source_are_rendered(tmp_path: Path, written: str) -> None:
    main = f"""
data "template_file" "t" {{
  template = "Hello $${{name}}, $${{upper(name)}}"
  {written}
}}
resource "t" "x" {{
  text = data.template_file.t.rendered
}}
"""

    assert values(tmp_path, main)["t.x"]["text"] == "Hello you, YOU"
