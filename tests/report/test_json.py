"""JSON: complete, described, and the same in every order of time."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

import bartizan.report
from bartizan.core.finding import Verdict
from bartizan.report import Look
from bartizan.report.layout import Json, compact, lay_out
from tests.report.conftest import Render
from tests.report.sample import CLEAN, REPORT

SCHEMA = json.loads((files(bartizan.report) / "schema" / "report.schema.json").read_text("utf-8"))


def closed(schema: Any) -> Any:
    """Return the schema with every object closed: what is written but not described becomes an error."""
    if isinstance(schema, list):
        return [closed(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(member) for key, member in schema.items()}
    return {**inner, "additionalProperties": False} if isinstance(schema.get("properties"), dict) else inner


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_what_is_written_is_described(render: Render) -> None:
    check = Draft202012Validator(closed(SCHEMA), format_checker=Draft202012Validator.FORMAT_CHECKER)
    check.validate(json.loads(render("json")))
    check.validate(json.loads(render("json", CLEAN)))


def test_every_described_property_says_what_it_is() -> None:
    def described(schema: Any) -> bool:
        own = all("description" in p or "$ref" in p or "const" in p for p in schema.get("properties", {}).values())
        return own and all(described(member) for member in schema.values() if isinstance(member, dict))

    assert described(SCHEMA)


def test_nothing_is_left_out_whatever_the_look(render: Render) -> None:
    document = json.loads(render("json", look=Look(show=frozenset({Verdict.PASS}))))

    assert [f["fingerprint"] for f in document["findings"]] == [f.fingerprint for f in REPORT.findings]
    assert len(document["coverage"]["gaps"]) == len(REPORT.coverage.gaps)
    assert set(document["rules"]) == set(REPORT.rules)


def test_keys_come_in_a_fixed_order(render: Render) -> None:
    document = json.loads(render("json"))

    assert list(document)[:5] == ["schema_version", "tool", "target", "summary", "findings"]
    assert list(document["kinds"]) == sorted(document["kinds"])
    assert list(document["rules"]) == sorted(document["rules"])


def test_a_finding_is_one_line(render: Render) -> None:
    lines = render("json").splitlines()
    assert sum('"fingerprint"' in line for line in lines) == len(REPORT.findings)


def test_halves_of_characters_are_replaced_for_strict_readers() -> None:
    assert json.loads(compact({"a\ud800": ["\udcff", "\U0001f600"]})) == {"a\ufffd": ["\ufffd", "\U0001f600"]}


def test_a_layout_reads_back_as_what_it_was() -> None:
    value: Json = {"a": [1, {"b": None}, []], "c": {}, "d": True, "e": "x"}
    assert all(json.loads("".join(lay_out(value, depth))) == value for depth in range(5))


def test_an_iterator_is_written_as_an_array() -> None:
    assert json.loads("".join(lay_out({"a": iter([1, 2]), "b": iter([])}, 2))) == {"a": [1, 2], "b": []}
