"""JSON that tools export from Azure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.collect.exports.azure_json import find_units, read_exports
from bartizan.collect.resource import Reading
from bartizan.collect.tree import walk
from bartizan.core.truth import Unknown

ASSIGNMENT = {
    "id": "/subscriptions/S/providers/Microsoft.Authorization/roleAssignments/one",
    "type": "Microsoft.Authorization/roleAssignments",
    "properties": {
        "principalId": "ABC",
        "roleDefinitionId": "/subscriptions/S/providers/Microsoft.Authorization/roleDefinitions/R",
    },
}


def readings(folder: Path) -> list[Reading]:
    tree = walk(folder)
    return [read_exports(unit, tree) for unit in find_units(tree)]


def read(tmp_path: Path, *documents: object) -> Reading:
    for number, document in enumerate(documents):
        text = document if isinstance(document, str) else json.dumps(document)
        (tmp_path / f"export{number}.json").write_text(text, "utf-8")
    (reading,) = readings(tmp_path)
    return reading


@pytest.mark.parametrize("wrap", [lambda each: [each], lambda each: {"value": [each]}, lambda each: {"data": [each]}])
def test_an_answer_of_any_tool_is_read_alike(tmp_path: Path, wrap: object) -> None:
    assert callable(wrap)
    (resource,) = read(tmp_path, wrap(ASSIGNMENT)).resources

    assert resource.type == "azure-export/roleAssignment"
    assert resource.value["scope"] == "/subscriptions/S"
    assert resource.value["principalId"] == "abc"
    assert resource.value["guid"] == "r"


def test_pages_one_after_the_other_are_read(tmp_path: Path) -> None:
    other = {**ASSIGNMENT, "id": f"{ASSIGNMENT['id']}2"}

    assert len(read(tmp_path, [{"value": [ASSIGNMENT]}, {"value": [other]}]).resources) == 2


def test_what_is_exported_twice_is_read_once(tmp_path: Path) -> None:
    assert len(read(tmp_path, [ASSIGNMENT], {"value": [ASSIGNMENT]}).resources) == 1


def test_members_that_were_not_exported_are_unknown(tmp_path: Path) -> None:
    (group,) = read(tmp_path, [{"id": "g", "displayName": "g", "securityEnabled": True}]).resources

    assert isinstance(group.value["members"], Unknown)


def test_templates_and_other_json_are_left_alone(tmp_path: Path) -> None:
    template = {"$schema": "s", "contentVersion": "1", "resources": [ASSIGNMENT]}
    (tmp_path / "template.json").write_text(json.dumps(template), "utf-8")
    (tmp_path / "package.json").write_text('{"name": "x"}', "utf-8")

    assert readings(tmp_path) == []


def test_a_broken_export_is_a_gap_that_says_what_to_do(tmp_path: Path) -> None:
    reading = read(tmp_path, json.dumps([ASSIGNMENT])[:-5])

    assert reading.resources == []
    assert "--output json" in reading.gaps[0].why


def test_classic_administrators_and_eligible_assignments_are_told_apart(tmp_path: Path) -> None:
    classic = {
        "id": "/subscriptions/S/providers/Microsoft.Authorization/classicAdministrators/1",
        "type": "Microsoft.Authorization/classicAdministrators",
        "properties": {"emailAddress": "ann@shop.example", "role": "ServiceAdministrator"},
    }
    eligible = {**ASSIGNMENT, "id": "e", "type": "Microsoft.Authorization/roleEligibilityScheduleInstances"}
    one, two = read(tmp_path, [classic, eligible]).resources

    assert one.value["principalId"] == "ann@shop.example"
    assert (one.value["eligible"], two.value["eligible"]) == (False, True)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
items = st.dictionaries(
    st.sampled_from(
        ["id", "type", "properties", "principalId", "roleDefinitionId", "scope", "permissions", "members", "owners",
         "userPrincipalName", "appId", "signInAudience", "managementGroupAncestorsChain", "details", "name"]
    ),
    values
    | st.sampled_from(
        ["Microsoft.Authorization/roleAssignments", "Microsoft.Management/managementGroups",
         "Microsoft.Authorization/roleDefinitions", "Microsoft.Resources/subscriptions"]
    ),
)  # fmt: skip


@given(st.lists(items, max_size=4))
@settings(max_examples=150, deadline=None)
def test_nothing_that_is_json_raises(tmp_path_factory: pytest.TempPathFactory, listed: list[object]) -> None:
    folder = tmp_path_factory.mktemp("export")
    (folder / "a.json").write_text(json.dumps([{"userPrincipalName": "x"}, *listed]), "utf-8")
    reading = readings(folder)[0]

    assert not reading.gaps
