"""Repairs, the choice among them, and their proof, on small targets that are read from files."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.app import catalog
from bartizan.app.attack.finding import found
from bartizan.app.attack.listing import Wanted
from bartizan.app.attack.remedy.reading import settings
from bartizan.app.attack.remedy.setting import reads
from bartizan.app.attack.repairs import effort_of
from bartizan.app.change.fixes import fixes
from bartizan.app.options import Options
from bartizan.app.target import target
from bartizan.core.attack import Fixes
from bartizan.core.kind import Asset
from bartizan.core.remedy import Elsewhere, Remedy

BUCKET = """resource "aws_s3_bucket" "customers" {
  bucket = "shop-customers" # kept
}

resource "aws_s3_bucket_public_access_block" "customers" {
  bucket                  = aws_s3_bucket.customers.id
  restrict_public_buckets = false
}
"""
READABLE = """
resource "aws_s3_bucket_policy" "customers" {
  bucket = aws_s3_bucket.customers.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Everyone"
        Effect    = "Allow"
        Principal = "*"
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::shop-customers/*"
      },
      {
        Sid       = "Team"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/team" }
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::shop-customers/*"
      },
    ]
  })
}
"""


def fixed(root: Path, *, verify: bool = False) -> Fixes:
    return fixes(found(target(root), Options(cache=None, jobs=1)), Wanted(), verify=verify)


def test_a_public_bucket_is_closed_with_one_edit_that_a_scan_proves(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(BUCKET + READABLE)
    answer = fixed(tmp_path, verify=True)

    assert (answer.left, answer.optimal, len(answer.repairs)) == (0, True, 1)
    repair = answer.repairs[0]
    assert repair.edits
    assert (repair.verified, repair.cuts) == (True, answer.paths)
    assert "nothing new" in repair.verdict
    assert (tmp_path / "main.tf").read_text() == BUCKET + READABLE


def test_where_nothing_is_open_there_is_nothing_to_fix(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(BUCKET)
    answer = fixed(tmp_path, verify=True)

    assert (answer.paths, answer.left, list(answer.repairs)) == (0, 0, [])


def test_an_empty_target_has_no_fixes(tmp_path: Path) -> None:
    assert fixed(tmp_path).paths == 0


def remedies() -> list[Remedy]:
    return [each for _, each in catalog.declared("remedies", Remedy)]


@pytest.mark.parametrize("remedy", remedies(), ids=lambda each: f"{each.of!r}")
def test_every_remedy_can_be_written_in_some_language(remedy: Remedy) -> None:
    written = [
        made
        for source in catalog.sources()
        if issubclass(source.of, remedy.of.of)
        for term, read in source.reads.items()
        if term.name == remedy.of.name and (made := settings(read, remedy.to))
    ]

    assert written


def test_every_remedy_that_lies_elsewhere_names_settings_with_a_remedy() -> None:
    known = {(each.of.of, each.of.name) for each in remedies()}
    told = [each for _, each in catalog.declared("remedies", Elsewhere)]

    assert told
    assert all((term.of, term.name) in known for each in told for term in each.settings)


@pytest.mark.parametrize(
    ("says", "least"),
    [
        ("Allow * on *", 1.0),
        ("Allow to * s3:GetObject on arn:aws:s3:::a/*", 1.0),
        ("Allow s3:Get* on arn:aws:s3:::a/*", 3.0),
        ("Allow s3:GetObject on arn:aws:s3:::a/*", 5.0),
    ],
)
def test_what_is_wide_open_is_easier_to_do_without_than_what_was_written_for_a_use(says: str, least: float) -> None:
    assert effort_of(says) == least


@pytest.mark.parametrize(
    ("read", "wanted", "paths", "value"),
    [
        ("flag(not_null(securityContext.privileged, `false`))", False, (("securityContext", "privileged"),), False),
        ("not_null(a[0].http_tokens, 'optional') == 'required'", True, (("a", "0", "http_tokens"),), "required"),
        ("!(flag(not_null(local_account_disabled, `false`)))", False, (("local_account_disabled",),), True),
        ("flag((x.y || z).on)", True, (("x", "y", "on"), ("z", "on")), True),
        ("mutability == 'MUTABLE'", False, (("mutability",),), "IMMUTABLE"),
    ],
)
def test_a_read_is_turned_around(read: str, wanted: object, paths: object, value: object) -> None:
    made = settings(read, wanted)

    assert made is not None
    assert [(each.paths, each.value) for each in made] == [(paths, value)]


@pytest.mark.parametrize("read", ["not_null(boundary, '') != ''", "length(x) > `0`", "x[?y].z", "join('', [a, b])"])
def test_a_read_that_does_not_tell_what_to_write_is_left_alone(read: str) -> None:
    assert settings(read, True) is None


def test_an_asset_of_no_source_has_no_reads() -> None:
    assert list(reads(Asset("x"), "name")) == []
