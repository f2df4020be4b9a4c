"""JSON of answers about attack paths: described key by key, and the same words as in a report."""

from __future__ import annotations

import json
from importlib.resources import files
from io import StringIO
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import bartizan.report
from bartizan.core.attack import Edit
from bartizan.report.attack.plain import edit
from bartizan.report.paths import json as format
from tests.report.attack import ATTACKED, BLAST, CLOSED, COMPARED, FIXES, MAIN, NONE, OPEN, PATHS
from tests.report.conftest import Render
from tests.report.test_json import SCHEMA as REPORT_SCHEMA
from tests.report.test_json import closed

SCHEMA = json.loads((files(bartizan.report) / "schema" / "attack.schema.json").read_text("utf-8"))
ANSWERS = (PATHS, NONE, FIXES, BLAST, OPEN, CLOSED, COMPARED)


def written(answer: Any) -> Any:
    stream = StringIO()
    format.write(answer, "examples/shop", "0.1.0", stream)
    return json.loads(stream.getvalue())


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: type(answer).__name__)
def test_what_is_written_is_described(answer: Any) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(closed(SCHEMA)).validate(written(answer))


def test_a_report_and_an_answer_describe_the_same_words_alike() -> None:
    both = set(SCHEMA["$defs"]) & set(REPORT_SCHEMA["$defs"])
    assert {"path", "hop", "cause", "goal", "node"} <= both
    assert all(SCHEMA["$defs"][name] == REPORT_SCHEMA["$defs"][name] for name in both)


def test_a_report_with_paths_is_described(render: Render) -> None:
    document = json.loads(render("json", ATTACKED))

    Draft202012Validator(closed(REPORT_SCHEMA)).validate(document)
    assert [path["id"] for path in document["attack"]["paths"]] == [path.id for path in PATHS.paths]
    assert {tuple(each["paths"]) for each in document["findings"]} == {(), (MAIN.id,)}


def test_a_possible_path_says_what_it_rests_on() -> None:
    doubtful = written(PATHS)["paths"][2]

    assert doubtful["certainty"] == "possible"
    assert doubtful["hops"][3]["unknowns"] == [
        "the policy of the secret is not in the code: var.secret_policy has no value"
    ]


def test_a_secret_that_a_fix_takes_out_is_not_published() -> None:
    told = json.dumps(edit(Edit(file="a", before='password = "hunter2"', after="", line=1)))
    assert "hunter2" not in told
