"""SARIF of attack paths: valid by the standard's own schema, in order, and certain only where the path is."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

from jsonschema import Draft7Validator

from bartizan.report import Look
from bartizan.report.paths import sarif
from tests.report.attack import ATTACKED, COMPARED, DOUBTFUL, MAIN, NONE, PATHS, hostile, long, several
from tests.report.conftest import Render
from tests.report.sample import HOSTILE_NAMES
from tests.report.test_sarif import official_schema


def written(answer: Any) -> Any:
    stream = StringIO()
    sarif.write(answer, stream, "0.1.0", base="cloud/")
    return json.loads(stream.getvalue())


def results(answer: Any) -> Any:
    return written(answer)["runs"][0]["results"]


def test_the_logs_are_valid_by_the_official_schema(render: Render) -> None:
    check = Draft7Validator(official_schema(), format_checker=Draft7Validator.FORMAT_CHECKER)
    evil = several(*(hostile(number) for number in range(len(HOSTILE_NAMES))))

    for answer in (PATHS, COMPARED, NONE, evil, several(long(40))):
        check.validate(written(answer))
    check.validate(json.loads(render("sarif", ATTACKED)))


def test_a_path_is_one_result_under_the_rule_of_its_goal() -> None:
    run = written(PATHS)["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert [one["ruleId"] for one in run["results"]] == [
        "attack-path-customer",
        "attack-path-administrator",
        "attack-path-payment",
    ]
    assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in run["results"])
    assert [one["partialFingerprints"]["bartizanPath/v1"] for one in run["results"]] == [p.id for p in PATHS.paths]


def test_only_proven_paths_are_errors() -> None:
    assert [one["level"] for one in results(PATHS)] == ["error", "error", "warning"]
    assert "It rests on what could not be seen: the policy of the secret" in results(PATHS)[2]["message"]["text"]


def test_the_flow_goes_from_cause_to_cause_in_order() -> None:
    (flow,) = results(PATHS)[0]["codeFlows"][0]["threadFlows"]
    steps = [
        (
            one["location"]["physicalLocation"]["artifactLocation"]["uri"],
            one["location"]["physicalLocation"]["region"]["startLine"],
        )
        for one in flow["locations"]
    ]

    assert [one["executionOrder"] for one in flow["locations"]] == [1, 2, 3, 4, 5]
    assert steps == [
        ("cloud/services/storefront/package.json", 7),
        ("cloud/deploy/storefront.yaml", 8),
        ("cloud/deploy/storefront.yaml", 45),
        ("cloud/infra/cluster.tf", 52),
        ("cloud/infra/cluster.tf", 38),
    ]


def test_the_way_through_the_graph_names_its_edges() -> None:
    for one in results(PATHS):
        (drawn,), (way,) = one["graphs"], one["graphTraversals"]
        nodes = {node["id"] for node in drawn["nodes"]}
        assert all({edge["sourceNodeId"], edge["targetNodeId"]} <= nodes for edge in drawn["edges"])
        assert [edge["edgeId"] for edge in way["edgeTraversals"]] == [edge["id"] for edge in drawn["edges"]]


def test_of_a_change_only_the_opened_paths_are_results_at_the_line_that_did_it() -> None:
    first, second = results(COMPARED)

    assert first["partialFingerprints"]["bartizanPath/v1"] == MAIN.id
    assert first["locations"][0]["physicalLocation"]["region"]["startLine"] == 45
    assert "Opened by: privileged is true (deploy/storefront.yaml:45)" in first["message"]["text"]
    assert first["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"] == {
        "startLine": 44,
        "startColumn": 1,
        "endLine": 47,
        "endColumn": 1,
    }
    assert second["partialFingerprints"]["bartizanPath/v1"] == DOUBTFUL.id


def test_findings_on_a_path_lead_along_it(render: Render) -> None:
    (run,) = json.loads(render("sarif", ATTACKED, Look()))["runs"]
    led = [one for one in run["results"] if "codeFlows" in one]

    assert len(led) == 2
    assert len(run["graphs"]) == 1
    assert all(one["graphTraversals"][0]["runGraphIndex"] == 0 for one in led)
    assert led[0]["properties"]["priority"] == "act within 3 days"
