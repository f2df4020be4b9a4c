"""What else allows the same: a repair takes all of it away, or it is not promised."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.app.attack.finding import found
from bartizan.app.attack.listing import Wanted
from bartizan.app.change import fixes as asked
from bartizan.app.change.fixes import fixes
from bartizan.app.options import Options
from bartizan.app.target import target
from bartizan.core.attack import Fixes

START = """resource "aws_s3_bucket" "customers" {
  bucket = "shop-customers"
}

resource "aws_s3_bucket_policy" "customers" {
  bucket = aws_s3_bucket.customers.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
"""
STATEMENT = """      {{
        Sid       = "{sid}"
        Effect    = "Allow"
        Principal = {principal}
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::shop-customers/*"
      }},
"""
END = """    ]
  })
}
"""


def shared(*sids: str) -> str:
    """Return a bucket that everyone may read by each of some statements, and a team by another one."""
    team = STATEMENT.format(sid="Team", principal='{ AWS = "arn:aws:iam::111122223333:role/team" }')
    return START + "".join(STATEMENT.format(sid=sid, principal='"*"') for sid in sids) + team + END


def fixed(root: Path, text: str, *, verify: bool = False) -> Fixes:
    (root / "main.tf").write_text(text)
    return fixes(found(target(root), Options(cache=None, jobs=1)), Wanted(), verify=verify)


def test_one_statement_is_taken_away_alone(tmp_path: Path) -> None:
    answer = fixed(tmp_path, shared("Everyone"))

    assert [repair.id for repair in answer.repairs] == ["aws_s3_bucket.customers/policy/Everyone"]


def test_statements_that_allow_the_same_are_taken_away_together(tmp_path: Path) -> None:
    answer = fixed(tmp_path, shared("Everyone", "All"), verify=True)

    (repair,) = answer.repairs
    assert repair.id == "aws_s3_bucket.customers/policy/All+aws_s3_bucket.customers/policy/Everyone"
    assert repair.verified, repair.verdict
    assert "Team" not in "".join(edit.before for edit in repair.edits)


def test_statements_without_end_are_not_promised(tmp_path: Path) -> None:
    answer = fixed(tmp_path, shared("A", "B", "C", "D", "E", "F"))

    assert all("/policy/" not in repair.id for repair in answer.repairs)


def test_what_was_not_tried_says_so(tmp_path: Path) -> None:
    answer = fixed(tmp_path, shared("Everyone"))

    assert any("--verify" in note for note in answer.notes)
    assert all(repair.verified is None for repair in answer.repairs)


def test_of_a_large_target_only_the_listed_paths_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "MOST", 0)

    answer = fixed(tmp_path, shared("Everyone"))

    assert len(answer.repairs) == 1
    assert any(note.startswith("The target is large") for note in answer.notes)
