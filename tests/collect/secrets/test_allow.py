"""Secrets that somebody accepted: comments beside them, and the lists of other tools."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.collect.secrets.samples import token
from tests.collect.secrets.test_files import leaks, readings, tree_of


@pytest.mark.parametrize(
    "comment",
    [
        "# gitleaks:allow",
        "// trufflehog:ignore",
        "# kingfisher:ignore",
        "# pragma: allowlist secret",
        "# pragma: whitelist secret",
        "# nosec",
        "# nosec B105",
        "// #nosec G101",
        "# noqa: E501, S105",
        "//nolint:gosec",
        "# nosemgrep",
        "# bartizan:ignore secret-token it is revoked",
    ],
)
def test_a_comment_on_its_line_accepts_a_secret(tmp_path: Path, comment: str) -> None:
    tree = tree_of(tmp_path, {"f": f"a = '{token()}'\nb = '{token()}'  {comment}\nc = '{token()}'\n"})

    assert [leak.value["accepted"] for leak in leaks(tree)] == [False, True, False]


@pytest.mark.parametrize("comment", ["# nosec B602", "# noqa", "# noqa: E501", "//nolint:lll", "# gitleaks"])
def test_a_comment_about_something_else_accepts_none(tmp_path: Path, comment: str) -> None:
    (leak,) = leaks(tree_of(tmp_path, {"f": f"b = '{token()}'  {comment}"}))

    assert leak.value["accepted"] is False


@pytest.mark.parametrize("comment", ["# pragma: allowlist nextline secret", "# bartizan:ignore secret-*,secret-token"])
def test_a_comment_on_the_line_before_accepts_a_secret(tmp_path: Path, comment: str) -> None:
    tree = tree_of(tmp_path, {"f": f"{comment}\na = '{token()}'\nb = '{token()}'\n"})

    assert [leak.value["accepted"] for leak in leaks(tree)] == [True, False]


def test_the_list_of_gitleaks_is_respected(tmp_path: Path) -> None:
    ignored = "# reviewed\nd/f:peer-token:2\n0123abcd:d/f:secret-token:3\n"
    tree = tree_of(tmp_path, {"d/f": f"\n{token()}\n{token()}\n{token()}", ".gitleaksignore": ignored})

    assert [leak.value["accepted"] for leak in leaks(tree)] == [True, False, False]


def test_the_baseline_of_detect_secrets_is_respected(tmp_path: Path) -> None:
    secret = token()
    entry = {"type": "Secret", "hashed_secret": hashlib.sha1(secret.encode()).hexdigest(), "line_number": 9}
    tree = tree_of(
        tmp_path, {"f": f"{secret}\n{token()}", ".secrets.baseline": json.dumps({"results": {"f": [entry]}})}
    )

    assert [leak.value["accepted"] for leak in leaks(tree)] == [True, False]
    assert all(reading.also == (".secrets.baseline",) for reading in readings(tree))


@pytest.mark.parametrize("baseline", ["{", "[]", '{"results": []}', '{"results": {"f": 1, "g": [1]}}', "[" * 100_000])
def test_a_baseline_that_is_none_accepts_nothing(tmp_path: Path, baseline: str) -> None:
    tree = tree_of(tmp_path, {"f": token(), ".secrets.baseline": baseline})

    assert [leak.value["accepted"] for leak in leaks(tree)] == [False]
