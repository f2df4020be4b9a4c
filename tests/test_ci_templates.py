"""The templates for continuous integration: their shell steps run as they are, and what they name is pinned."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
OPEN = """resource "aws_s3_bucket" "customers" {
  bucket = "shop-customers"
}

resource "aws_s3_bucket_public_access_block" "customers" {
  bucket                  = aws_s3_bucket.customers.id
  block_public_policy     = true
  restrict_public_buckets = true
}
"""
GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$RECORD"
"""
"""What stands in for GitHub's own command line: it writes down what it is asked."""


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def action(step: str) -> str:
    steps: list[dict[str, str]] = loaded("action.yml")["runs"]["steps"]
    return next(each["run"] for each in steps if each["name"] == step)


def gitlab(part: str) -> str:
    return "\n".join(loaded("ci/gitlab.yml")["bartizan"][part])


def azure(step: str) -> str:
    steps: list[dict[str, Any]] = loaded("ci/azure-pipelines.yml")["steps"]
    return next(str(each["bash"]) for each in steps if each.get("displayName") == step)


def scripts() -> dict[str, str]:
    found = {f"action {each['name']}": each["run"] for each in loaded("action.yml")["runs"]["steps"]}
    found |= {f"gitlab {part}": gitlab(part) for part in ("before_script", "script")}
    return found | {f"azure {step}": azure(step) for step in ("Install Bartizan", "Compare attack paths", "Judge")}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    (folder / "main.tf").write_text(OPEN)
    git(folder, "add", ".")
    git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "base")
    return folder


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def opens(folder: Path) -> None:
    """Make the bucket public."""
    policy = """
resource "aws_s3_bucket_policy" "customers" {
  bucket = aws_s3_bucket.customers.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop-customers/*"
    }]
  })
}
"""
    (folder / "main.tf").write_text(OPEN.replace("= true", "= false") + policy)


def run(script: str, folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    temporary = folder.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    tools = folder.parent / "tools"
    tools.mkdir(exist_ok=True)
    (tools / "gh").write_text(GH)
    (tools / "gh").chmod(0o755)
    environment = {
        "PATH": f"{tools}:{BIN}:{os.environ['PATH']}",
        "HOME": str(folder.parent),
        "PYTHONPATH": str(ROOT / "src"),
        "RUNNER_TEMP": str(temporary),
        "AGENT_TEMPDIRECTORY": str(temporary),
        "GITHUB_OUTPUT": str(temporary / "output"),
        "GITHUB_STEP_SUMMARY": str(temporary / "summary"),
        "GITHUB_PATH": str(temporary / "path"),
        "RECORD": str(temporary / "record"),
        **given,
    }
    return subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_action_asks_the_installed_program_for_its_version_where_none_is_named(repository: Path) -> None:
    done = run(action("Install Bartizan"), repository, VERSION="")

    assert done.returncode == 0, done.stderr
    assert "bartizan" in done.stdout.lower()


def test_the_action_lets_a_change_pass_that_opens_nothing(repository: Path) -> None:
    (repository / "README.md").write_text("# A shop\n")
    done = run(action("Compare"), repository, TARGET=".", BASE=git(repository, "rev-parse", "HEAD"), FAIL_ON="new-path")

    temporary = repository.parent / "temporary"
    assert done.returncode == 0, done.stderr
    assert (temporary / "output").read_text() == "status=0\n"
    assert (temporary / "summary").read_text().startswith("<!-- bartizan")
    assert (temporary / "bartizan.sarif").read_text().lstrip().startswith("{")


def test_the_action_tells_a_change_that_opens_a_path_and_fails_at_its_end(repository: Path) -> None:
    opens(repository)
    done = run(action("Compare"), repository, TARGET=".", BASE="HEAD", FAIL_ON="new-path critical")

    assert done.returncode == 0, done.stderr
    assert (repository.parent / "temporary" / "output").read_text() == "status=1\n"
    assert run(action("Judge"), repository, STATUS="1").returncode == 1


@pytest.mark.parametrize("base", ["", "0000000000000000000000000000000000000000"])
def test_the_action_says_what_to_do_where_there_is_nothing_to_compare_with(repository: Path, base: str) -> None:
    done = run(action("Compare"), repository, TARGET=".", BASE=base, FAIL_ON="none")

    assert done.returncode == 2
    assert "set the input base" in done.stdout


def test_a_revision_with_shell_in_it_is_never_run(repository: Path) -> None:
    done = run(action("Compare"), repository, TARGET="$(touch stolen)", BASE="$(touch stolen)", FAIL_ON="none")

    assert done.returncode != 0
    assert not (repository / "stolen").exists()


def test_the_action_posts_the_comment_and_hands_the_result_over(repository: Path) -> None:
    run(action("Compare"), repository, TARGET=".", BASE="HEAD", FAIL_ON="none")
    given = {"GITHUB_REPOSITORY": "example/shop", "NUMBER": "7", "COMMIT": "abc", "REF": "refs/pull/7/head"}
    posted = run(action("Comment"), repository, **given)
    handed = run(action("Hand the result to code scanning"), repository, **given)

    record = (repository.parent / "temporary" / "record").read_text()
    assert (posted.returncode, handed.returncode) == (0, 0), posted.stderr + handed.stderr
    assert "--method POST repos/example/shop/issues/7/comments" in record
    assert "--method POST repos/example/shop/code-scanning/sarifs" in record


def test_the_gitlab_job_writes_its_reports_and_ends_as_the_policy_says(repository: Path) -> None:
    opens(repository)
    given = {"ATTACK_PATHS_TARGET": ".", "ATTACK_PATHS_BASE": "HEAD", "ATTACK_PATHS_FAIL_ON": "new-path"}
    done = run(f"{gitlab('before_script')}\n{gitlab('script')}", repository, **given)

    assert done.returncode == 1, done.stderr
    assert (repository / "bartizan.md").read_text().startswith("<!-- bartizan")
    assert (repository / "bartizan.sarif").exists()


def test_the_azure_step_hands_its_status_on(repository: Path) -> None:
    opens(repository)
    done = run(azure("Compare attack paths"), repository, TARGET=".", BASE="HEAD", FAIL_ON="new-path")

    assert done.returncode == 0, done.stderr
    assert "##vso[task.setvariable variable=bartizanStatus]1" in done.stdout


@pytest.mark.parametrize("name", sorted(scripts()))
def test_shell_steps_are_clean(name: str) -> None:
    if shutil.which("shellcheck", path=f"{BIN}:{os.environ['PATH']}") is None:
        pytest.skip("shellcheck is not installed")
    found = shutil.which("shellcheck", path=f"{BIN}:{os.environ['PATH']}") or ""
    shell = "sh" if name.startswith("gitlab") else "bash"
    done = subprocess.run([found, "-s", shell, "-"], input=scripts()[name], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_no_expression_is_put_into_a_shell_step() -> None:
    unsafe = [name for name, script in scripts().items() if "${{" in script or "$(System." in script]

    assert not unsafe


def test_everything_that_is_fetched_is_pinned() -> None:
    texts = [(ROOT / name).read_text("utf-8") for name in ("action.yml", "ci/gitlab.yml", "docs/ci.md")]
    used = [each for text in texts for each in re.findall(r"uses: (\S+)", text) if not each.startswith("OWNER/")]
    images = re.findall(r"image: (\S+)", texts[1])

    assert all(re.search(r"@[0-9a-f]{40}$", each) for each in used)
    assert all(re.search(r"@sha256:[0-9a-f]{64}$", each) for each in images)


def test_every_hook_calls_a_command_that_there_is() -> None:
    hooks: list[dict[str, str]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    entries = {hook["id"]: hook["entry"].split() for hook in hooks}
    known = {name: subprocess.run([BIN / each[0], each[1], "--help"], check=False, capture_output=True).returncode
             for name, each in entries.items()}  # fmt: skip

    assert known == dict.fromkeys(entries, 0)
