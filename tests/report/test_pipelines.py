"""The formats that pipelines read: GitLab, GitHub and Azure."""

from __future__ import annotations

import json
import re
from collections import Counter

from syrupy.assertion import SnapshotAssertion

from bartizan.core.finding import Verdict
from bartizan.report import Look
from tests.report.conftest import Render
from tests.report.sample import large

COMMAND = re.compile(r"^::(error|warning|notice) (?:file=[^,:\n]+,line=\d+[^:\n]*,)?title=[^,:\n]*::[^\n]+$")
ALL = frozenset({Verdict.FAIL, Verdict.UNKNOWN})


def test_gitlab_gets_what_it_requires_of_each_issue(render: Render) -> None:
    issues = json.loads(render("gitlab", look=Look(show=ALL)))

    for issue in issues:
        assert issue["description"]
        assert issue["check_name"]
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["path"]
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_gitlab_severities_follow_ours(render: Render) -> None:
    severities = Counter(issue["severity"] for issue in json.loads(render("gitlab", look=Look(show=ALL))))
    assert severities == {"blocker": 2, "critical": 13, "major": 4, "info": 2 + 4}


def test_gitlab_does_not_hear_of_accepted_failures(render: Render) -> None:
    assert "aws_s3_bucket.website" not in render("gitlab")


def test_github_annotations_as_they_are_written(render: Render, snapshot: SnapshotAssertion) -> None:
    assert render("github") == snapshot


def test_every_line_for_github_is_one_command(render: Render) -> None:
    for look in (Look(show=ALL), Look(show=ALL, verbose=True)):
        lines = render("github", look=look).split("\n")[:-1]
        assert all(COMMAND.match(line) for line in lines)


def test_github_gets_no_more_than_it_shows_and_the_rest_is_counted(render: Render) -> None:
    lines = render("github", large(5000)).splitlines()

    levels = Counter(line.split(" ")[0] for line in lines)

    assert set(levels.values()) == {10}
    assert "::error title=Bartizan::2,491 more errors not marked here" in "\n".join(lines)


def test_github_gets_everything_when_verbose(render: Render) -> None:
    assert len(render("github", large(500), Look(verbose=True)).splitlines()) == 500 + 4


def test_azure_commands_as_they_are_written(render: Render, snapshot: SnapshotAssertion) -> None:
    assert render("azure") == snapshot


def test_no_line_for_azure_holds_a_command_but_its_own(render: Render) -> None:
    for line in render("azure", look=Look(show=ALL)).splitlines():
        assert line.lower().count("##vso[") + line.count("##[") == line.startswith("##")


def test_azure_groups_are_closed(render: Render) -> None:
    lines = render("azure").splitlines()
    assert sum(line.startswith("##[group]") for line in lines) == sum(line == "##[endgroup]" for line in lines) > 0
