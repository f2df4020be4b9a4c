"""What `gcloud` prints, read as resources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.exports.gcp.shapes import shape
from bartizan.collect.exports.gcp_json import FORMAT
from bartizan.collect.resource import Reading
from bartizan.collect.tree import walk

BINDING: dict[str, object] = {"role": "roles/viewer", "members": ["user:ann@x.example"]}
POLICY: dict[str, object] = {"bindings": [BINDING], "etag": "BwX=", "version": 1}


def read(directory: Path, **files: object) -> Reading:
    for name, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content)
        (directory / f"{name}.json").write_text(text, "utf-8")
    tree = walk(directory)
    units = list(FORMAT.units(tree))
    return FORMAT.read(units[0], tree) if units else Reading()


def types(reading: Reading) -> dict[str, str]:
    return {each.address: each.type for each in reading.resources}


@pytest.mark.parametrize("name", ["projects_shop", "project-shop-policy", "projects_shop_iam_policy", "projects.shop"])
def test_a_bare_policy_is_on_what_its_file_is_named_after(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, **{name: POLICY})

    on = "//cloudresourcemanager.googleapis.com/projects/shop"
    assert types(found)[f"{on}#roles/viewer"] == "gcloud/wide-grant"
    assert types(found)[on] == "gcloud/project"
    assert not found.gaps


def test_a_bare_policy_of_nothing_is_a_gap_that_says_what_to_do(tmp_path: Path) -> None:
    found = read(tmp_path, policy=POLICY)

    assert "name the file" in found.gaps[0].why
    assert found.gaps[0].about == "policy"


def test_a_project_goes_by_its_id_also_where_only_its_number_is_told(tmp_path: Path) -> None:
    projects = [{"projectId": "shop", "projectNumber": "12", "lifecycleState": "ACTIVE"}]
    policies = [{"resource": "//storage.googleapis.com/b", "assetType": "storage.googleapis.com/Bucket",
                 "project": "projects/12", "folders": ["folders/7"], "policy": POLICY}]  # fmt: skip

    found = read(tmp_path, projects=projects, policies=policies)

    named = [each for each in found.resources if each.type == "gcloud/project"]
    assert [(each.value["projectId"], each.value["parent"]) for each in named] == [("shop", "folders/7")]


def test_the_same_binding_in_two_files_is_one(tmp_path: Path) -> None:
    found = read(tmp_path, projects_shop=POLICY, project_shop=POLICY)

    assert sum(each.type == "gcloud/wide-grant" for each in found.resources) == 1


def test_two_bindings_of_one_role_are_two(tmp_path: Path) -> None:
    other = {"role": "roles/viewer", "members": ["user:bob@x.example"], "condition": {"expression": "true"}}

    found = read(tmp_path, projects_shop={**POLICY, "bindings": [BINDING, other]})

    assert sum(each.type == "gcloud/wide-grant" for each in found.resources) == 2


def test_members_of_a_group_are_joined_with_its_address(tmp_path: Path) -> None:
    group = [{"name": "groups/1", "groupKey": {"id": "ops@x.example"}}]
    members = [{"name": "groups/1/memberships/2", "preferredMemberKey": {"id": "ann@x.example"}}]

    found = read(tmp_path, group=group, members=members)

    assert [each.value for each in found.resources] == [{"email": "ops@x.example", "members": ["ann@x.example"]}]


@pytest.mark.parametrize(
    "content",
    [
        {"format_version": "1.0", "bindings": [], "members": "", "role": "", "etag": ""},
        {"type": "service_account", "private_key": "x", "uniqueId": "a@b.gserviceaccount.com"},
        {"kind": "RoleBinding", "roleRef": {}},
        {"name": "package", "version": "1"},
    ],
)
def test_other_files_are_left_alone(tmp_path: Path, content: object) -> None:
    assert read(tmp_path, other=content).resources == []


@pytest.mark.parametrize(
    "text",
    [
        '{"bindings": [{"role": 1, "members": {}}, null, 3], "etag": ""}',
        '{"bindings": {"members": "role"}, "etag": ""}',
        '{"bindings": [{"role": "x", "members": [',
        '[1, null, {"bindings": [], "members": 0, "role": 0, "etag": 0}]',
        '{"bindings": [{"role": null, "members": [null, 7]}], "etag": ""}',
        "[" * 5000 + '"bindings" "members" "role" "etag"',
    ],
)
def test_bad_input_is_a_gap_or_nothing(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, projects_shop=text)

    assert all(gap.why.endswith(".") for gap in found.gaps)


_JSON = st.recursive(
    st.none() | st.integers() | st.sampled_from(["projects/a", "folders/1", "roles/x", "groups/1/memberships/2"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["name", "bindings", "policy", "rules", "iamPolicy", "groupKey"]), inner)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["name", "bindings", "policy", "rules", "iamPolicy", "projectId"]), _JSON))
def test_no_object_makes_the_reader_raise(entry: dict[str, object]) -> None:
    assert isinstance(shape(entry), str)
