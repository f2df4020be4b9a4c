"""Pipelines made to break their readers: any tree of YAML is read without raising."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.collect.format import Format
from bartizan.collect.iac import azure_pipelines, github_actions, gitlab_ci
from bartizan.collect.resource import Resource
from bartizan.core.truth import Unknown
from tests.collect.iac.planting import plant, read_all

FILES = [
    (github_actions.FORMAT, ".github/workflows/x.yml"),
    (github_actions.FORMAT, "action.yml"),
    (gitlab_ci.FORMAT, ".gitlab-ci.yml"),
    (azure_pipelines.FORMAT, "azure-pipelines.yml"),
]
KEYS = {
    "github-actions": """
        on jobs runs using steps a runs-on group labels strategy matrix include os container image env
        services credentials uses with run script shell defaults permissions environment needs secrets
        inputs TOKEN
    """,
    "gitlab-ci": """
        a .b include local remote project file ref component inputs spec extends script before_script
        default image services name variables value inherit trigger environment tags rules stages needs
        !reference TOKEN $[[ inputs.x ]]
    """,
    "azure-pipelines": """
        trigger pr stages stage jobs job deployment steps script bash task inputs template parameters pool
        vmImage name demands variables value group resources repositories containers container strategy
        runOnce deploy on failure extends environment checkout env branches include ${{ if x }} ${{ else }}
        ${{ each x in y }} ${{ insert }}
    """,
}
TEXTS = [
    "", "a", "x.yml", "./x", "push", "${{ inputs.x }}", "${{ matrix.os }}", "$(a) | sh", "$X:$Y", "$[[ inputs.x ]]",
    "a@b", "docker://a", "self-hosted", "https://x/y", "b", "/azure-pipelines.yml", ".gitlab-ci.yml",
    "curl x | sh\nfoo",
]  # fmt: skip


def keys(form: Format) -> list[str]:
    text = " ".join(KEYS[form.id].split())
    spaced = [
        key
        for key in ("${{ if x }}", "${{ else }}", "${{ each x in y }}", "${{ insert }}", "$[[ inputs.x ]]")
        if key in text
    ]
    for key in spaced:
        text = text.replace(key, "")
    return text.split() + spaced


def trees(form: Format) -> st.SearchStrategy[Any]:
    leaves = st.none() | st.booleans() | st.integers(-2, 3) | st.sampled_from(TEXTS)
    return st.dictionaries(
        st.sampled_from(keys(form)),
        st.recursive(
            leaves,
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(keys(form)), inner, max_size=4),
            max_leaves=25,
        ),
        max_size=6,
    )


def sound(resource: Resource) -> bool:
    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(isinstance(key, str) and plain(item) for key, item in value.items())
        if isinstance(value, list):
            return all(map(plain, value))
        return value is None or isinstance(value, str | int | float | bool | Unknown)

    return plain(resource.value) and all(line >= 1 and column >= 1 for line, column in resource.spots.values())


@pytest.mark.parametrize(("form", "file"), FILES, ids=[file for _, file in FILES])
@settings(max_examples=40)
@given(data=st.data())
def test_any_tree_is_read(
    form: Format, file: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = json.dumps(data.draw(trees(form)), indent=1)

    reading = read_all(form, plant(tmp_path_factory.mktemp("tree"), {file: text, "x.yml": "steps: [a]\n"}))

    addresses = [resource.address for resource in reading.resources]
    assert len(set(addresses)) == len(addresses)
    assert all(map(sound, reading.resources))
    assert all(gap.why.endswith(".") for gap in reading.gaps)


@pytest.mark.parametrize(("form", "file"), FILES, ids=[file for _, file in FILES])
@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"a: \x00",
        b"a: &x [*x]",
        b"- " * 5000,
        b"{" * 5000,
        b"a: &a [b]\nc: &c [*a, *a]\n" * 50,
        b"\t",
        b"%",
    ],
)
def test_broken_files_are_gaps(
    form: Format, file: str, content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tree = plant(tmp_path_factory.mktemp("tree"), {file: content + (b"\nruns:\n using:" if "action" in file else b"")})

    assert all(gap.file == file for gap in read_all(form, tree).gaps)
