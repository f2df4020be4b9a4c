"""`bartizan diff` as CI runs it: on revisions of a repository, on directories and on plans; exit codes by policy."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.targets import CLOSED, DOUBTFUL, OPEN, Done, ask, estate, write

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "ann@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}
MAIN = "estate/main.tf"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository of two commits, the second of which opens a bucket; its work tree has it closed again."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / ".gitignore").write_text(".cache\n", "utf-8")
    for text, name in ((CLOSED, "closed"), (OPEN, "open")):
        estate(tmp_path, text)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", name)
        git(tmp_path, "tag", name)
    estate(tmp_path, CLOSED)
    return tmp_path


def compared(*arguments: str, cwd: Path) -> tuple[Done, Any]:
    done = ask("diff", *arguments, "-q", "--json", cwd=cwd)
    return done, json.loads(done.out)


def test_a_commit_that_opens_a_path_fails_and_names_its_line(repository: Path) -> None:
    done, answer = compared("closed", "open", cwd=repository)

    (opened,) = answer["opened"]
    assert (done.code, done.err) == (1, "--fail-on new-path: 1 proven attack path opened.\n")
    assert [cause["place"]["file"] for cause in opened["by"]] == [MAIN]
    line = OPEN.splitlines()[opened["by"][0]["place"]["line"] - 1]
    assert "Effect" in line
    assert answer["closed"] == []
    assert {finding["rule"] for finding in answer["new"]} == {"aws-s3-bucket-not-public"}


@pytest.mark.parametrize(
    ("arguments", "opened", "closed", "code"),
    [
        (("open", "closed"), 0, 1, 0),
        (("open", "open"), 0, 0, 0),
        (("HEAD~1", "HEAD"), 1, 0, 1),
        (("open", "."), 0, 1, 0),
        (("closed", "."), 0, 0, 0),
        (("closed", "open", "estate"), 1, 0, 1),
        (("open", ".", "estate"), 0, 1, 0),
        (("closed", "open", "estate/main.tf"), 1, 0, 1),
    ],
)
def test_revisions_and_the_work_tree_are_compared(
    repository: Path, arguments: tuple[str, ...], opened: int, closed: int, code: int
) -> None:
    done, answer = compared(*arguments, cwd=repository)

    assert (len(answer["opened"]), len(answer["closed"]), done.code) == (opened, closed, code)


def test_a_target_below_the_top_is_compared_alone(repository: Path) -> None:
    write(repository, {"other/main.tf": OPEN.replace("customers", "payments")})
    git(repository, "add", "other")
    git(repository, "commit", "-q", "-m", "other")

    done, answer = compared("open", "HEAD", "estate", cwd=repository)

    assert (done.code, answer["opened"]) == (0, [])


def test_a_target_that_was_not_there_yet_is_new_as_a_whole(repository: Path) -> None:
    write(repository, {"other/main.tf": OPEN.replace("customers", "payments")})

    done, answer = compared("open", ".", "other", cwd=repository)

    assert (done.code, len(answer["opened"])) == (1, 1)


def test_the_work_tree_stays_as_it_is(repository: Path) -> None:
    ask("diff", "closed", "open", "-q", cwd=repository)

    shown = subprocess.run(
        ["git", "status", "--porcelain"], cwd=repository, env=ENVIRONMENT, check=True, capture_output=True
    )
    assert shown.stdout.decode() == f" M {MAIN}\n"


@pytest.mark.parametrize("name", ["gone", "0123abc", "-x", "", "closed^^^"])
def test_a_revision_that_is_not_there_is_an_error_that_says_what_to_name(repository: Path, name: str) -> None:
    done = ask("diff", "-q", "--", name, ".", cwd=repository)

    assert (done.code, done.out) == (2, "")
    assert "is no revision of the repository that . is in" in done.err
    assert len(done.err.splitlines()) == 1


def test_two_directories_need_no_repository(tmp_path: Path) -> None:
    write(tmp_path, {"a/main.tf": CLOSED, "b/main.tf": OPEN})

    there, back = compared("a", "b", cwd=tmp_path)[0], compared("b", "a", cwd=tmp_path)[0]

    assert (there.code, back.code) == (1, 0)


def test_a_target_beside_two_directories_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"a/main.tf": CLOSED, "b/main.tf": OPEN, "c/main.tf": OPEN})

    done = ask("diff", "a", "b", "c", "-q", cwd=tmp_path)

    assert (done.code, done.err) == (2, "Error: a and b are paths, which are compared as they are: leave out c.\n")


def plan(principal: str) -> str:
    """Return a plan of Terraform with a bucket and its policy."""
    statement = {"Effect": "Allow", "Principal": principal, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::c/*"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    values = {
        "aws_s3_bucket": {"bucket": "c", "tags": {"data": "customer"}},
        "aws_s3_bucket_policy": {"bucket": "c", "policy": document},
    }
    resources = [
        {
            "address": f"{type}.customers",
            "mode": "managed",
            "type": type,
            "name": "customers",
            "provider_name": "registry.terraform.io/hashicorp/aws",
            "values": value,
        }
        for type, value in values.items()
    ]
    return json.dumps(
        {
            "format_version": "1.2",
            "terraform_version": "1.9.0",
            "planned_values": {"root_module": {"resources": resources}},
            "configuration": {"root_module": {}},
        }
    )


def test_two_plans_are_compared(tmp_path: Path) -> None:
    write(tmp_path, {"base/plan.json": plan("arn:aws:iam::111122223333:root"), "head/plan.json": plan("*")})

    done, answer = compared("base/plan.json", "head/plan.json", cwd=tmp_path)

    assert done.code == 1
    assert [each["path"]["goal"]["node"]["name"] for each in answer["opened"]] == ["c"]


@pytest.mark.parametrize(
    ("head", "policies", "code"),
    [
        (OPEN, [], 1),
        (OPEN, ["none"], 0),
        (OPEN, ["new-path"], 1),
        (OPEN, ["new-finding"], 1),
        (OPEN, ["critical"], 1),
        (OPEN, ["none", "high"], 1),
        (DOUBTFUL, [], 0),
        (DOUBTFUL, ["new-path"], 0),
        (DOUBTFUL, ["possible-path"], 1),
        (DOUBTFUL, ["none", "possible-path"], 1),
        (CLOSED + 'resource "aws_s3_bucket" "logs" {\n  bucket = "a-b"\n}\n', ["new-path"], 0),
        (CLOSED + 'resource "aws_s3_bucket" "logs" {\n  bucket = "a-b"\n}\n', ["new-finding"], 1),
        (CLOSED + 'resource "aws_s3_bucket" "logs" {\n  bucket = "a-b"\n}\n', ["critical"], 0),
        (CLOSED, ["new-path", "possible-path", "new-finding", "low"], 0),
    ],
)
def test_policies_say_what_fails(tmp_path: Path, head: str, policies: list[str], code: int) -> None:
    write(tmp_path, {"a/main.tf": CLOSED, "b/main.tf": head})

    done = ask("diff", "a", "b", "-q", *(f"--fail-on={each}" for each in policies), cwd=tmp_path)

    assert done.code == code
    assert len(done.err.splitlines()) == code


def test_moving_lines_opens_and_closes_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"a/main.tf": OPEN, "b/main.tf": f"# a comment\n\n\n{OPEN}"})

    done, answer = compared("a", "b", cwd=tmp_path)

    assert (done.code, answer["opened"], answer["closed"], answer["new"], answer["gone"]) == (0, [], [], [], [])
