"""What may happen around a scan: stopped, killed, disks that are full, names made to deceive whoever reads a report."""

from __future__ import annotations

import csv
import io
import json
import os
import resource
import signal
import stat
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bench import estate
from tests.app.estates import OPEN_BUCKET, RULE
from tests.app.hostile import TERRAFORM, tree
from tests.cli.test_cli import run

ODD_NAMES = (
    "new\nline", "\x1b[2J\x1b]0;x\x07", "<script>alert(1)</script>", "a`b|c*[d](e)", "=1+1", "::error::x",
    "%0A, :é\u202e",
)  # fmt: skip
FULL = Path("/dev/full")


def environment(folder: Path) -> dict[str, str]:
    temporary = folder / "tmp"
    temporary.mkdir(exist_ok=True)
    return {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "TMPDIR": str(temporary), "NO_COLOR": "1"}


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bartizan.cli.main", "scan", "estate", "--jobs", "2", *arguments]
    return subprocess.Popen(
        command, cwd=folder, env=environment(folder), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip


def children(pid: int) -> list[int]:
    """Return the processes that a process has started, as Linux tells them."""
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in path.read_text().split()] if path.exists() else []


def working(process: subprocess.Popen[str]) -> list[int]:
    """Wait until a scan reads in two processes, and return them."""
    while process.poll() is None:
        found = children(process.pid)
        if len(found) == 2:
            time.sleep(0.2)  # within fork itself, CPython loses a KeyboardInterrupt
            return found
        time.sleep(0.005)
    pytest.fail(f"it ended too early: {process.communicate()}")


def in_group(group: int) -> list[str]:
    """Return the processes of a group that are still there."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, parent_group = entry.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(parent_group) == group and state != "Z":
            found.append(str(entry))
    return found


linux = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells what processes there are")


@linux
def test_a_scan_that_is_stopped_leaves_nothing_behind(tmp_path: Path) -> None:
    estate.write(tmp_path / "estate", 20_000)
    process = start(tmp_path, "-f", "json=out.json")
    working(process)

    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=20)

    assert process.returncode == 130
    assert said.strip() == "Stopped."
    assert in_group(process.pid) == []
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == []
    assert [path for path in (tmp_path / "cache").rglob("tmp*") if path.is_file()] == []
    assert list((tmp_path / "tmp").iterdir()) == []


@linux
def test_a_signal_to_the_scan_alone_ends_its_readers_too(tmp_path: Path) -> None:
    estate.write(tmp_path / "estate", 20_000)
    process = start(tmp_path, "--no-cache")
    working(process)

    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)

    assert process.returncode == 130
    assert in_group(process.pid) == []


@linux
def test_a_reader_that_is_killed_loses_at_most_what_it_read(tmp_path: Path) -> None:
    estate.write(tmp_path / "estate", 6_000)
    whole = json.loads(run("scan", "estate", "--json", "--no-cache", cwd=tmp_path).stdout)
    process = start(tmp_path, "--no-cache", "--json")

    os.kill(working(process)[0], signal.SIGKILL)
    out, said = process.communicate(timeout=200)

    assert said == ""
    report = json.loads(out)
    lost = {gap["file"] for gap in report["coverage"]["gaps"]}
    assert all("ended the process" in gap["why"] for gap in report["coverage"]["gaps"])
    assert report["kinds"] == whole["kinds"] or lost
    assert in_group(process.pid) == []


@pytest.mark.skipif(not FULL.exists(), reason="/dev/full is not there to stand for a full disk")
def test_a_report_that_finds_standard_output_full_says_so(tmp_path: Path) -> None:
    tree(tmp_path, {"a.yaml": OPEN_BUCKET})
    command = [sys.executable, "-m", "bartizan.cli.main", "scan", ".", "--json"]
    with FULL.open("w") as full:
        done = subprocess.run(
            command, cwd=tmp_path, env=environment(tmp_path), text=True, stdout=full, stderr=subprocess.PIPE,
            check=False,
        )  # fmt: skip

    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_report_that_does_not_fit_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    """A bound on the size of files stands for a full disk: a device must not be named, see the next test."""
    tree(tmp_path, {"a.yaml": OPEN_BUCKET})
    command = [sys.executable, "-m", "bartizan.cli.main", "scan", ".", "-f", "json=out.json", "--no-cache"]

    done = subprocess.run(
        command, cwd=tmp_path, env=environment(tmp_path), text=True, capture_output=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )  # fmt: skip

    assert done.returncode == 2
    assert "File too large" in done.stderr
    assert {path.name for path in tmp_path.iterdir()} <= {"a.yaml", "tmp", "cache"}


def test_a_report_goes_through_what_is_no_file(tmp_path: Path) -> None:
    """A pipe stands for a device: the superuser would lose a real one."""
    tree(tmp_path, {"a.yaml": OPEN_BUCKET})
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        run("scan", ".", "-f", "junit=pipe", cwd=tmp_path)

        assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
        assert os.read(reader, 65_536)
    finally:
        os.close(reader)


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("odd")
    for name in ODD_NAMES:
        safe = name.replace("/", "\u2215")
        tree(folder, {f"{safe}.yaml": OPEN_BUCKET, f"{safe}.d/main.tf": TERRAFORM, f"{safe}.b/main.tf": "a = ]\n"})
    with open(os.fsencode(folder) + b"/caf\xe9.yaml", "wb") as stream:
        stream.write(OPEN_BUCKET.encode())
    return folder


def reported(odd: Path, format: str) -> str:
    done = run("scan", ".", "-v", "--rules", RULE, "-f", format, cwd=odd, PYTHONIOENCODING="utf-8")
    assert done.returncode == 1, done.stderr
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(
    "format",
    ["terminal", "json", "sarif", "html", "markdown", "csv", "junit", "github", "azure", "gitlab"],
)
def test_odd_names_are_never_printed_as_they_are(odd: Path, format: str) -> None:
    from bartizan.report import ids

    if format not in ids():
        pytest.skip(f"there is no format {format}")

    text = reported(odd, format)

    assert not set(text) & {"\x1b", "\x07", "\u202e"}


def test_odd_names_are_data_in_every_format(odd: Path) -> None:
    tags: set[str] = set()

    class Page(HTMLParser):
        def handle_data(self, data: str) -> None:
            if "alert(1)" in data:
                tags.add(self.get_starttag_text() or "")

    Page().feed(reported(odd, "html"))
    rows = list(csv.reader(io.StringIO(reported(odd, "csv"))))
    sarif = json.loads(reported(odd, "sarif"))

    assert not any(tag.startswith("<script") for tag in tags)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@"))]
    assert len({len(row) for row in rows}) == 1
    uris = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in sarif["runs"][0]["results"]
    ]
    assert len(uris) == 2 * len(ODD_NAMES) + 1
    assert all(uri.isascii() and not set(uri) & set(" <>\n\x1b") for uri in uris)
    assert "caf%E9.yaml" in uris


def test_odd_names_give_no_commands_to_a_pipeline(odd: Path) -> None:
    lines = reported(odd, "github").splitlines()

    commands = [line for line in lines if line.startswith("::")]
    assert all(line.startswith(("::error ", "::warning ", "::notice ", "::group", "::endgroup")) for line in commands)
