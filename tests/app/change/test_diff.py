"""What a change does to attack paths and findings."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bartizan.app.change.diff import compared, offences, policies
from bartizan.app.change.opened import opened
from bartizan.app.errors import TargetError, UserError
from bartizan.app.target import target
from bartizan.core.compared import Compared
from bartizan.core.truth import Truth
from tests.app.attack.worlds import ALONE, OFFICE, bucket, found_at, role, user, write

CUSTOMERS = bucket("customers")
START = {"attackers": ("aws_iam_user.ann",)}
CLOSED = {"main.tf": user("ann") + CUSTOMERS}
OPEN = {"main.tf": user("ann", "s3:GetObject") + CUSTOMERS}
PERHAPS = {"main.tf": user("ann", "s3:GetObject", when=OFFICE) + CUSTOMERS}


def change(folder: Path, before: dict[str, str], after: dict[str, str]) -> list[Truth]:
    """Return how certain the paths are that a change opens."""
    base, head = (found_at(folder / name, files, **START) for name, files in (("a", before), ("b", after)))
    return [each.path.truth for each in opened(head, base)]


@pytest.mark.parametrize(
    ("before", "after", "truths"),
    [
        (CLOSED, OPEN, [Truth.YES]),
        (OPEN, CLOSED, []),
        (OPEN, OPEN, []),
        (CLOSED, PERHAPS, [Truth.UNKNOWN]),
        (PERHAPS, OPEN, [Truth.YES]),
        (OPEN, PERHAPS, []),
    ],
    ids=["opened", "closed", "same", "possible", "possible to proven", "proven to possible"],
)
def test_a_path_is_opened_that_needs_a_move_the_base_has_not(
    tmp_path: Path, before: dict[str, str], after: dict[str, str], truths: list[Truth]
) -> None:
    assert change(tmp_path, before, after) == truths


def test_an_opened_path_tells_the_line_that_did_it(tmp_path: Path) -> None:
    clerk = role("clerk", "s3:GetObject", trusts="aws_iam_user.ann.arn")
    before = role("clerk", trusts="aws_iam_user.bob.arn") + user("bob") + user("ann") + CUSTOMERS
    base = found_at(tmp_path / "a", {"main.tf": before}, **START)
    head = found_at(tmp_path / "b", {"main.tf": clerk + user("bob") + user("ann") + CUSTOMERS}, **START)

    (found,) = opened(head, base)

    assert found.new == (0, 1)
    said = " ".join(cause.says for cause in found.by)
    assert "sts:AssumeRole" in said
    assert "s3:GetObject" in said
    assert all(cause.place is not None for cause in found.by)


def test_an_opened_path_comes_with_a_change_that_closes_it(repository: Path) -> None:
    (found,) = between(repository, "HEAD~1", "HEAD").opened

    assert found.repair is not None
    (edit,) = found.repair.edits
    assert edit.file == "main.tf"
    assert "s3:GetObject" in edit.before
    assert "s3:GetObject" not in edit.after


def test_moving_and_renumbering_lines_opens_nothing(tmp_path: Path) -> None:
    moved = {"main.tf": "# a comment\n\n\n" + CUSTOMERS + user("ann", "s3:GetObject")}

    assert change(tmp_path, OPEN, moved) == []


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of two commits: the second opens a path and makes a finding."""
    folder = tmp_path / "repository"
    for files in (CLOSED, OPEN):
        write(folder, files)
        for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
            identity = ["-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "commit.gpgsign=false"]
            subprocess.run(["git", *identity, *command], cwd=folder, check=True)
    return folder


def between(folder: Path, base: str, head: str) -> Compared:
    from dataclasses import replace

    return compared(base, head, target(folder), replace(ALONE, attackers=START["attackers"]))


def test_two_revisions_are_compared(repository: Path) -> None:
    found = between(repository, "HEAD~1", "HEAD")

    assert [each.path.goal.node.name for each in found.opened] == ["shop-customers"]
    assert found.closed == []


def test_a_comparison_the_other_way_round_closes_what_was_open(repository: Path) -> None:
    found = between(repository, "HEAD", "HEAD~1")

    assert found.opened == []
    assert [each.path.goal.node.name for each in found.closed] == ["shop-customers"]


def test_a_revision_is_compared_with_the_work_tree(repository: Path) -> None:
    write(repository, CLOSED)

    found = between(repository, "HEAD", ".")

    assert [each.path.goal.node.name for each in found.closed] == ["shop-customers"]


def test_findings_that_are_new_are_told_with_their_rules(repository: Path) -> None:
    found = between(repository, "HEAD~1", "HEAD")

    assert {finding.rule for finding in found.new} <= found.rules.keys()
    assert {finding.fingerprint for finding in found.new}.isdisjoint({each.fingerprint for each in found.gone})


@pytest.mark.parametrize("name", ["no-such-revision", "--help", ""])
def test_a_revision_that_is_not_there_is_a_clear_error(repository: Path, name: str) -> None:
    with pytest.raises(TargetError, match="revision"):
        between(repository, name, "HEAD")


@pytest.mark.parametrize(
    ("policy", "broken"),
    [("new-path", True), ("possible-path", True), ("none", False), ("critical", False)],
)
def test_a_policy_is_broken_by_what_it_names(repository: Path, policy: str, broken: bool) -> None:
    found = between(repository, "HEAD~1", "HEAD")

    assert bool(offences(found, policies([policy]))) is broken


def test_a_policy_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UserError, match="new-path"):
        policies(["everything"])
