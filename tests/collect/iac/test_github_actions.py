"""What is read of workflows, their jobs and steps, and of actions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bartizan.collect.iac.github_actions import FORMAT
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import walk
from bartizan.core.truth import Unknown
from tests.collect.iac.planting import by_address, plant, read_all

CI = ".github/workflows/ci.yml"
JOB = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n"


def is_unknown(value: Any) -> bool:
    return isinstance(value, Unknown)


def read(tmp_path: Path, text: str, **more: str) -> Reading:
    return read_all(FORMAT, plant(tmp_path, {CI: text, **more}))


def resource(tmp_path: Path, text: str, address: str = "") -> Resource:
    reading = read(tmp_path, text)
    assert reading.gaps == []
    return by_address(reading)[f"{CI}{address}"]


def job(tmp_path: Path, text: str) -> dict[str, Any]:
    return resource(tmp_path, f"on: push\njobs:\n  a:\n{text}", "#jobs.a").value


def step(tmp_path: Path, text: str, before: str = JOB) -> Resource:
    return resource(tmp_path, f"{before}    steps:\n{text}", "#jobs.a.steps.0")


def test_files_are_grouped_by_repository(tmp_path: Path) -> None:
    action = "runs:\n  using: composite\n  steps: []\n"
    tree = plant(
        tmp_path,
        {
            CI: JOB,
            ".github/actions/x/action.yml": action,
            "action.yaml": action,
            "sub/.github/workflows/b.yaml": JOB,
            "sub/lib/action.yml": action,
            "sub/other/action.yml": "name: no action\n",
            ".github/dependabot.yml": "version: 2\n",
            ".github/workflows/deep/c.yml": JOB,
        },
    )

    assert {unit.root: unit.files for unit in FORMAT.units(tree)} == {
        "": (".github/actions/x/action.yml", CI, "action.yaml"),
        "sub": ("sub/.github/workflows/b.yaml", "sub/lib/action.yml"),
    }


@pytest.mark.parametrize("target", [".github", ".github/workflows", ".github/workflows/ci.yml"])
def test_a_part_of_a_repository_is_recognised_too(tmp_path: Path, target: str) -> None:
    plant(tmp_path, {CI: JOB})

    reading = read_all(FORMAT, walk(tmp_path / target))

    assert [each.type for each in reading.resources] == ["github/workflow", "github/job"]


@pytest.mark.parametrize(
    ("given", "on"),
    [
        ("push", {"push": {}}),
        ("[push, pull_request]", {"push": {}, "pull_request": {}}),
        ("{push: {branches: [a]}, pull_request: }", {"push": {"branches": ["a"]}, "pull_request": {}}),
        ("{schedule: [{cron: x}]}", {"schedule": [{"cron": "x"}]}),
    ],
)
def test_triggers_have_one_form(tmp_path: Path, given: str, on: dict[str, Any]) -> None:
    workflow = resource(tmp_path, f"on: {given}\njobs: {{}}\n")

    assert workflow.value["on"] == on
    assert workflow.value["events"] == list(on)
    assert workflow.locate(f"on/{next(iter(on))}").line == 1


@pytest.mark.parametrize(
    ("workflow", "own", "in_effect"),
    [
        ("", "", None),
        ("permissions: read-all\n", "", "read-all"),
        ("permissions: write-all\n", "    permissions: {contents: read}\n", {"contents": "read"}),
        ("permissions: {}\n", "", {}),
    ],
)
def test_permissions_in_effect(tmp_path: Path, workflow: str, own: str, in_effect: Any) -> None:
    made = resource(tmp_path, f"{workflow}{JOB}{own}", "#jobs.a")

    assert made.value["permissions"] == in_effect
    assert made.value["permissions_own"] == ({"contents": "read"} if own else None)
    if workflow and not own:
        assert made.locate("permissions").line == 1


@pytest.mark.parametrize(
    ("given", "labels", "hosted"),
    [
        ("runs-on: ubuntu-latest", ["ubuntu-latest"], False),
        ("runs-on: [self-hosted, linux]", ["self-hosted", "linux"], True),
        ("runs-on: {group: big, labels: [x]}", ["x"], None),
        ("runs-on: my-runner", ["my-runner"], None),
        ("runs-on: ${{ inputs.x }}", None, None),
        ("runs-on: ${{ matrix.os }}\n    strategy: {matrix: {os: [ubuntu-22.04, macos-15]}}", None, False),
        ("runs-on: ${{ matrix.os }}\n    strategy: {matrix: {include: [{os: self-hosted}]}}", None, True),
        ("runs-on: ${{ matrix.c.os }}\n    strategy: {matrix: {c: [{os: windows-2025}]}}", None, False),
        ("runs-on: ${{ matrix.os }}\n    strategy: {matrix: '${{ fromJSON(inputs.m) }}'}", None, None),
        ("runs-on: ${{ github.actor == 'x' && 'macos-15' || 'ubuntu-latest' }}", None, False),
        ("runs-on: [self-hosted, '${{ inputs.x }}']", ["self-hosted", Unknown], True),
        ("uses: a/b/.github/workflows/c.yml@v1", None, None),
    ],
)
def test_runners(tmp_path: Path, given: str, labels: list[Any] | None, hosted: bool | None) -> None:
    made = job(tmp_path, f"    {given}\n")

    if labels is None:
        assert is_unknown(made["runs_on"])
    else:
        assert [Unknown if is_unknown(label) else label for label in made["runs_on"]] == labels
    assert is_unknown(made["self_hosted"]) if hosted is None else made["self_hosted"] is hosted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("actions/checkout@v4", {"action": "actions/checkout", "owner": "actions", "repo": "checkout", "ref": "v4",
                                 "path": "", "pinned": False}),
        (f"a/b/c/d@{'0a' * 20}", {"action": "a/b/c/d", "repo": "b", "path": "c/d", "pinned": True}),
        ("a/b@0a0a0a0", {"pinned": False}),
        ("a/b", {"ref": None, "pinned": False}),
        ("./x/y/", {"local": True, "path": "x/y", "pinned": None, "owner": None}),
        ("docker://alpine:3", {"docker": True, "action": "alpine:3", "ref": None, "pinned": False}),
        (f"docker://a@sha256:{'0a' * 32}", {"docker": True, "action": "a", "pinned": True}),
    ],
)  # fmt: skip
def test_what_a_step_uses(tmp_path: Path, given: str, wanted: dict[str, Any]) -> None:
    used = step(tmp_path, f"    - uses: {given}\n").value["uses"]

    assert {key: used[key] for key in wanted} == wanted
    assert used["text"] == given


def test_attributes_that_have_several_forms_have_one(tmp_path: Path) -> None:
    text = (
        "    runs-on: x\n    needs: b\n    environment: prod\n    container: node:18\n    timeout-minutes: 5\n"
        "    services: {db: {image: 'postgres@sha256:ff', env: {POSTGRES_PASSWORD: hunter2}}}\n"
        "    continue-on-error: true\n"
    )

    made = job(tmp_path, text)

    assert made["needs"] == ["b"]
    assert made["environment"] == {"name": "prod"}
    assert made["container"] == {"image": "node:18", "repository": "node", "tag": "18", "digest": None}
    assert made["services"]["db"]["digest"] == "sha256:ff"
    assert made["timeout_minutes"] == 5
    assert made["continue_on_error"] is True
    assert "hunter2" not in repr(made)


def test_literal_secrets_are_left_out_and_expressions_kept(tmp_path: Path) -> None:
    text = (
        f"env: {{TOKEN: hunter2}}\n{JOB}    env: {{DB_PASSWORD: 'hunter2$x'}}\n    steps:\n    - uses: a/b@c\n"
        "      with: {token: '${{ secrets.T }}', password: hunter2, persist-credentials: false}\n"
        "      env: {API_KEY: hunter2}\n"
    )

    reading = read(tmp_path, text)

    assert "hunter2" not in repr(reading)
    made = by_address(reading)[f"{CI}#jobs.a.steps.0"].value
    assert made["with"] == {
        "token": "${{ secrets.T }}",
        "password": {"literal": True, "like": "text", "secret": True},
        "persist-credentials": False,
    }


def test_expressions_in_scripts_are_told_with_their_lines(tmp_path: Path) -> None:
    text = (
        "    - env: {T: '${{ github.head_ref }}'}\n      run: |\n        echo a\n\n"
        "        echo ${{ github.sha }} ${{ env.T }}\n"
    )

    made = step(tmp_path, text)

    assert [(each["text"], each["flows"], each["line"]) for each in made.value["expressions"]] == [
        ("github.sha", ["github.sha"], 10),
        ("env.T", ["env.T", "github.head_ref"], 10),
    ]
    assert made.spots["expressions/0"] == (10, 9)


def test_inputs_that_are_scripts_are_searched_too(tmp_path: Path) -> None:
    text = (
        "    - uses: actions/github-script@v7\n      with: {script: 'a(${{ inputs.x }})', title: '${{ inputs.y }}'}\n"
    )

    made = step(tmp_path, text).value

    assert [(each["text"], each["field"]) for each in made["expressions"]] == [("inputs.x", "with.script")]


@pytest.mark.parametrize(
    ("given", "before", "shell"),
    [
        ("run: x", JOB, "bash"),
        ("run: x\n      shell: pwsh", JOB, "pwsh"),
        ("run: x", JOB.replace("ubuntu", "windows"), "pwsh"),
        ("run: x", f"{JOB}    container: alpine\n", "sh"),
        ("run: x", f"{JOB}    defaults: {{run: {{shell: 'bash -e {{0}}'}}}}\n", "bash -e {0}"),
        ("run: x", f"defaults: {{run: {{shell: python}}}}\n{JOB}", "python"),
        ("run: x", JOB.replace("ubuntu-latest", "self-hosted"), None),
        ("run: x\n      shell: ${{ matrix.s }}", JOB, None),
    ],
)
def test_the_shell_of_a_step(tmp_path: Path, given: str, before: str, shell: str | None) -> None:
    made = step(tmp_path, f"    - {given}\n", before).value

    assert is_unknown(made["shell"]) if shell is None else made["shell"] == shell
    programs = [each if is_unknown(each) else each["program"] for each in made["commands"]]
    known = ["x"] if shell is None or "sh" in shell.split()[0][-4:].replace("pwsh", "") else []
    assert [each for each in programs if not is_unknown(each)] == known
    assert any(map(is_unknown, programs)) is (shell is None or known == [])


def test_a_called_workflow_knows_its_callers_and_their_events(tmp_path: Path) -> None:
    called = "on: workflow_call\njobs:\n  b:\n    runs-on: x\n    steps:\n    - uses: ./.github/actions/c\n"
    action = "runs:\n  using: composite\n  steps:\n  - run: echo\n    shell: bash\n  - uses: ./.github/actions/c\n"
    calling = "on: pull_request_target\njobs:\n  a:\n    uses: ./.github/workflows/b.yml\n    secrets: inherit\n"

    reading = read(tmp_path, calling, **{".github/workflows/b.yml": called, ".github/actions/c/action.yml": action})

    made = by_address(reading)
    assert made[".github/workflows/b.yml"].value["events"] == ["workflow_call", "pull_request_target"]
    assert made[".github/workflows/b.yml"].value["called_by"] == [f"{CI}#jobs.a"]
    assert is_unknown(made[".github/workflows/b.yml#jobs.b"].value["permissions"])
    assert made[f"{CI}#jobs.a"].value["secrets"] == "inherit"
    inner = made[".github/actions/c/action.yml#runs.steps.0"].value
    assert inner["events"] == ["workflow_call", "pull_request_target"]
    assert (inner["workflow"], inner["action"]) == (None, ".github/actions/c/action.yml")
    assert made[".github/actions/c/action.yml"].value["called_by"] == [
        ".github/workflows/b.yml#jobs.b.steps.0",
        ".github/actions/c/action.yml#runs.steps.1",
    ]


def test_a_called_workflow_that_is_not_there_is_a_gap(tmp_path: Path) -> None:
    reading = read(tmp_path, "on: push\njobs:\n  a:\n    uses: ./.github/workflows/b.yml\n")

    assert [(gap.line, gap.about) for gap in reading.gaps] == [(4, f"{CI}#jobs.a")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 0),
        ("on: push\n", 1),
        ("- a\n", 1),
        ("on: push\njobs: [a]\n", 1),
        ("on: push\njobs:\n  a: b\n", 3),
        (f"{JOB}    steps: [a]\n", 5),
        (f"{JOB}    steps:\n    - {{run: x\n", 7),
        (f"{JOB}    runs-on: y\n", 5),
    ],
)
def test_what_is_wrong_is_a_gap_and_other_workflows_are_read(tmp_path: Path, text: str, line: int) -> None:
    reading = read(tmp_path, text, **{".github/workflows/z.yml": JOB})

    assert [(gap.file, gap.line) for gap in reading.gaps] == [(CI, line)]
    assert ".github/workflows/z.yml#jobs.a" in by_address(reading)
