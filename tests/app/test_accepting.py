"""Comments in Terraform accept a finding at the attribute, at the resource and at the call of its module."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.app.options import Options
from bartizan.app.scan import scan

RULE = "aws-kms-key-rotates"
ONLY = Options(rules=(RULE,), cache=None)
MODULE = 'resource "aws_kms_key" "key" {\n  description         = "data"\n  enable_key_rotation = false\n}\n'
CALL = 'module "data" {\n  source = "./data"\n}\n'


@pytest.mark.parametrize(
    ("comment", "before"),
    [
        (f"# bartizan:ignore {RULE} rotated by hand", "resource"),
        (f"# bartizan:ignore {RULE} rotated by hand", "  enable_key_rotation"),
        (f"# bartizan:ignore {RULE} rotated by hand", "module"),
        ("#checkov:skip=CKV_AWS_7:rotated by hand", "  enable_key_rotation"),
        ("#trivy:ignore:AVD-AWS-0065", "resource"),
        ("#trivy:ignore:AWS-0065", "resource"),
        ("#tfsec:ignore:aws-kms-auto-rotate-keys", "  enable_key_rotation"),
        ("# kics-scan ignore-line", "  enable_key_rotation"),
        ("# kics-scan ignore-block", "resource"),
    ],
)
def test_a_comment_accepts_what_it_stands_before(tmp_path: Path, comment: str, before: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "main.tf").write_text(with_comment(CALL, comment, before), "utf-8")
    (tmp_path / "data" / "main.tf").write_text(with_comment(MODULE, comment, before), "utf-8")

    (finding,) = scan(tmp_path, ONLY).findings

    assert finding.suppression is not None
    assert [str(call) for call in finding.place.via] != []


def with_comment(text: str, comment: str, before: str) -> str:
    lines = text.splitlines()
    return "\n".join(f"{comment}\n{line}" if line.startswith(before) else line for line in lines) + "\n"


def test_a_comment_elsewhere_accepts_nothing(tmp_path: Path) -> None:
    other = 'resource "aws_sns_topic" "other" {}\n'
    (tmp_path / "main.tf").write_text(f"# bartizan:ignore {RULE} not this one\n{other}{MODULE}", "utf-8")

    assert len(scan(tmp_path, ONLY).failures()) == 1


def test_a_comment_about_another_rule_accepts_nothing(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(f"# bartizan:ignore aws-s3-bucket-versioned wrong\n{MODULE}", "utf-8")

    assert len(scan(tmp_path, ONLY).failures()) == 1
