"""Results of other tools taken over from SARIF."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bartizan.app.importing import ImportFault, imported
from bartizan.cli.import_command import COMMAND
from bartizan.core.claim import Severity
from bartizan.core.finding import Finding, Verdict
from bartizan.core.report import Report

RULE: dict[str, Any] = {
    "id": "sql-injection",
    "name": "SqlInjection",
    "shortDescription": {"text": "SQL made of text"},
    "fullDescription": {"text": "A value becomes a part of the statement."},
    "help": {"text": "Use parameters."},
    "helpUri": "https://rules.example/sql-injection",
    "properties": {"security-severity": "9.8", "tags": ["security"]},
    "messageStrings": {"found": {"text": "{0} flows into {1}, as in [here](1)."}},
}
PLACE: dict[str, Any] = {
    "physicalLocation": {
        "artifactLocation": {"uri": "src/a%20b.py", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 7, "startColumn": 3, "endLine": 9},
    }
}
RESULT: dict[str, Any] = {
    "ruleId": "sql-injection",
    "message": {"text": "It is unsafe."},
    "locations": [PLACE],
}


def log(*results: Any, rules: list[Any] | None = None, **run: Any) -> dict[str, Any]:
    driver = {"name": "Some Tool", "rules": [RULE] if rules is None else rules}
    return {"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": list(results), **run}]}


def written(folder: Path, *logs: Any) -> list[Path]:
    paths = [folder / f"results-{number}.sarif" for number in range(len(logs))]
    for path, each in zip(paths, logs, strict=True):
        path.write_bytes(each if isinstance(each, bytes) else json.dumps(each).encode())
    return paths


def taken(folder: Path, *logs: Any) -> Report:
    return imported(written(folder, *logs), folder)


def only(report: Report) -> Finding:
    (finding,) = report.findings
    return finding


def test_a_result_is_a_finding_in_our_words(tmp_path: Path) -> None:
    report = taken(tmp_path, log(RESULT))

    finding = only(report)
    card = report.rules["Some-Tool/sql-injection"]
    assert (finding.rule, finding.verdict, str(finding.place)) == (card.id, Verdict.FAIL, "src/a b.py:7:3")
    assert finding.place.end_line == 9
    assert finding.asset.startswith("src/a b.py#Some-Tool/sql-injection/")
    assert [(each.attribute, each.value) for each in finding.evidence] == [("message", "It is unsafe.")]
    assert (card.title, card.severity, card.fix) == ("SQL made of text", Severity.CRITICAL, "Use parameters.")
    assert card.because == "A value becomes a part of the statement."
    assert report.tallies[card.id].failed == 1
    assert (report.coverage.complete, report.kinds) == (True, {"code.flaw": 1})


def test_the_fingerprint_does_not_change_when_lines_move(tmp_path: Path) -> None:
    moved = json.loads(json.dumps(RESULT))
    moved["locations"][0]["physicalLocation"]["region"]["startLine"] = 99

    before, after = (only(taken(tmp_path, log(each))).fingerprint for each in (RESULT, moved))

    assert before == after


def test_the_same_message_twice_in_a_file_is_two_findings(tmp_path: Path) -> None:
    report = taken(tmp_path, log(RESULT, RESULT))

    assert len({finding.fingerprint for finding in report.findings}) == 2


def test_the_same_log_twice_is_counted_once(tmp_path: Path) -> None:
    first, second = written(tmp_path, log(RESULT), log(RESULT))

    assert len(imported([first, second], tmp_path).findings) == 1


def test_fingerprints_of_the_tool_tell_results_apart(tmp_path: Path) -> None:
    one, other = ({**RESULT, "partialFingerprints": {"hash": value}} for value in ("a", "b"))

    assets = {finding.asset for finding in taken(tmp_path, log(one, other)).findings}

    assert len(assets) == 2
    assert not any(asset.endswith("-2") for asset in assets)


@pytest.mark.parametrize(
    ("result", "rule", "severity"),
    [
        ({}, {}, Severity.MEDIUM),
        ({"level": "error"}, {}, Severity.HIGH),
        ({"level": "note"}, {"defaultConfiguration": {"level": "error"}}, Severity.LOW),
        ({}, {"defaultConfiguration": {"level": "error"}}, Severity.HIGH),
        ({"level": "error"}, {"properties": {"security-severity": "5.0"}}, Severity.MEDIUM),
        ({"properties": {"security-severity": 9}}, {}, Severity.CRITICAL),
        ({}, {"properties": {"security-severity": "high?"}}, Severity.MEDIUM),
    ],
)
def test_the_severity_comes_from_the_score_or_the_level(
    tmp_path: Path, result: dict[str, Any], rule: dict[str, Any], severity: Severity
) -> None:
    report = taken(tmp_path, log({**RESULT, **result}, rules=[{"id": "sql-injection", **rule}]))

    assert report.severity(only(report)) is severity


@pytest.mark.parametrize(
    ("result", "verdicts"),
    [
        ({"kind": "pass", "level": "none"}, []),
        ({"kind": "open"}, [Verdict.UNKNOWN]),
        ({"kind": "review"}, [Verdict.UNKNOWN]),
        ({"kind": "informational"}, []),
        ({"level": "none"}, []),
        ({"baselineState": "absent"}, []),
        ({"baselineState": "unchanged"}, [Verdict.FAIL]),
    ],
)
def test_the_kind_of_a_result_is_its_verdict(tmp_path: Path, result: dict[str, Any], verdicts: list[Verdict]) -> None:
    assert [each.verdict for each in taken(tmp_path, log({**RESULT, **result})).findings] == verdicts


@pytest.mark.parametrize(
    ("suppression", "by"),
    [
        ({"kind": "inSource", "justification": "reviewed"}, "comment"),
        ({"kind": "external", "status": "accepted"}, "waiver"),
        ({"kind": "external", "status": "underReview"}, None),
        ({"kind": "external", "status": "rejected"}, None),
    ],
)
def test_what_the_tool_was_told_to_accept_is_accepted(
    tmp_path: Path, suppression: dict[str, Any], by: str | None
) -> None:
    finding = only(taken(tmp_path, log({**RESULT, "suppressions": [suppression]})))

    assert (finding.suppression and finding.suppression.by) == by


def test_a_message_is_looked_up_and_filled_in(tmp_path: Path) -> None:
    message = {"id": "found", "arguments": ["name", "a query"]}

    finding = only(taken(tmp_path, log({**RESULT, "message": message})))

    assert finding.evidence[0].value == "name flows into a query, as in here."


def test_a_rule_is_found_by_its_place_in_a_list(tmp_path: Path) -> None:
    result = {key: value for key, value in RESULT.items() if key != "ruleId"}

    assert only(taken(tmp_path, log({**result, "ruleIndex": 0}))).rule == "Some-Tool/sql-injection"
    assert only(taken(tmp_path, log({**result, "ruleIndex": 7}))).rule == "Some-Tool/result"


def test_a_rule_of_an_extension_is_found(tmp_path: Path) -> None:
    tool = {
        "driver": {"name": "CodeQL"},
        "extensions": [{"name": "queries", "rules": [{"id": "py/x", "shortDescription": {"text": "No x"}}]}],
    }
    result = {**RESULT, "ruleId": "py/x", "rule": {"index": 0, "toolComponent": {"index": 0}}}

    report = taken(tmp_path, {"version": "2.1.0", "runs": [{"tool": tool, "results": [result]}]})

    assert report.rules["CodeQL/py/x"].title == "No x"


def test_a_part_of_a_rule_is_told_by_the_rule(tmp_path: Path) -> None:
    report = taken(tmp_path, log({**RESULT, "ruleId": "sql-injection/second"}))

    assert report.rules["Some-Tool/sql-injection/second"].title == "SQL made of text"


def test_rules_of_which_nothing_is_told_still_have_a_card(tmp_path: Path) -> None:
    report = taken(tmp_path, log(RESULT, rules=[]))

    card = report.rules["Some-Tool/sql-injection"]
    assert (card.title, card.fix) == ("sql-injection", "See what Some Tool says of sql-injection.")


@pytest.mark.parametrize(
    ("artifact", "bases", "file"),
    [
        ({"uri": "a.py"}, {}, "a.py"),
        ({"uri": "./x/../a.py"}, {}, "a.py"),
        ({"uri": "file:///build/app/a.py"}, {"SRC": {"uri": "file:///build/app/"}}, "a.py"),
        ({"uri": "a.py", "uriBaseId": "SRC"}, {"SRC": {"uri": "file:///build/app/"}}, "a.py"),
        ({"uri": "a.py", "uriBaseId": "SUB"}, {"SUB": {"uri": "sub/", "uriBaseId": "TOP"}}, "sub/a.py"),
        ({"uri": "a.py", "uriBaseId": "ME"}, {"ME": {"uri": "x/", "uriBaseId": "ME"}}, "x/a.py"),
        ({"uri": "file:///etc/a.py"}, {}, "/etc/a.py"),
        ({"uri": "file:///C:/app/a.py"}, {"SRC": {"uri": "file:///C:/app/"}}, "a.py"),
        ({"uri": "https://example.com/a.py"}, {}, "https://example.com/a.py"),
        ({"index": 0}, {}, "listed.py"),
    ],
)
def test_files_are_told_from_the_root(
    tmp_path: Path, artifact: dict[str, Any], bases: dict[str, Any], file: str
) -> None:
    result = {**RESULT, "locations": [{"physicalLocation": {"artifactLocation": artifact}}]}

    report = taken(tmp_path, log(result, originalUriBaseIds=bases, artifacts=[{"location": {"uri": "listed.py"}}]))

    assert only(report).place.file == file


def test_an_absolute_path_below_the_root_is_relative(tmp_path: Path) -> None:
    uri = (tmp_path / "src" / "a.py").as_uri()
    result = {**RESULT, "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}}}]}

    assert only(taken(tmp_path, log(result))).place.file == "src/a.py"


def test_a_result_without_a_place_is_at_what_it_names(tmp_path: Path) -> None:
    result = {**RESULT, "locations": [{"logicalLocations": [{"fullyQualifiedName": "shop.Cart.pay"}]}]}

    finding = only(taken(tmp_path, log(result)))

    assert finding.asset.startswith("shop.Cart.pay#")
    assert finding.place.file.endswith("results-0.sarif")


def test_related_places_are_evidence(tmp_path: Path) -> None:
    related = {**PLACE, "message": {"text": "read here"}}

    evidence = only(taken(tmp_path, log({**RESULT, "relatedLocations": [related]}))).evidence[1]

    assert (evidence.value, evidence.place and evidence.place.line) == ("read here", 7)


def test_what_the_tool_could_not_do_is_a_gap(tmp_path: Path) -> None:
    note = {"level": "error", "message": {"text": "b.py cannot be parsed\nat all"}, "locations": [PLACE]}
    run = {"executionSuccessful": False, "toolExecutionNotifications": [note]}

    report = taken(tmp_path, log(RESULT, invocations=[run]))

    whys = [gap.why for gap in report.coverage.gaps]
    assert any("did not end well" in why for why in whys)
    assert "Some-Tool: b.py cannot be parsed" in whys
    assert not report.coverage.complete


def test_a_bad_result_is_a_gap_and_the_rest_is_taken(tmp_path: Path) -> None:
    report = taken(tmp_path, log({**RESULT, "locations": 7}, RESULT))

    assert len(report.findings) == 1
    (gap,) = report.coverage.gaps
    assert "Result 1 of Some Tool" in gap.why


def test_a_bad_run_is_a_gap_and_the_rest_is_taken(tmp_path: Path) -> None:
    both = log(RESULT)
    both["runs"].insert(0, {"tool": "none"})

    report = taken(tmp_path, both)

    assert len(report.findings) == 1
    assert len(report.coverage.gaps) == 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is not JSON"),
        (b'{"version": "2.1.0", "runs": [\n{"tool"', "line 2, column"),
        (b'{"version": "2.1.0", "x": ' + b"[" * 100_000, "is not JSON"),
        (b"[" * 100_000, "not SARIF as its standard says"),
        (b"[]", "not SARIF as its standard says"),
        (b"{}", "is no SARIF"),
        (b'{"version": "2.0.0", "runs": []}', "is SARIF 2.0.0"),
        (b'{"version": "2.1.0"}', "convert the file"),
        (b"\xff\xfe\x00", "is not"),
        (b"\x00\x01\x02", "is not JSON"),
    ],
)
def test_a_file_that_is_no_log_is_an_error_that_says_so(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(ImportFault, match=says):
        taken(tmp_path, data)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ImportFault, match="No such file"):
        imported([tmp_path / "gone.sarif"])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    assert len(taken(tmp_path, json.dumps(log(RESULT)).encode(encoding)).findings) == 1


def test_our_own_log_comes_back(tmp_path: Path) -> None:
    (source,) = written(tmp_path, log(RESULT, {**RESULT, "suppressions": [{"kind": "inSource"}]}))
    ours = tmp_path / "ours.sarif"
    CliRunner().invoke(COMMAND, [str(source), "-f", f"sarif={ours}"])

    report = imported([ours], tmp_path)

    assert [finding.place for finding in report.findings] == [
        finding.place for finding in taken(tmp_path, log(RESULT, RESULT)).findings
    ]
    assert [finding.suppression is None for finding in report.findings].count(False) == 1
    assert {card.severity for card in report.rules.values()} == {Severity.CRITICAL}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [([], 1), (["--fail-on", "none"], 0), (["--strict", "--fail-on", "none"], 3)],
)
def test_the_exit_code_is_that_of_a_scan(tmp_path: Path, arguments: list[str], code: int) -> None:
    (path,) = written(tmp_path, log(RESULT, invocations=[{"executionSuccessful": False}]))

    done = CliRunner().invoke(COMMAND, [str(path), *arguments])

    assert done.exit_code == code
    assert "SQL made of text" in done.output


def test_a_bad_file_is_a_usage_error_on_the_command_line(tmp_path: Path) -> None:
    (path,) = written(tmp_path, b"{")

    done = CliRunner().invoke(COMMAND, [str(path)])

    assert done.exit_code == 1
    assert "is not JSON" in done.output


values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["uri", "text", "id", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(key=st.sampled_from([*RESULT, "rule", "level", "kind", "suppressions", "properties"]), value=values)
def test_any_result_gives_a_report(tmp_path: Path, key: str, value: Any) -> None:
    report = taken(tmp_path, log({**RESULT, key: value}, RESULT))

    assert report.findings
