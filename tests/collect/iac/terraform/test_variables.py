"""Where variables get their values, and what their types make of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bartizan.core.truth import Unknown
from tests.collect.iac.terraform.planting import declared, read


def given(tmp_path: Path, declaration: str, **files: str) -> Any:
    """Return the value of `var.v`, given its block's content."""
    main = f'variable "v" {{\n{declaration}\n}}\nresource "t" "x" {{\n  v = var.v\n}}\n'
    names = {
        name.replace("_auto", ".auto").replace("_tfvars", ".tfvars").replace("_json", ".json"): text
        for name, text in files.items()
    }
    return declared(read(tmp_path, {"main.tf": main, **names}))["t.x"].value["v"]


def test_variable_without_a_value_is_unknown(tmp_path: Path) -> None:
    assert given(tmp_path, "type = string") == Unknown('variable "v" has no value: no default and no tfvars')


def test_default_of_null_is_known_to_be_unset(tmp_path: Path) -> None:
    assert given(tmp_path, "default = null") is None


def test_later_files_of_values_count(tmp_path: Path) -> None:
    files = {"terraform_tfvars": "v = 1", "a_auto_tfvars": "v = 2", "b_auto_tfvars_json": '{"v": 3}'}

    assert given(tmp_path, "default = 0", **files) == 3


def test_file_of_values_that_is_named_otherwise_does_not_count(tmp_path: Path) -> None:
    assert given(tmp_path, "default = 0", prod_tfvars="v = 2") == 0


def test_environment_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TF_VAR_v", "5")

    assert isinstance(given(tmp_path, ""), Unknown)


def test_broken_file_of_values_makes_what_it_may_set_unknown(tmp_path: Path) -> None:
    main = 'variable "a" {\n  default = 0\n}\nvariable "b" {\n  default = 0\n}\nvariable "c" {\n  default = 0\n}\n'
    main += 'resource "t" "x" {\n  a = var.a\n  b = var.b\n  c = var.c\n}\n'
    files = {"main.tf": main, "terraform.tfvars": "a = 1", "x.auto.tfvars": "b = (\nc = 3", "y.auto.tfvars": ""}

    reading = read(tmp_path, files)

    value = declared(reading)["t.x"].value
    assert isinstance(value["a"], Unknown)
    assert isinstance(value["b"], Unknown)
    assert value["c"] == 3
    assert [(gap.file, gap.line) for gap in reading.gaps] == [("x.auto.tfvars", 2)]


@pytest.mark.parametrize(
    ("type_", "value", "gives"),
    [
        ("bool", '"true"', True),
        ("number", '"5"', 5),
        ("string", "5", "5"),
        ("string", "1.50", "1.5"),
        ("string", "true", "true"),
        ("list(string)", "[1, true]", ["1", "true"]),
        ("list(number)", '["1"]', [1]),
        ("set(string)", '["b", "a", "b"]', ["a", "b"]),
        ("map(string)", "{ a = 1 }", {"a": "1"}),
        ("list(any)", '[1, "a"]', ["1", "a"]),
        ("map(any)", '{ a = 1, b = "x" }', {"a": "1", "b": "x"}),
        ("any", '[1, "a"]', [1, "a"]),
        ("tuple([string, number])", '[1, "2"]', ["1", 2]),
        ("object({ a = string })", "{ a = 1, extra = 2 }", {"a": "1"}),
        ("object({ a = optional(string) })", "{}", {"a": None}),
        ('object({ a = optional(string, "d") })', "{}", {"a": "d"}),
        ('object({ a = optional(string, "d") })', "{ a = null }", {"a": "d"}),
        ("object({ a = optional(object({ b = optional(number, 1) }), {}) })", "{}", {"a": {"b": 1}}),
        ("list(object({ a = optional(bool, true) }))", "[{}]", [{"a": True}]),
        ('map(object({ a = optional(list(string), ["x"]) }))', "{ k = {} }", {"k": {"a": ["x"]}}),
        ('"string"', "5", "5"),
        ('"list"', "[1]", [1]),
        ("list", '["a", 1]', ["a", "1"]),
        ("string", "null", None),
    ],
)
def test_values_are_converted_as_their_type_says(tmp_path: Path, type_: str, value: str, gives: Any) -> None:
    assert given(tmp_path, f"type = {type_}\ndefault = {value}") == gives


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        ("number", '"x"'),
        ("bool", '"yes"'),
        ("list(string)", '"x"'),
        ("object({ a = string })", "{}"),
        ("map(string)", "[1]"),
    ],
)
def test_value_that_is_not_of_its_type_is_unknown(tmp_path: Path, type_: str, value: str) -> None:
    found = given(tmp_path, f"type = {type_}\ndefault = {value}")

    assert isinstance(found, Unknown)
    assert "not of its type" in found.why


def test_declared_variables_are_told_with_type_and_default(tmp_path: Path) -> None:
    main = """variable "v" {
  type = object({
    a = string # why
  })
  sensitive   = true
  description = "d"
  validation {
    condition     = true
    error_message = "x"
  }
}
"""

    found = declared(read(tmp_path, {"main.tf": main}))["var.v"]

    assert found.type == "variable"
    assert found.value == {"type": "object({\n    a = string \n  })", "sensitive": True, "description": "d"}
