"""What is read of Azure Pipelines: stages, jobs and steps in their shorthands, templates, and what is not known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bartizan.collect.iac.azure_pipelines import FORMAT
from bartizan.collect.resource import Reading, Resource
from bartizan.core.truth import Unknown
from tests.collect.iac.planting import by_address, plant, read_all

MAIN = "azure-pipelines.yml"
HEAD = "trigger: none\npool: {vmImage: ubuntu-22.04}\n"


def is_unknown(value: Any) -> bool:
    return isinstance(value, Unknown)


def read(tmp_path: Path, text: str, **more: str) -> Reading:
    return read_all(FORMAT, plant(tmp_path, {MAIN: text, **more}))


def made(tmp_path: Path, text: str, **more: str) -> dict[str, Resource]:
    reading = read(tmp_path, text, **more)
    assert reading.gaps == []
    return {address.removeprefix(f"{MAIN}#"): each for address, each in by_address(reading).items()}


def step(tmp_path: Path, text: str) -> dict[str, Any]:
    return made(tmp_path, f"{HEAD}steps:\n{text}")["job.steps.0"].value


@pytest.mark.parametrize(
    ("name", "text", "taken"),
    [
        ("azure-pipelines.yml", "steps: []", True),
        ("ci/azure-pipelines-release.yaml", "steps: []", True),
        (".azure-pipelines/x/y.yml", "steps: []", True),
        (".azuredevops/pipelines/y.yml", "steps: []", True),
        (".azure-pipelines/values.yml", "a: b", False),
        ("ci.yml", "trigger: [main]\npool:\n  vmImage: x\nsteps: []", True),
        ("t/steps.yml", "parameters: {}\nsteps:\n- task: Bash@3\n", True),
        ("x.yml", "stages:\n- template: a.yml@b\n", True),
        (".github/workflows/ci.yml", "jobs:\n  a:\n    pool: b", False),
        ("argo.yml", "jobs:\n- task: x\n", False),
        ("compose.yml", "services: {}", False),
    ],
)
def test_files_are_recognised(tmp_path: Path, name: str, text: str, taken: bool) -> None:
    files = [file for unit in FORMAT.units(plant(tmp_path, {name: text})) for file in unit.files]

    assert files == ([name] if taken else [])


def test_stages_jobs_and_steps_have_addresses_and_places(tmp_path: Path) -> None:
    text = (
        f"{HEAD}stages:\n- stage: Build\n  jobs:\n  - job: a\n    steps:\n    - script: echo\n    - bash: |\n"
        "        b\n        c | sh\n- stage: Build\n  jobs:\n  - job: a\n  - job:\n    steps: [{script: x}]\n"
    )

    resources = made(tmp_path, text)

    assert list(resources) == [
        MAIN, "stages.Build.jobs.a", "stages.Build.jobs.a.steps.0", "stages.Build.jobs.a.steps.1", "stages.1.jobs.a",
        "stages.1.jobs.1", "stages.1.jobs.1.steps.0",
    ]  # fmt: skip
    assert resources["stages.Build.jobs.a"].place.line == 6
    commands = resources["stages.Build.jobs.a.steps.1"].value["commands"]
    assert [(each["program"], each["line"]) for each in commands] == [("b", 10), ("c", 11), ("sh", 11)]
    assert resources["stages.Build.jobs.a"].value["stage"] == "Build"
    assert resources["stages.Build.jobs.a"].locate("pool/vmImage").line == 2


def test_a_pipeline_may_be_one_job_or_a_list_of_them(tmp_path: Path) -> None:
    assert "job.steps.0" in made(tmp_path, f"{HEAD}steps: [{{script: x}}]")
    assert "jobs.a.steps.0" in made(tmp_path, f"{HEAD}jobs: [{{job: a, steps: [{{script: x}}]}}]")


def test_the_hooks_of_a_deployment_have_steps(tmp_path: Path) -> None:
    text = (
        f"{HEAD}jobs:\n- deployment: d\n  environment: {{name: prod, resourceType: x}}\n  strategy:\n    canary:\n"
        "      preDeploy: {steps: [{script: a}]}\n      deploy: {steps: [{script: b}]}\n"
        "      on: {failure: {steps: [{script: c}]}}\n"
    )

    resources = made(tmp_path, text)

    assert resources["jobs.d"].value["environment"]["name"] == "prod"
    assert resources["jobs.d"].value["kind"] == "deployment"
    scripts = [each.value["script"] for each in resources.values() if each.type == "azure-pipelines/step"]
    assert scripts == ["a", "b", "c"]
    assert "jobs.d.strategy.canary.on.failure.steps.2" in resources


@pytest.mark.parametrize(
    ("given", "hosted"),
    [
        ("{vmImage: windows-latest}", False),
        ("{name: Azure Pipelines, vmImage: x}", False),
        ("server", False),
        ("Default", True),
        ("mine", None),
        ("{name: $(Pool)}", None),
        ("{name: '${{ parameters.pool }}'}", None),
        ("${{ parameters.pool }}", None),
    ],
)
def test_whether_an_agent_is_ones_own(tmp_path: Path, given: str, hosted: bool | None) -> None:
    text = f"trigger: none\npool: x\njobs:\n- job: a\n  pool: {given}\n  steps: [{{script: x}}]\n"

    value = made(tmp_path, text)["jobs.a"].value

    assert is_unknown(value["self_hosted"]) if hosted is None else value["self_hosted"] is hosted


def test_a_pool_is_taken_from_the_nearest(tmp_path: Path) -> None:
    text = (
        f"{HEAD}stages:\n- stage: s\n  pool: of-stage\n  jobs: [{{job: a}}, {{job: b, pool: own}}]\n"
        f"- stage: t\n  jobs: [{{job: c}}]\n"
    )

    resources = made(tmp_path, text)

    pools = {name[-1]: each.value["pool"] for name, each in resources.items() if ".jobs." in name}
    assert {name: pool["name"] or pool["vm_image"] for name, pool in pools.items()} == {
        "a": "of-stage", "b": "own", "c": "ubuntu-22.04",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("trigger: none", {"declared": True, "enabled": False}),
        ("trigger: [main, dev]", {"enabled": True, "branches": {"include": ["main", "dev"], "exclude": []}}),
        ("trigger: {branches: {exclude: [x]}, tags: [v1]}", {"branches": {"include": [], "exclude": ["x"]},
                                                             "tags": {"include": ["v1"], "exclude": []}}),
        ("pr: none", {"declared": False, "enabled": True}),
    ],
)  # fmt: skip
def test_triggers_have_one_form(tmp_path: Path, given: str, wanted: dict[str, Any]) -> None:
    trigger = made(tmp_path, f"{given}\npool: x\nsteps: []\n")[MAIN].value["trigger"]

    assert {key: trigger[key] for key in wanted} == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("script: x", {"kind": "script", "script": "x", "task": None}),
        ("pwsh: x", {"kind": "pwsh", "script": "x"}),
        ("checkout: self\n  persistCredentials: true", {"checkout": {
            "repository": "self", "persist_credentials": True, "clean": None, "fetch_depth": None, "submodules": None,
            "lfs": None}}),
        ("checkout: none", {"kind": "checkout"}),
        ("task: AzureCLI@2\n  inputs: {scriptType: bash, inlineScript: x}",
         {"task": {"text": "AzureCLI@2", "name": "AzureCLI", "version": "2"}, "script": "x"}),
        ("task: My.Task@1.2.3\n  enabled: false", {"enabled": False}),
        ("task: Bash@3\n  inputs: {targetType: filePath, filePath: x.sh}", {"script": None}),
        ("publish: x\n  artifact: y", {"kind": "publish"}),
    ],
)  # fmt: skip
def test_steps_of_every_kind(tmp_path: Path, given: str, wanted: dict[str, Any]) -> None:
    value = step(tmp_path, f"- {given}\n")

    assert {key: value[key] for key in wanted} == wanted


def test_what_is_put_into_a_script_is_told(tmp_path: Path) -> None:
    value = step(
        tmp_path,
        "- bash: echo $(Build.SourceBranch) ${{ parameters['a'] }} ${{ parameters.b }} $[variables.c] $(date -u)\n",
    )

    assert value["macros"] == ["Build.SourceBranch"]
    assert value["parameters"] == ["a", "b"]
    assert value["expressions"] == ["parameters['a']", "parameters.b", "variables.c"]
    assert [each["program"] for each in value["commands"]] == ["echo", "date"]


@pytest.mark.parametrize(
    ("pool", "given", "programs"),
    [
        ("{vmImage: ubuntu-latest}", "script: x", ["x"]),
        ("{vmImage: windows-latest}", "script: x", [None]),
        ("{vmImage: windows-latest}", "bash: x", ["x"]),
        ("mine", "script: x", ["x", None]),
        ("{vmImage: ubuntu-latest}", "powershell: x", [None]),
        ("mine", "task: PythonScript@0\n  inputs: {script: import os}", [None]),
    ],
)
def test_commands_are_told_where_the_shell_is_known(
    tmp_path: Path, pool: str, given: str, programs: list[str | None]
) -> None:
    value = made(tmp_path, f"trigger: none\npool: {pool}\nsteps:\n- {given}\n")["job.steps.0"].value

    assert [None if is_unknown(each) else each["program"] for each in value["commands"]] == programs


def test_both_ways_of_a_condition_are_read_with_a_doubt(tmp_path: Path) -> None:
    text = (
        f"{HEAD}steps:\n- ${{{{ if eq(parameters.a, 'b') }}}}:\n  - script: yes-way\n- ${{{{ else }}}}:\n"
        "  - script: no-way\n"
        "- ${{ parameters.more }}\n- ${{ each x in parameters.xs }}:\n  - ${{ x }}\n- script: always\n"
    )

    resources = made(tmp_path, text)

    steps = [each for each in resources.values() if each.type == "azure-pipelines/step"]
    assert [(each.value["script"], each.doubt is None) for each in steps] == [
        ("yes-way", False), ("no-way", False), ("always", True),
    ]  # fmt: skip
    assert [is_unknown(each) for each in resources["job"].value["steps"]] == [False, False, True, True, False]


def test_a_value_that_a_condition_decides_is_unknown(tmp_path: Path) -> None:
    text = (
        "trigger: none\njobs:\n- job: a\n  ${{ if parameters.x }}:\n    container: x\n    steps: [{script: y}]\n"
        "  pool:\n    ${{ if parameters.x }}:\n      vmImage: x\n    ${{ else }}:\n      vmImage: y\n"
    )

    resources = made(tmp_path, text)

    assert is_unknown(resources["jobs.a"].value["container"])
    assert is_unknown(resources["jobs.a"].value["pool"]["vm_image"])
    assert resources["jobs.a"].doubt is None
    assert is_unknown(resources["jobs.a.steps.0"].doubt)


def test_templates_are_read_by_themselves(tmp_path: Path) -> None:
    text = f"{HEAD}jobs:\n- job: a\n  steps:\n  - template: t/s.yml\n    parameters: {{x: y}}\n- template: /t/j.yml\n"
    files = {
        "t/s.yml": "parameters: {x: ''}\nsteps: [{script: '${{ parameters.x }}'}]\n",
        "t/j.yml": "jobs: [{job: b}]\n",
    }

    reading = read(tmp_path, text, **files)

    resources = by_address(reading)
    assert reading.gaps == []
    assert resources["t/s.yml"].value["template"] is True
    assert resources["t/s.yml"].value["trigger"] is None
    assert is_unknown(resources["t/s.yml#job"].value["pool"])
    assert resources["t/s.yml#job"].value["kind"] == "steps"
    assert resources["t/s.yml#job.steps.0"].value["parameters"] == ["x"]
    assert is_unknown(resources[f"{MAIN}#jobs.a"].value["steps"][0])
    assert is_unknown(resources["t/j.yml#jobs.b"].value["self_hosted"])


def test_templates_from_elsewhere_are_told(tmp_path: Path) -> None:
    text = (
        f"{HEAD}resources: {{repositories: [{{repository: r, type: github, name: a/b, ref: refs/tags/v1}}]}}\n"
        f"extends: {{template: x.yml@r}}\n"
    )

    value = made(tmp_path, text)[MAIN].value

    assert value["extends"] == {"template": "x.yml@r", "repository": "r", "file": None}
    assert value["repositories"] == [{"repository": "r", "type": "github", "name": "a/b", "ref": "refs/tags/v1"}]
    assert is_unknown(value["jobs"][0])


def test_steps_given_to_a_template_are_read_with_a_doubt(tmp_path: Path) -> None:
    text = (
        f"{HEAD}extends:\n  template: x.yml@r\n  parameters:\n    stages:\n    - stage: s\n      jobs:\n"
        "      - job: a\n"
        "        pool: mine\n        steps:\n        - template: y.yml@r\n          parameters:\n"
        "            pre: [{bash: x}]\n"
    )

    resources = made(tmp_path, text)

    assert is_unknown(resources["extends.stages.stages.s.jobs.a"].doubt)
    inner = resources["extends.stages.stages.s.jobs.a.steps.0.pre.job.steps.0"]
    assert (inner.value["script"], inner.place.line) == ("x", 14)
    assert resources["extends.stages.stages.s.jobs.a.steps.0.pre.job"].value["pool"]["name"] == "mine"


def test_variables_have_one_form_and_no_secrets(tmp_path: Path) -> None:
    text = (
        f"{HEAD}variables:\n- {{name: password, value: hunter2}}\n- group: g\n- template: v.yml@r\n"
        "- ${{ if parameters.x }}:\n  - {name: a, value: $(b), readonly: true}\n"
        "steps:\n- script: x\n  env: {TOKEN: hunter2, SYSTEM_ACCESSTOKEN: $(System.AccessToken)}\n"
        "- task: X@1\n  inputs: {password: hunter2}\n"
    )

    reading = read(tmp_path, text)

    assert "hunter2" not in repr(reading)
    variables = by_address(reading)[MAIN].value["variables"]
    assert [(each["name"], each["group"], each["template"]) for each in variables] == [
        ("password", None, None), (None, "g", None), (None, None, "v.yml@r"), ("a", None, None),
    ]  # fmt: skip
    assert variables[3]["value"] == "$(b)"
    env = by_address(reading)[f"{MAIN}#job.steps.0"].value["env"]
    assert env["SYSTEM_ACCESSTOKEN"] == "$(System.AccessToken)"


def test_a_container_of_the_pipeline_is_found_by_name(tmp_path: Path) -> None:
    text = (
        f"{HEAD}resources: {{containers: [{{container: c, image: 'a:1'}}]}}\njobs:\n"
        f"- {{job: a, container: c}}\n- {{job: b, container: 'x:2'}}\n"
    )

    resources = made(tmp_path, text)

    assert resources["jobs.a"].value["container"]["image"] == "a:1"
    assert resources["jobs.b"].value["container"]["tag"] == "2"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("a: b\n", 1),
        ("- a\n", 1),
        (f"{HEAD}steps: [\n", 4),
        (f"{HEAD}steps:\n- a\n", 4),
        (f"{HEAD}jobs:\n- a: b\n", 4),
        (f"{HEAD}stages:\n- a\n", 4),
        (f"{HEAD}steps:\n- template: none.yml\n", 4),
        (f"{HEAD}pool: x\n", 3),
    ],
)
def test_what_is_wrong_is_a_gap_and_other_files_are_read(tmp_path: Path, text: str, line: int) -> None:
    reading = read(tmp_path, text, **{"z/azure-pipelines.yml": f"{HEAD}steps: [{{script: x}}]"})

    assert [(gap.file, gap.line) for gap in reading.gaps] == [(MAIN, line)]
    assert "z/azure-pipelines.yml#job.steps.0" in by_address(reading)


def test_templates_that_use_each_other_end(tmp_path: Path) -> None:
    resources = made(
        tmp_path, f"{HEAD}steps: [{{template: a.yml}}]", **{"a.yml": "steps: [{template: azure-pipelines.yml}]"}
    )

    assert resources["a.yml"].value["template"] is True
