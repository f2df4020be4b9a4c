"""`.tf.json`: the same language written as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bartizan.core.place import Place
from bartizan.core.truth import Composite, Ref, Unknown
from tests.collect.iac.terraform.planting import declared, plant, read, read_all


def values(tmp_path: Path, document: Any) -> dict[str, Any]:
    reading = read(tmp_path, {"main.tf.json": json.dumps(document)})
    assert reading.gaps == []
    return {address: each.value for address, each in declared(reading).items()}


def test_texts_are_templates(tmp_path: Path) -> None:
    found = values(
        tmp_path,
        {
            "//": "comment",
            "variable": {"n": {"default": 2, "type": "number"}, "who": {}},
            "locals": {"a": "${var.n + 1}", "b": ["x-${local.a}", {"k": "$${kept}"}]},
            "resource": {
                "t": {
                    "x": {
                        "//": "comment",
                        "count": "${local.a}",
                        "plain": "p",
                        "sum": "${count.index}",
                        "b": "${local.b}",
                        "who": "hi ${var.who}",
                        "flag": True,
                        "none": None,
                        "backslash": "a\\n",
                    }
                }
            },
            "output": {"o": {"value": "${t.x[0].id}", "sensitive": True}},
        },
    )

    assert [address for address in found if address.startswith("t.")] == ["t.x[0]", "t.x[1]", "t.x[2]"]
    value = found["t.x[1]"]
    assert isinstance(value.pop("who"), Composite)
    assert value == {
        "plain": "p",
        "sum": 1,
        "b": ["x-3", {"k": "${kept}"}],
        "flag": True,
        "none": None,
        "backslash": "a\\n",
    }
    assert found["output.o"]["value"].address == "t.x[0]"
    assert found["var.n"] == {"default": 2, "type": "number"}


@pytest.mark.parametrize("ingress", [{"port": 1}, [{"port": 1}]], ids=["one object", "list of objects"])
def test_nested_blocks_are_lists_however_they_are_written(tmp_path: Path, ingress: Any) -> None:
    document = {"resource": {"t": {"x": {"ingress": ingress, "tags": {"a": "b"}, "labels": {}, "sizes": [1]}}}}

    assert values(tmp_path, document)["t.x"] == {
        "ingress": [{"port": 1}],
        "tags": {"a": "b"},
        "labels": {},
        "sizes": [1],
    }


def test_blocks_may_be_listed_at_any_level(tmp_path: Path) -> None:
    document = {
        "resource": [{"t": {"a": {}}}, {"t": [{"b": [{"x": 1}]}]}],
        "provider": {"aws": [{"region": "r"}, {"alias": "w", "region": "s"}]},
        "terraform": {"required_version": ">= 1", "backend": {"s3": {"encrypt": True}}},
    }

    found = values(tmp_path, document)

    assert found["t.a"] == {}
    assert found["t.b"] == {"x": 1}
    assert found["provider.aws"] == {"region": "r"}
    assert found["provider.aws.w"] == {"alias": "w", "region": "s"}
    assert found["terraform.backend.s3"] == {"encrypt": True}


def test_dynamic_blocks_provisioners_and_meta_arguments(tmp_path: Path) -> None:
    document = {
        "resource": {
            "t": {
                "y": {},
                "x": {
                    "dynamic": {
                        "rule": {"for_each": [1, 2], "iterator": "each_one", "content": {"v": "${each_one.value}"}}
                    },
                    "provisioner": [{"local-exec": {"command": "c"}}],
                    "lifecycle": {"ignore_changes": ["tags"], "prevent_destroy": True},
                    "depends_on": ["t.y"],
                    "provider": "aws.west",
                },
            }
        }
    }

    assert values(tmp_path, document)["t.x"] == {
        "rule": [{"v": 1}, {"v": 2}],
        "provisioner": [{"command": "c", "type": "local-exec"}],
        "lifecycle": [{"ignore_changes": ["tags"], "prevent_destroy": True}],
        "depends_on": [Ref("the resource t.y", address="t.y")],
        "provider": "aws.west",
    }


def test_arguments_of_modules_stay_objects(tmp_path: Path) -> None:
    plant(tmp_path, {"m/main.tf": 'variable "o" {}\nresource "t" "x" {\n  a = var.o.k.v\n}\n'})
    document = {"module": {"m": {"source": "./m", "o": {"k": {"v": 5}}}}}
    plant(tmp_path, {"main.tf.json": json.dumps(document)})

    assert declared(read_all(tmp_path)[""])["module.m.t.x"].value == {"a": 5}


def test_places_are_those_of_the_keys(tmp_path: Path) -> None:
    text = json.dumps({"resource": {"t": {"x": {"a": 1, "b": [{"c": 2}]}}}}, indent=2)

    resource = declared(read(tmp_path, {"main.tf.json": text}))["t.x"]

    assert resource.place == Place("main.tf.json", 4, 7, 0)
    assert resource.spots["a"] == (5, 9)
    assert resource.locate("b/0/c").line == 8


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "expected"),
        ("[1]", "an object is expected"),
        ('{"resource": {"t": {"x": 1}}}', "an object is expected where"),
        ('{"resource": {"t": {"x": {"a": "${1 +"}}}}', "a value is expected"),
        ("[" * 10_000, "nested deeper"),
    ],
)
def test_broken_json_is_a_gap(tmp_path: Path, text: str, why: str) -> None:
    reading = read(tmp_path, {"main.tf.json": text, "b.tf": 'resource "t" "ok" {}\n'})

    assert "t.ok" in declared(reading)
    (gap,) = reading.gaps
    assert why in gap.why
    assert gap.line >= 1


def test_broken_template_makes_its_attribute_unknown(tmp_path: Path) -> None:
    reading = read(tmp_path, {"main.tf.json": '{"resource": {"t": {"x": {"a": "${1 +", "b": 1}}}}'})

    value = declared(reading)["t.x"].value
    assert value["b"] == 1
    assert isinstance(value["a"], Unknown)


def test_characters_that_only_json_can_escape_are_read(tmp_path: Path) -> None:
    text = '{"resource": {"t": {"x": {"a": "\\ud83d\\ude00 \\/"}}}}'

    assert declared(read(tmp_path, {"main.tf.json": text}))["t.x"].value == {"a": "\U0001f600 /"}
