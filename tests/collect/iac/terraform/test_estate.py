"""A whole configuration gives what Terraform's own plan of it says, value by value.

`estate.plan.json` is what `terraform show -json` printed for `estate/` (Terraform 1.11.4, sensitive marks left out).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bartizan.collect.iac.terraform_plan import PLAN_FORMAT
from bartizan.collect.resource import Resource
from bartizan.collect.tree import walk
from bartizan.core.truth import Composite, Ref, Unknown
from tests.collect.iac.terraform.planting import declared, read_all

HERE = Path(__file__).parent


def planned() -> dict[str, Resource]:
    tree = walk(HERE / "estate.plan.json")
    (unit,) = PLAN_FORMAT.units(tree)
    return declared(PLAN_FORMAT.read(unit, tree))


def evaluated() -> dict[str, Resource]:
    readings = read_all(HERE / "estate")
    assert list(readings) == [""]
    assert readings[""].gaps == []
    return declared(readings[""])


def differences(ours: Any, theirs: Any, path: str) -> list[str]:
    if isinstance(theirs, Unknown):
        return [] if isinstance(ours, Unknown) else [f"{path}: {ours!r} is known only after apply"]
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return [d for key in {**ours, **theirs} for d in differences(ours.get(key), theirs.get(key), f"{path}/{key}")]
    if isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        return [d for i, (a, b) in enumerate(zip(ours, theirs, strict=True)) for d in differences(a, b, f"{path}/{i}")]
    same = ours == theirs and isinstance(ours, bool) == isinstance(theirs, bool)
    return [] if same else [f"{path}: {ours!r} is {theirs!r}"]


def test_every_value_is_what_terraform_plans() -> None:
    ours, theirs = evaluated(), planned()
    things = {address for address, each in theirs.items() if each.type == "terraform_data"}

    found = [
        difference
        for address in sorted(things)
        for name in ("input", "triggers_replace")
        for difference in differences(ours[address].value.get(name), theirs[address].value.get(name), address)
    ]

    assert found == []
    assert {address for address, each in ours.items() if each.type == "terraform_data"} == things


def test_references_name_the_resource_they_wait_for() -> None:
    value = evaluated()["terraform_data.references"].value["input"]

    assert value["id"] == Ref(
        "known after apply: terraform_data.counted[0].id", address="terraform_data.counted[0]", attribute="id"
    )
    assert isinstance(value["composite"], Composite)
    assert [part if isinstance(part, str) else type(part) for part in value["composite"].parts] == ["id is ", Ref, "!"]
    assert [each.address for each in value["ids"]] == [f"terraform_data.counted[{index}]" for index in range(3)]


def test_outputs_and_variables_are_told() -> None:
    found = evaluated()

    assert found["output.names"].value == {"value": ["a", "b", "c"]}
    assert found["output.j"].value == {"value": "J"}
    assert found["var.loose"].value == {"default": "12"}


def test_interface_of_a_module_is_told_once_however_often_it_is_called() -> None:
    names = [
        each for each in evaluated().values() if each.place.file == "modules/leaf/main.tf" and each.type == "variable"
    ]

    assert [each.address.rpartition("var.")[2] for each in names] == ["name", "size", "extra"]
    assert names[0].value == {"type": "string", "nullable": False, "default": "unnamed"}


def test_files_read_beside_the_unit_are_named() -> None:
    reading = read_all(HERE / "estate")[""]

    assert reading.also == tuple(
        f"files/{name}" for name in ("data.csv", "data.json", "data.yaml", "greet.tpl", "none.txt", "plain.txt")
    )
