"""Whole scans of bad and hostile input: no exception, a gap or an error that says what and where, the rest judged."""

from __future__ import annotations

import json
import os
import resource
import socket
import stat
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import bartizan
from bartizan.app.errors import TargetError
from bartizan.app.options import Options
from bartizan.core.finding import Verdict
from bartizan.core.place import Gap
from bartizan.core.report import Report
from tests.app.estates import OPEN_BUCKET, RULE
from tests.app.hostile import BROKEN, DEEP, EMPTY, TERRAFORM, tree

ONLY = Options(rules=(RULE,), cache=None, jobs=1)


def scanned(folder: Path, options: Options = ONLY) -> Report:
    """Scan what is bad beside what is good, and hold the scan to judging what is good."""
    report = bartizan.scan(tree(folder, {"good.yaml": OPEN_BUCKET, "good/main.tf": TERRAFORM}), options)

    failed = {finding.place.file for finding in report.failures()}
    assert failed >= {"good.yaml", "good/main.tf"}
    return report


def gaps(report: Report) -> list[Gap]:
    assert all(gap.why.endswith(".") and "internal error" not in gap.why for gap in report.coverage.gaps)
    return list(report.coverage.gaps)


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_a_gap_at_its_place(tmp_path: Path, name: str) -> None:
    files, places = BROKEN[name]

    report = scanned(tree(tmp_path, files))

    assert [(gap.file, gap.line, gap.column) for gap in gaps(report)] == places


@pytest.mark.parametrize("name", DEEP)
def test_what_nests_ten_thousand_deep_is_a_gap(tmp_path: Path, name: str) -> None:
    file, text = DEEP[name]

    report = scanned(tree(tmp_path, {file: text}))

    assert [gap.file for gap in gaps(report)] == [file]


def test_what_repeats_ten_thousand_times_without_nesting_is_read(tmp_path: Path) -> None:
    chain = f"locals {{\n  sum = {'1 + ' * 10_000}1\n  way = local.sum{'.a' * 10_000}\n}}\n{TERRAFORM}"
    script = f"FROM a\nRUN {'if a; then ' * 10_000}\nRUN {'$(' * 10_000}\n"

    report = scanned(tree(tmp_path, {"bad/main.tf": chain, "bad/Dockerfile": script}))

    assert "bad/main.tf" in {finding.place.file for finding in report.failures()}
    assert report.kinds["docker.stage"] == 1
    assert all(gap.about for gap in gaps(report))


def test_a_variable_that_is_not_set_is_unknown(tmp_path: Path) -> None:
    text = 'variable "acl" {}\nresource "aws_s3_bucket" "a" {\n  acl = var.acl\n}\n'

    report = scanned(tree(tmp_path, {"bad/main.tf": text}))

    (finding,) = [finding for finding in report.findings if finding.place.file == "bad/main.tf"]
    assert finding.verdict is Verdict.UNKNOWN
    assert any("var.acl" in unknown.why or "acl" in unknown.why for unknown in report.coverage.unknowns)
    assert report.tallies[RULE].passed == 0


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_texts_of_other_editors_are_read(tmp_path: Path, encoding: str) -> None:
    files = {"bad/a.yaml": OPEN_BUCKET.encode(encoding), "bad/main.tf": TERRAFORM.encode(encoding)}

    report = scanned(tree(tmp_path, files))

    assert {finding.place.file for finding in report.failures()} >= files.keys()
    assert gaps(report) == []


@pytest.mark.parametrize("file", EMPTY)
def test_an_empty_file_loses_nothing(tmp_path: Path, file: str) -> None:
    assert {gap.file for gap in gaps(scanned(tree(tmp_path, {file: ""})))} <= {file}


def test_an_empty_directory_has_nothing_and_lacks_nothing(tmp_path: Path) -> None:
    report = bartizan.scan(tmp_path, ONLY)

    assert report.findings == []
    assert report.coverage.complete


def test_a_file_above_the_bound_is_a_gap_that_names_the_flag(tmp_path: Path) -> None:
    large = {"bad/a.yaml": f"{OPEN_BUCKET}# {'x' * 5000}\n", "bad/main.tf": f"{TERRAFORM}# {'x' * 5000}\n"}

    report = scanned(tree(tmp_path, large), replace(ONLY, max_file_size=4096))

    assert [gap.file for gap in gaps(report)] == sorted(large)
    assert all("--max-file-size" in gap.why for gap in gaps(report))


def test_a_vast_file_costs_no_memory(tmp_path: Path) -> None:
    tree(tmp_path, {"bad/a.yaml": OPEN_BUCKET})
    os.truncate(tmp_path / "bad/a.yaml", 200_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    report = scanned(tmp_path)

    (gap,) = gaps(report)
    assert gap.file == "bad/a.yaml"
    assert "200 MB" in gap.why
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000  # KiB


def test_lines_of_megabytes_are_read(tmp_path: Path) -> None:
    long = "x" * 2_000_000
    wide = f'locals {{\n  a = "{long}"\n}}\n{TERRAFORM}'
    files = {"bad/a.yaml": f"{OPEN_BUCKET}Description: {long}\n", "bad/main.tf": wide}

    report = scanned(tree(tmp_path, files))

    assert {finding.place.file for finding in report.failures()} >= files.keys()


def test_thousands_of_small_files_are_read(tmp_path: Path) -> None:
    tree(tmp_path, {f"many/{n % 50}/{n}.yaml": OPEN_BUCKET for n in range(2500)})
    tree(tmp_path, {f"many/{n % 50}/{n}.txt": "Resources: nothing\n" for n in range(2500)})

    report = scanned(tmp_path)

    assert report.coverage.files == 5002
    assert len(report.failures()) == 2502


def test_links_in_circles_and_out_of_the_tree_are_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    tree(tmp_path, {"outside/a.yaml": OPEN_BUCKET, "inside/bad/here.txt": ""})
    (inside / "bad/out").symlink_to(tmp_path / "outside")
    (inside / "bad/up").symlink_to("..")
    (inside / "bad/one.yaml").symlink_to("two.yaml")
    (inside / "bad/two.yaml").symlink_to("one.yaml")
    (inside / "bad/main.tf").symlink_to("/etc/passwd")

    report = scanned(inside)

    assert len(report.failures()) == 2
    assert {gap.file for gap in gaps(report)} >= {"bad/out", "bad/main.tf"}


def test_special_files_in_a_tree_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "bad").mkdir()
    os.mkfifo(tmp_path / "bad/main.tf")
    os.mkfifo(tmp_path / "bad/Dockerfile")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.path.relpath(tmp_path / "bad/a.yaml"))

        assert gaps(scanned(tmp_path)) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser can read every file")
def test_what_may_not_be_read_is_a_gap(tmp_path: Path) -> None:
    tree(tmp_path, {"bad/main.tf": TERRAFORM, "closed/a.yaml": OPEN_BUCKET})
    (tmp_path / "bad/main.tf").chmod(0)
    (tmp_path / "closed").chmod(0)

    assert [gap.file for gap in gaps(scanned(tmp_path))] == ["bad/main.tf", "closed"]


def test_a_directory_that_disappears_meanwhile_is_a_gap(tmp_path: Path) -> None:
    tree(tmp_path, {"gone/a.yaml": OPEN_BUCKET, "gone/main.tf": TERRAFORM, "good.yaml": OPEN_BUCKET})

    def vanish(done: int, of: int) -> None:
        if done == 0:
            (tmp_path / "gone/a.yaml").unlink(missing_ok=True)
            (tmp_path / "gone/main.tf").unlink(missing_ok=True)
            (tmp_path / "gone").rmdir()

    report = bartizan.scan(tmp_path, replace(ONLY, cache=None), vanish)

    assert {gap.file for gap in gaps(report)} == {"gone/a.yaml", "gone/main.tf"}
    assert [finding.place.file for finding in report.failures()] == ["good.yaml"]


@pytest.mark.parametrize("kind", ["broken link", "fifo", "socket", "device"])
def test_a_target_that_is_no_file_is_an_error_that_says_so(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "target"
    with socket.socket(socket.AF_UNIX) as bound:
        if kind == "broken link":
            target.symlink_to("nowhere")
        elif kind == "fifo":
            os.mkfifo(target)
        elif kind == "socket":
            bound.bind(os.path.relpath(target))
        else:
            target = Path("/dev/null")

        with pytest.raises(TargetError, match="name a file or a directory"):
            bartizan.scan(target, ONLY)


def test_a_target_reached_through_a_link_is_read(tmp_path: Path) -> None:
    tree(tmp_path, {"real/a.yaml": OPEN_BUCKET})
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "link.yaml").symlink_to("real/a.yaml")

    reports = [bartizan.scan(tmp_path / name, ONLY) for name in ("link", "link.yaml")]

    assert [len(report.failures()) for report in reports] == [1, 1]


def test_half_characters_in_names_and_values_stay_what_they_are(tmp_path: Path) -> None:
    escaped = '{"resource": {"aws_s3_bucket": {"a": {"bucket": "\\ud800", "acl": "public-read"}}}}'
    planned = {"address": "aws_s3_bucket.\ud800", "type": "aws_s3_bucket", "values": {"acl": "public-read"}}
    plan = {"format_version": "1.2", "planned_values": {"root_module": {"resources": [planned]}}}
    tree(tmp_path, {"bad/main.tf.json": escaped, "bad/plan.json": json.dumps(plan)})

    report = scanned(tmp_path)

    assert {finding.place.file for finding in report.failures()} >= {"bad/main.tf.json", "bad/plan.json"}
    assert gaps(report) == []


def test_file_names_that_are_no_text_are_read_and_kept(tmp_path: Path) -> None:
    folder, options = tmp_path / "estate", replace(ONLY, cache=tmp_path / "cache")
    for name in (b"caf\xe9.yaml", b"d\xff/main.tf"):
        path = os.fsencode(folder) + b"/bad/" + name
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as stream:
            stream.write((TERRAFORM if name.endswith(b"tf") else OPEN_BUCKET).encode())

    first = scanned(folder, options)

    assert {finding.place.file for finding in first.failures()} >= {"bad/caf\udce9.yaml", "bad/d\udcff/main.tf"}
    assert bartizan.scan(folder, options) == first


def test_two_scans_on_one_cache_say_the_same(tmp_path: Path) -> None:
    folder, options = tmp_path / "estate", replace(ONLY, cache=tmp_path / "cache")
    tree(folder, {f"{n}.yaml": OPEN_BUCKET for n in range(40)})

    with ThreadPoolExecutor(4) as pool:
        reports = list(pool.map(lambda _: bartizan.scan(folder, options), range(8)))

    assert all(report == reports[0] for report in reports)
    assert len(reports[0].failures()) == 40


@pytest.mark.parametrize("mode", [0o500, 0o770, 0o707])
def test_a_cache_that_cannot_be_used_changes_nothing(tmp_path: Path, mode: int) -> None:
    (tmp_path / "cache").mkdir(mode=mode)
    (tmp_path / "cache").chmod(mode)

    scanned(tmp_path / "estate", replace(ONLY, cache=tmp_path / "cache"))

    shared = bool(mode & 0o022)
    assert not (shared and list((tmp_path / "cache").iterdir()))
    assert stat.S_IMODE((tmp_path / "cache").stat().st_mode) == mode


def test_a_file_in_place_of_the_cache_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("mine")

    scanned(tmp_path / "estate", replace(ONLY, cache=tmp_path / "cache"))

    assert (tmp_path / "cache").read_text() == "mine"


def test_a_scan_opens_no_connection_and_starts_no_strange_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []

    def refused(*_: Any, **__: Any) -> Any:
        raise AssertionError("a scan opens no connection")

    def noted(self: Any, args: Any, *rest: Any, **more: Any) -> None:
        started.append(os.path.basename(args if isinstance(args, str) else args[0]))
        original(self, args, *rest, **more)

    original = subprocess.Popen.__init__
    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refused, raising=False)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    monkeypatch.setattr(subprocess.Popen, "__init__", noted)
    monkeypatch.setattr(os, "system", refused)

    report = bartizan.scan(Path(__file__).parents[2] / "examples/shop", replace(ONLY, rules=()))

    assert report.findings
    assert set(started) <= {"kubectl", "helm", "git"}
    assert not [gap for gap in report.coverage.gaps if "internal error" in gap.why]
