"""The commands on attack paths as a person uses them: what they print where, their exit codes, their errors."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

import bartizan.report
from bartizan.report.paths import ids
from bartizan.report.paths.picture import ids as drawn
from tests.cli.targets import CLOSED, DOUBTFUL, OPEN, ask, estate, ingress, machine
from tests.cli.test_cli import run
from tests.report.test_json import closed

BUCKET = "aws_s3_bucket.customers"
WEB = "aws_instance.web"
EVERYONE = "0.0.0.0/0"
COMMANDS: dict[str, tuple[str, ...]] = {
    "paths": ("paths", "estate"),
    "fix": ("fix", "estate"),
    "blast-radius": ("blast-radius", BUCKET, "estate"),
    "reach": ("reach", "internet", BUCKET, "443", "estate"),
    "diff": ("diff", "before", "estate", "--fail-on", "none"),
}
WRITTEN = {
    "paths": ids(),
    "fix": ("html", "json", "markdown", "terminal"),
    "blast-radius": ("json", "terminal"),
    "reach": ("json", "terminal"),
    "diff": ids(),
}
BEGIN = {"html": "<!doctype html>", "json": "{", "markdown": "<!-- bartizan", "sarif": "{", "terminal": ""}
SCHEMA: dict[str, Any] = json.loads((files(bartizan.report) / "schema" / "attack.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a target that everyone can read, as `estate`, and as it was `before`."""
    folder = tmp_path_factory.mktemp("shared")
    estate(folder, OPEN)
    (folder / "before").mkdir()
    (folder / "before" / "main.tf").write_text(CLOSED, "utf-8")
    return folder


@pytest.mark.parametrize(("command", "format"), [(name, id) for name, known in WRITTEN.items() for id in known])
def test_every_command_writes_its_formats_and_nothing_else(shared: Path, command: str, format: str) -> None:
    done = ask(*COMMANDS[command], "-q", "-f", format, cwd=shared)

    assert done.err == ""
    assert done.out.lower().startswith(BEGIN[format])
    assert done.out.endswith("\n")
    assert "\x1b" not in done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_json_is_as_it_is_described(shared: Path, command: str) -> None:
    done = ask(*COMMANDS[command], "-q", "--json", cwd=shared)

    Draft202012Validator(closed(SCHEMA)).validate(json.loads(done.out))


@pytest.mark.parametrize("format", drawn())
def test_the_graph_is_written_in_every_format(shared: Path, format: str) -> None:
    done = ask("graph", "estate", "-q", "-f", format, cwd=shared)

    assert (done.code, done.err) == (0, "")
    assert "shop-customers" in done.out
    if format == "graphml":
        assert ElementTree.fromstring(done.out).tag.endswith("graphml")  # it was written just now
    if format == "json":
        assert json.loads(done.out)["directed"] is True


@pytest.mark.parametrize(
    ("command", "format"),
    [(name, id) for name, known in WRITTEN.items() for id in ids() if id not in known],
)
def test_a_format_that_an_answer_has_not_is_told_with_those_it_has(shared: Path, command: str, format: str) -> None:
    done = ask(*COMMANDS[command], "-q", "-f", format, cwd=shared)

    assert (done.code, done.out) == (2, "")
    assert f"Choose one of {', '.join(WRITTEN[command])}." in done.err


def test_a_format_that_an_answer_has_not_leaves_a_file_as_it_was(shared: Path) -> None:
    kept = shared / "kept.sarif"
    kept.write_text("as it was", "utf-8")

    done = ask("fix", "estate", "-q", "-f", "sarif=kept.sarif", cwd=shared)

    assert (done.code, kept.read_text("utf-8")) == (2, "as it was")


def test_answers_go_to_files_whole_and_to_standard_output_beside_them(tmp_path: Path) -> None:
    estate(tmp_path, OPEN)

    done = ask("paths", "estate", "-q", "-f", "terminal", "-f", "json=a.json", "-f", "html=a.html", cwd=tmp_path)
    drawn = ask("graph", "estate", "-q", "-f", "dot=a.dot", cwd=tmp_path)

    assert done.out.startswith("Attack paths  estate\n")
    assert drawn.out == ""
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["summary"]["reached"] == 1
    assert sorted(path.name for path in tmp_path.glob("a.*")) == ["a.dot", "a.html", "a.json"]


@pytest.mark.parametrize("command", ["paths", "graph"])
def test_a_file_that_can_not_be_written_is_an_error_that_names_it(shared: Path, command: str) -> None:
    done = ask(command, "estate", "-q", "-f", "json=gone/a.json", cwd=shared)

    assert (done.code, done.out) == (2, "")
    assert "gone" in done.err
    assert "No such file or directory" in done.err


@pytest.mark.parametrize(
    ("text", "wanted", "code"),
    [
        (OPEN, ["--fail"], 1),
        (OPEN, [], 0),
        (CLOSED, ["--fail"], 0),
        (DOUBTFUL, ["--fail"], 0),
    ],
    ids=["proven", "not asked to fail", "none", "possible"],
)
def test_paths_fails_for_proven_paths_where_it_is_asked_to(
    tmp_path: Path, text: str, wanted: list[str], code: int
) -> None:
    estate(tmp_path, text)

    assert ask("paths", "estate", "-q", *wanted, cwd=tmp_path).code == code


def test_possible_paths_are_told_apart_and_left_out_where_only_proven_ones_are_asked_for(tmp_path: Path) -> None:
    estate(tmp_path, DOUBTFUL)

    told, proven = (ask("paths", "estate", "-q", "--json", *more, cwd=tmp_path) for more in ([], ["--proven"]))

    assert [path["certainty"] for path in json.loads(told.out)["paths"]] == ["possible"]
    assert json.loads(proven.out)["paths"] == []


@pytest.mark.parametrize(
    ("cidrs", "port", "code", "word"),
    [
        ([EVERYONE], "443", 0, "OPEN"),
        ([EVERYONE], "tcp/443", 0, "OPEN"),
        ([EVERYONE], "80", 1, "CLOSED"),
        ([EVERYONE], "udp/443", 1, "CLOSED"),
        (["10.0.0.0/8"], "443", 1, "CLOSED"),
        (["${var.office}"], "443", 3, "UNKNOWN"),
    ],
)
def test_reach_tells_by_its_exit_code_too(tmp_path: Path, cidrs: list[str], port: str, code: int, word: str) -> None:
    estate(tmp_path, 'variable "office" {}\n' + machine(ingress(("443", "443"), *cidrs)))

    done = ask("reach", "internet", WEB, port, "estate", "-q", cwd=tmp_path)

    assert (done.code, done.out.split()[0], done.err) == (code, word, "")


def test_reach_names_the_rule_that_lets_in_and_its_line(tmp_path: Path) -> None:
    estate(tmp_path, machine(ingress(("443", "443"), EVERYONE)))

    done = ask("reach", "internet", WEB, "443", "estate", "-q", "--json", cwd=tmp_path)

    (passage,) = json.loads(done.out)["passages"]
    rule = next(via for via in passage["via"] if "allows tcp 443" in via["says"])
    line = (tmp_path / "estate" / "main.tf").read_text("utf-8").splitlines()[rule["place"]["line"] - 1]
    assert line.strip().startswith(("ingress", "cidr_blocks", "from_port"))


@pytest.mark.parametrize(("source", "code"), [("203.0.113.7", 0), ("203.0.113.0/24", 0), ("198.51.100.0/24", 1)])
def test_reach_is_asked_from_ranges_of_addresses(tmp_path: Path, source: str, code: int) -> None:
    estate(tmp_path, machine(ingress(("443", "443"), "203.0.113.0/24")))

    assert ask("reach", source, WEB, "443", "estate", "-q", cwd=tmp_path).code == code


def test_the_target_of_reach_is_the_working_directory_where_none_is_named(tmp_path: Path) -> None:
    estate(tmp_path, machine(ingress(("443", "443"), EVERYONE)))

    codes = [ask("reach", "internet", WEB, *more, "-q", cwd=tmp_path / "estate").code for more in ([], ["443"], ["."])]

    assert codes == [0, 0, 0]


def test_what_listens_on_no_network_of_its_own_is_not_said_to_be_closed(shared: Path) -> None:
    done = ask("reach", "internet", BUCKET, "estate", "-q", cwd=shared)

    assert done.code == 3
    assert "listens on no network of its own" in done.out
    assert f"--to {BUCKET}" in " ".join(done.out.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["paths"], "Usage:"),
        (["paths", "gone"], "gone does not exist; name a file or a directory"),
        (["paths", "estate", "-f", "nonsense"], "there is no format 'nonsense'; choose one of"),
        (["graph", "estate", "-f", "sarif"], "there is no format 'sarif'; choose one of"),
        (["paths", "estate", "--to", "nonsense"], "Nothing is called nonsense here, and it is no class of data."),
        (["paths", "estate", "--from", "nonsense"], "Nothing is called nonsense here. Say an asset by"),
        (["paths", "estate", "--top", "0"], "0 is not in the range"),
        (["paths", "estate", "--config", "gone.toml"], "'gone.toml' does not exist"),
        (["paths", "estate", "--max-file-size", "big"], "takes a size such as 64MB"),
        (["blast-radius", "nonsense", "estate"], "Nothing is called nonsense here. Say an asset by"),
        (["blast-radius", "customer", "estate"], "Nothing is called customer here. There are:"),
        (["reach", "internet"], "Missing argument"),
        (["reach", "internet", BUCKET, "99999", "estate"], "99999 is no port: write 443, tcp/443, udp/53 or icmp."),
        (["reach", "internet", BUCKET, "http", "estate"], "http is no port"),
        (["reach", "internet", BUCKET, "1", "2", "3"], "reach takes SOURCE, DESTINATION, a PORT and a TARGET"),
        (["reach", "internet", BUCKET, "gone"], "gone does not exist"),
        (["reach", "300.0.0.0/8", BUCKET, "estate"], "300.0.0.0/8 is no range of addresses: write"),
        (["reach", "nonsense", BUCKET, "estate"], "Nothing is called nonsense here."),
        (["reach", "internet", "10.0.0.1", "estate"], "10.0.0.1 is no asset."),
        (["reach", BUCKET, "internet", "estate"], "internet is no asset."),
        (["diff", "before"], "Missing argument 'HEAD'"),
        (["diff", "before", "estate", "--fail-on", "often"], "--fail-on often: expected one of new-path"),
        (["diff", "gone", "estate"], "gone is no revision of the repository that . is in, and no path."),
        (["diff", "before", "estate", "gone"], "leave out gone."),
    ],
)
def test_what_can_be_mended_is_said_and_gives_two(shared: Path, arguments: list[str], said: str) -> None:
    done = ask(*arguments, *(["-q"] if len(arguments) > 1 else []), cwd=shared)

    assert done.code == 2 or said == "Usage:"
    assert said in done.out + done.err
    assert done.out == "" or said == "Usage:"


def test_a_name_of_several_is_told_with_all_of_them(tmp_path: Path) -> None:
    estate(tmp_path, OPEN + 'resource "aws_sns_topic" "customers" {}\n')

    done = ask("blast-radius", "customers", "estate", "-q", cwd=tmp_path)

    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[0] == "Error: customers is the name of 2; say which one:"
    assert {line.strip() for line in done.err.splitlines()[1:]} == {BUCKET, "aws_sns_topic.customers"}


def test_an_error_is_short(shared: Path) -> None:
    done = ask("blast-radius", "nonsense", "estate", "-q", cwd=shared)

    assert len(done.err.strip().splitlines()) == 1


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_colours_and_progress_are_for_terminals_alone(shared: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, cwd=shared, TERM="xterm")

    assert "\x1b" not in done.stdout + done.stderr
    assert done.stderr == ""
    assert "Traceback" not in done.stdout


def test_goals_and_starts_are_chosen_by_class_by_name_and_by_address(tmp_path: Path) -> None:
    estate(tmp_path, OPEN)

    reached = [
        json.loads(ask("paths", "estate", "-q", "--json", *wanted, cwd=tmp_path).out)["summary"]["reached"]
        for wanted in (
            ["--to", "customer"],
            ["--to", "sensitive"],
            ["--to", "all"],
            ["--to", BUCKET],
            ["--to", "shop-*"],
            ["--to", "payment"],
            ["--to", "admin"],
            ["--from", BUCKET],
        )
    ]

    assert reached == [1, 1, 1, 1, 1, 0, 0, 0]


def test_the_fix_of_a_small_target_cuts_its_path_when_tried(tmp_path: Path) -> None:
    estate(tmp_path, OPEN)

    found = json.loads(ask("fix", "estate", "-q", "--json", "--verify", cwd=tmp_path).out)

    assert found["summary"]["left"] == 0
    assert [repair["verified"] for repair in found["repairs"]] == [True]
    assert (tmp_path / "estate" / "main.tf").read_text("utf-8") == OPEN
