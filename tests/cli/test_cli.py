"""The command line as a person uses it: a process of its own, its exit code, and what it prints where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.estates import OPEN_BUCKET, RULE, SEALED_BUCKET


def run(*arguments: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    kept = {**os.environ, "XDG_CACHE_HOME": str(cwd / ".cache"), "NO_COLOR": "1", **env}
    command = [sys.executable, "-m", "bartizan.cli.main", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True, check=False)


@pytest.fixture
def open_bucket(tmp_path: Path) -> Path:
    folder = tmp_path / "estate"
    folder.mkdir()
    (folder / "template.yaml").write_text(OPEN_BUCKET, "utf-8")
    return folder


def test_findings_give_one_and_are_on_standard_output_alone(open_bucket: Path) -> None:
    done = run("scan", ".", "--rules", RULE, cwd=open_bucket)

    assert done.returncode == 1
    assert RULE in done.stdout
    assert "template.yaml:5:7" in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


def test_nothing_found_gives_zero(tmp_path: Path) -> None:
    (tmp_path / "template.yaml").write_text(SEALED_BUCKET, "utf-8")

    assert run("scan", ".", "--rules", RULE, cwd=tmp_path).returncode == 0


def test_severity_below_the_bound_does_not_fail(open_bucket: Path) -> None:
    assert run("scan", ".", "--rules", RULE, "--fail-on", "none", cwd=open_bucket).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["scan", "gone"], "does not exist"),
        (["scan", ".", "-f", "nonsense"], "there is no format"),
        (["scan", ".", "--framework", "nonsense"], "There is no framework"),
        (["scan", ".", "--fail-on", "often"], "one of none"),
        (["scan", ".", "-f", "json=/nowhere/at/all.json"], "No such file"),
        (["explain", "aws-s3-bucket-not-publik"], "Did you mean aws-s3-bucket-not-public"),
        (["nonsense"], "No such command"),
        (["scan", ".", "--diff-base", "main"], "git cannot read"),
        (["scan", ".", "--baseline", "gone.json"], "baseline create"),
    ],
)
def test_usage_gives_two_and_the_next_step(open_bucket: Path, arguments: list[str], said: str) -> None:
    done = run(*arguments, cwd=open_bucket)

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_incomplete_coverage_gives_three_when_strict(tmp_path: Path) -> None:
    (tmp_path / "template.yaml").write_text("Resources:\n  A:\n    Type: AWS::S3::Bucket\n  B: ]\n", "utf-8")

    assert run("scan", ".", cwd=tmp_path).returncode == 0
    assert run("scan", ".", "--strict", cwd=tmp_path).returncode == 3


def test_several_reports_at_once(open_bucket: Path) -> None:
    outputs = ("-f", "sarif=out.sarif", "-f", "html=out.html", "-f", "json")
    done = run("scan", ".", "--rules", RULE, *outputs, cwd=open_bucket)

    assert json.loads(done.stdout)["findings"]
    assert json.loads((open_bucket / "out.sarif").read_text())["version"] == "2.1.0"
    assert (open_bucket / "out.html").read_text().startswith("<!doctype html>")


def test_a_baseline_accepts_what_is_there_and_fails_on_what_is_new(open_bucket: Path) -> None:
    assert run("baseline", "create", cwd=open_bucket).returncode == 0
    accepted = run("scan", ".", "--rules", RULE, "--baseline", ".bartizan-baseline.json", cwd=open_bucket)
    (open_bucket / "second.yaml").write_text(OPEN_BUCKET, "utf-8")
    fresh = run("scan", ".", "--rules", RULE, "--baseline", ".bartizan-baseline.json", "--json", cwd=open_bucket)
    (open_bucket / "template.yaml").write_text(SEALED_BUCKET, "utf-8")
    pruned = run("baseline", "prune", cwd=open_bucket)

    assert accepted.returncode == 0
    assert fresh.returncode == 1
    assert pruned.returncode == 0
    assert '"template.yaml//Open"' not in (open_bucket / ".bartizan-baseline.json").read_text()


def test_only_what_is_new_since_a_revision_fails(open_bucket: Path) -> None:
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=open_bucket, check=True)
    same = run("scan", ".", "--rules", RULE, "--diff-base", "HEAD", cwd=open_bucket)
    (open_bucket / "second.yaml").write_text(OPEN_BUCKET, "utf-8")
    more = run("scan", ".", "--rules", RULE, "--diff-base", "HEAD", "--json", cwd=open_bucket)

    assert same.returncode == 0
    assert more.returncode == 1
    new = [f["asset"] for f in json.loads(more.stdout)["findings"] if not f.get("suppression")]
    assert new == ["second.yaml//Open"]


def test_explain_takes_our_id_or_another_tools(open_bucket: Path) -> None:
    ours, theirs = (run("explain", id, cwd=open_bucket) for id in (RULE, "CKV_AWS_20"))

    assert ours.returncode == theirs.returncode == 0
    assert ours.stdout == theirs.stdout
    assert "public access block" in ours.stdout


def test_explain_a_finding_shows_the_line_that_decided(open_bucket: Path) -> None:
    found = json.loads(run("scan", ".", "--rules", RULE, "--json", cwd=open_bucket).stdout)["findings"][0]

    done = run("explain", found["fingerprint"][:12], "--target", ".", cwd=open_bucket)

    assert "AccessControl: PublicRead" in done.stdout
    assert "open_by_acl = true" in done.stdout


@pytest.mark.parametrize("what", ["rules", "kinds", "sources", "frameworks", "formats"])
def test_lists_print_rows_or_json(tmp_path: Path, what: str) -> None:
    text, table = run("list", what, cwd=tmp_path), run("list", what, "--json", cwd=tmp_path)

    assert text.returncode == 0
    assert len(text.stdout.splitlines()) == len(json.loads(table.stdout))


def test_config_show_tells_where_a_value_came_from(tmp_path: Path) -> None:
    (tmp_path / ".bartizan.yaml").write_text("jobs: 3\n", "utf-8")

    done = run("config", "show", "--origin", cwd=tmp_path, BARTIZAN_FAIL_ON="high")

    assert 'fail_on: "high"  # BARTIZAN_FAIL_ON' in done.stdout
    assert "jobs: 3  # .bartizan.yaml" in done.stdout


def test_names_with_terminal_escapes_are_never_printed_raw(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\n.yaml").write_text(OPEN_BUCKET.replace("Open", '"O\\e[2Jpen"'), "utf-8")

    done = run("scan", ".", "--rules", RULE, cwd=tmp_path)

    assert done.returncode == 1
    assert "\x1b" not in done.stdout
