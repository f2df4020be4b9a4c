"""What is read of GitLab's pipelines: jobs as they will run, includes, and what is not known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bartizan.collect.iac.gitlab_ci import FORMAT
from bartizan.collect.resource import Reading, Resource
from bartizan.core.truth import Composite, Unknown
from tests.collect.iac.planting import by_address, plant, read_all

CI = ".gitlab-ci.yml"
REMOTE = "include: https://example.com/x.yml\n"


def is_unknown(value: Any) -> bool:
    return isinstance(value, Unknown)


def read(tmp_path: Path, text: str, **more: str) -> Reading:
    return read_all(FORMAT, plant(tmp_path, {CI: text, **more}))


def made(tmp_path: Path, text: str, **more: str) -> dict[str, Resource]:
    reading = read(tmp_path, text, **more)
    assert reading.gaps == []
    return {address.removeprefix(f"{CI}#"): each for address, each in by_address(reading).items()}


def job(tmp_path: Path, text: str, name: str = "a", **more: str) -> dict[str, Any]:
    return made(tmp_path, text, **more)[name].value


def test_files_are_grouped_by_repository(tmp_path: Path) -> None:
    tree = plant(
        tmp_path, dict.fromkeys((CI, "x.gitlab-ci.yml", "sub/.gitlab-ci.yml", "sub/d/y.gitlab-ci.yml"), "a: {}")
    )

    assert {unit.root: unit.files for unit in FORMAT.units(tree)} == {
        "": (CI, "x.gitlab-ci.yml"),
        "sub": ("sub/.gitlab-ci.yml", "sub/d/y.gitlab-ci.yml"),
    }


def test_a_pipeline_its_jobs_and_their_places(tmp_path: Path) -> None:
    resources = made(tmp_path, "stages: [x]\n\na:\n  stage: x\n  script:\n    - echo\n    - |\n      b\n      c | sh\n")

    assert resources[CI].value["stages"] == ["x"]
    assert resources[CI].value["jobs"] == [f"{CI}#a"]
    assert resources["a"].place.line == 3
    assert resources["a"].locate("stage").line == 4
    commands = resources["a"].value["commands"]
    assert [(each["program"], each["line"]) for each in commands] == [("echo", 6), ("b", 8), ("c", 9), ("sh", 9)]


def test_settings_at_the_top_are_no_jobs(tmp_path: Path) -> None:
    text = (
        "image: a\nvariables: {A: b}\nworkflow: {rules: []}\ncache: {}\nbefore_script: [x]\ndefault: {}\n"
        "spec: {}\npages: {script: [y]}\n"
    )

    assert [name for name, each in made(tmp_path, text).items() if each.type == "gitlab/job"] == ["pages"]


def test_extending_joins_mappings_and_replaces_lists(tmp_path: Path) -> None:
    text = (
        ".a: {variables: {A: a, B: a}, script: [x], tags: [t]}\n.b: {variables: {B: b}, script: [y]}\n"
        "a: {extends: [.a, .b], variables: {C: c}}\n"
    )

    value = job(tmp_path, text)

    assert value["variables"] == {"A": "a", "B": "b", "C": "c"}
    assert (value["script"], value["tags"], value["extends"]) == (["y"], ["t"], [".a", ".b"])


def test_what_is_extended_keeps_its_place(tmp_path: Path) -> None:
    resource = made(tmp_path, ".a:\n  image: x\n  variables:\n    A: a\n\na:\n  extends: .a\n  script: [y]\n")["a"]

    assert resource.locate("image").line == 2
    assert resource.locate("variables/A").line == 4
    assert resource.locate("script/0").line == 8


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: {extends: a, script: [x]}", 1),
        ("a:\n  extends: .none\n  script: [x]", 2),
        ("a: {extends: b, script: [x]}\nb: {extends: a}", 2),
        ("a: {script: [x]}\nb: text", 2),
        ("include: /none.yml\na: {script: [x]}", 1),
        ("include: [/none.yml]\na: {script: [x]}", 1),
        ("include: .gitlab-ci.yml\na: {script: [x]}", 1),
        ("a: {script: [x]}\na: {script: [x]}", 2),
        ("a: {script: [x]}\nb: {trigger: {include: none.yml}}", 2),
    ],
)
def test_what_is_wrong_is_a_gap_and_the_rest_is_read(tmp_path: Path, text: str, line: int) -> None:
    reading = read(tmp_path, text)

    assert [(gap.line, gap.about != "") for gap in reading.gaps] == [(line, True)]
    assert by_address(reading)[f"{CI}#a"].value["script"] == ["x"]


@pytest.mark.parametrize("text", ["", "- a\n", "a: [\n", "text\n"])
def test_a_file_that_is_none_is_a_gap(tmp_path: Path, text: str) -> None:
    reading = read(tmp_path, text)

    assert len(reading.gaps) == 1
    assert reading.resources == []


def test_references_are_replaced_and_lists_flattened(tmp_path: Path) -> None:
    text = (
        ".x:\n  login: [a, b]\n  script: [!reference [.x, login], c]\n  variables: {V: w}\n"
        "a:\n  script:\n    - !reference [.x, script]\n    - [d, [e]]\n  variables: !reference [.x, variables]\n"
        "  image: !reference [.none, image]\n"
    )

    resource = made(tmp_path, text)["a"]

    assert resource.value["script"] == ["a", "b", "c", "d", "e"]
    assert resource.value["variables"] == {"V": "w"}
    assert is_unknown(resource.value["image"])
    assert [each["line"] for each in resource.value["commands"]] == [7, 7, 7, 8, 8]


def test_a_reference_may_name_a_whole_list(tmp_path: Path) -> None:
    text = ".if-main:\n- if: $CI_COMMIT_BRANCH == 'main'\na: {script: [x], rules: !reference [.if-main]}\n"

    assert job(tmp_path, text)["rules"] == [{"if": "$CI_COMMIT_BRANCH == 'main'"}]


def test_references_in_a_circle_end(tmp_path: Path) -> None:
    value = job(tmp_path, "a: {script: [!reference [b, script]]}\nb: {script: [!reference [a, script]]}\n")

    assert all(map(is_unknown, value["script"]))


def test_defaults_hold_unless_a_job_inherits_none(tmp_path: Path) -> None:
    text = (
        "image: old\ndefault: {image: ruby, before_script: [x], tags: [t]}\na: {script: [y]}\n"
        "b: {script: [y], image: go, inherit: {default: false}}\nc: {script: [y], inherit: {default: [tags]}}\n"
        ".d: {script: [y]}\n"
    )

    resources = made(tmp_path, text)

    assert resources["a"].value["image"]["name"] == "ruby"
    assert resources["a"].value["before_script"] == ["x"]
    assert [each["section"] for each in resources["a"].value["commands"]] == ["before_script", "script"]
    assert resources["a"].locate("image").line == 2
    assert (resources["b"].value["image"]["name"], resources["b"].value["before_script"]) == ("go", [])
    assert (resources["c"].value["image"], resources["c"].value["tags"]) == (None, ["t"])
    assert (resources[".d"].value["image"], resources[".d"].value["hidden"]) == (None, True)


def test_variables_of_images_are_replaced_as_far_as_known(tmp_path: Path) -> None:
    text = (
        "variables: {REG: r.example.com, IMG: '$REG/app', V: {value: '2'}}\n"
        "a:\n  image: $IMG:${V}\n  services: ['db:$CI_COMMIT_SHA', {name: 'x@sha256:ff', alias: y}]\n  script: x\n"
    )

    value = job(tmp_path, text)

    assert value["image"] == {
        "name": "r.example.com/app:2",
        "repository": "r.example.com/app",
        "tag": "2",
        "digest": None,
    }
    assert isinstance(value["services"][0]["name"], Composite)
    assert value["services"][0]["repository"] == "db"
    assert value["services"][1]["digest"] == "sha256:ff"


def test_literal_secrets_are_left_out(tmp_path: Path) -> None:
    text = (
        "variables: {DB_PASSWORD: hunter2, TOKEN: {value: hunter2, description: d}, URL: 'https://u:hunter2@h/'}\n"
        "a: {script: [x], variables: {API_KEY: hunter2, T: $CI_JOB_TOKEN, SECRET: $OTHER}}\n"
    )

    text += (
        ".v: {DB_PASSWORD: hunter2}\n"
        "b: {script: [x], rules: [{if: x, variables: {TOKEN: hunter2}}], parallel: {matrix: [{KEY: hunter2}]}}\n"
    )

    reading = read(tmp_path, text)

    assert "hunter2" not in repr(reading)
    assert by_address(reading)[f"{CI}#a"].value["variables"]["T"] == "$CI_JOB_TOKEN"
    assert by_address(reading)[CI].value["variables"]["TOKEN"]["description"] == "d"


def test_local_includes_are_merged_below_the_file(tmp_path: Path) -> None:
    text = "include: ['/ci/*.yml', {local: deep/**.yml}]\na: {script: [own]}\nb: {tags: [t]}\n"
    files = {
        "ci/x.yml": "a: {script: [x], image: i}\nb: {script: [x]}\n",
        "ci/y.yml": "include: {local: other.yml}\nc: {script: [y]}\n",
        "other.yml": "d: {script: [d]}\n",
        "deep/er/z.yml": "e: {script: [e]}\n",
    }

    resources = made(tmp_path, text, **files)

    assert resources["a"].value["script"] == ["own"]
    assert resources["a"].value["image"]["name"] == "i"
    assert resources["b"].value["tags"] == ["t"]
    assert {resources[name].place.file for name in "cde"} == {"ci/y.yml", "other.yml", "deep/er/z.yml"}
    (reading,) = [FORMAT.read(unit, plant(tmp_path, {})) for unit in FORMAT.units(plant(tmp_path, {}))]
    assert reading.also == ("ci/x.yml", "ci/y.yml", "deep/er/z.yml", "other.yml")


def test_inputs_are_filled_in(tmp_path: Path) -> None:
    text = "include: {local: t.yml, inputs: {stage: deploy, n: 3}}\n"
    template = (
        "spec: {inputs: {stage: {default: test}, n: , image: {default: alpine}, tag: }}\n---\n"
        '"$[[ inputs.stage ]]-job":\n  stage: $[[ inputs.stage ]]\n  retry: $[[ inputs.n ]]\n'
        "  image: $[[ inputs.image ]]:$[[ inputs.tag ]]\n  script: ['echo $[[ inputs.tag ]] $[[ inputs.n ]]']\n"
    )

    value = job(tmp_path, text, "deploy-job", **{"t.yml": template})

    assert (value["stage"], value["retry"]) == ("deploy", 3)
    assert (value["image"]["repository"], is_unknown(value["image"]["tag"])) == ("alpine", True)
    assert value["script"] == ["echo $[[ inputs.tag ]] 3"]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("https://example.com/x.yml", {"kind": "remote", "pinned": False}),
        ("{remote: 'https://example.com/x.yml', integrity: sha256-x}", {"kind": "remote", "pinned": True}),
        (f"{{remote: 'https://example.com/{'0a' * 20}/x.yml'}}", {"pinned": True}),
        (
            "{project: g/p, file: [/x.yml], ref: main}",
            {"kind": "project", "project": "g/p", "ref": "main", "pinned": False},
        ),
        ("{project: g/p, file: /x.yml}", {"ref": None, "pinned": False}),
        (f"{{project: g/p, file: /x.yml, ref: {'0a' * 20}}}", {"pinned": True}),
        ("{project: g/p, file: /x.yml, ref: $REF}", {"pinned": None}),
        ("{template: Jobs/SAST.gitlab-ci.yml, rules: []}", {"kind": "template", "conditional": True}),
        ("{component: gitlab.com/g/p/c@1.2.3}", {"kind": "component", "ref": "1.2.3", "pinned": False}),
        (f"{{component: 'gitlab.com/g/p/c@{'0a' * 20}'}}", {"pinned": True}),
    ],
)
def test_includes_from_elsewhere(tmp_path: Path, given: str, wanted: dict[str, Any]) -> None:
    include = made(tmp_path, f"include:\n- {given}\na: {{script: [x]}}\n")["include.0"]

    if wanted.get("pinned", 0) is None:
        assert is_unknown(include.value["pinned"])
    else:
        assert {key: include.value[key] for key in wanted} == wanted
    assert include.place.line == 2


def test_what_is_included_from_elsewhere_may_set_anything(tmp_path: Path) -> None:
    text = (
        f"{REMOTE}default: {{image: x}}\na: {{extends: .remote, script: [x]}}\nb: {{variables: {{A: b}}}}\n"
        f"c: {{script: [x]}}\n"
    )

    resources = made(tmp_path, text)

    assert is_unknown(resources["a"].value["services"])
    assert is_unknown(resources["a"].value["rules"])
    assert is_unknown(resources["b"].value["script"])
    assert is_unknown(resources["c"].value["services"])
    assert resources["c"].value["rules"] is None
    assert resources["c"].value["image"]["name"] == "x"
    assert resources["a"].value["unseen"] == ["it extends .remote, which is not here"]


def test_pipelines_that_jobs_start_are_read(tmp_path: Path) -> None:
    text = "a: {trigger: {include: [{local: child.yml}, {artifact: x.yml, job: b}]}}\n"

    resources = made(tmp_path, text, **{"child.yml": "c: {script: [x]}\n"})

    assert resources["child.yml"].type == "gitlab/pipeline"
    assert resources["child.yml#c"].value["script"] == ["x"]
    assert resources["a.include.1"].value["starts"] == f"{CI}#a"


def test_a_component_of_the_repository_is_found(tmp_path: Path) -> None:
    text = "include: {component: $CI_SERVER_FQDN/$CI_PROJECT_PATH/x@$CI_COMMIT_SHA}\n"

    assert "a" in made(tmp_path, text, **{"templates/x/template.yml": "a: {script: [x]}\n"})


@pytest.mark.parametrize("text", ["a: {script: [dir], tags: [windows]}", "a: {script: ['$env:A = 1']}"])
def test_a_windows_runner_leaves_commands_open(tmp_path: Path, text: str) -> None:
    assert is_unknown(job(tmp_path, text)["commands"][-1])


def test_merging_is_bounded(tmp_path: Path) -> None:
    base = ".a:\n" + "".join(f"  k{index}: {{x: y}}\n" for index in range(3000))
    jobs = "".join(f"j{index}: {{extends: .a, script: [x]}}\n" for index in range(2000))

    resources = made(tmp_path, base + jobs)

    assert len(resources) == 2002
    assert resources["j0"].value["k0"] == {"x": "y"}
    assert is_unknown(resources["j1999"].value["image"])
