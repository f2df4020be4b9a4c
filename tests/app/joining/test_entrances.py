"""What a stranger who can send requests can make an application do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bartizan.app.joining.requests import handled
from bartizan.collect.tree import walk
from bartizan.content.kinds.code.flaw import Flaw
from bartizan.content.kinds.software.application import Application
from bartizan.content.kinds.software.package import Package
from bartizan.core.truth import Partial, Truth, Unknown
from bartizan.core.vulnerability import Status, Vulnerability
from bartizan.graph.graph import led_to
from tests.app.joining.reading import joined, written

PACKAGE = "web/requirements.txt//lib@1.0"
NETWORK = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"


def application(directory: Path, code: str = "", *found: Vulnerability) -> tuple[Application, Package]:
    files = {
        "web/Dockerfile": "FROM python:3.12\nCOPY . /app\n",
        "web/requirements.txt": "lib==1.0\n",
        "web/app.py": code,
    }
    graph = joined(written(directory, files), found)
    return next(graph.of(Application)), next(each for each in graph.of(Package) if each.id == PACKAGE)


def vulnerability(**said: Any) -> Vulnerability:
    values = {"summary": "Remote code execution in lib", "vector": NETWORK, "reachable": Truth.YES, **said}
    return Vulnerability(asset=PACKAGE, purl="pkg:pypi/lib@1.0", id="CVE-2026-0001", **values)


COMMAND = "import os\nfrom flask import request\n\n\ndef ping():\n    os.system('ping ' + request.args['host'])\n"
UNSEEN = "import os\n\n\ndef ping(host):\n    os.system('ping ' + host)\n"


def test_a_flaw_on_input_of_a_request_is_an_entrance(tmp_path: Path) -> None:
    found, _ = application(tmp_path, COMMAND)

    assert found.read("entrances") == {"run-commands"}
    assert {str(id).partition("#")[0] for id in led_to(found.read("commands"))[0]} == {"web/app.py"}


def test_a_flaw_that_no_input_was_seen_to_reach_leaves_it_open(tmp_path: Path) -> None:
    found, _ = application(tmp_path, UNSEEN)

    entrances = found.read("entrances")

    assert isinstance(entrances, Partial)
    assert entrances.known == ()
    assert "web/app.py:5" in entrances.why


def test_no_flaw_is_no_entrance(tmp_path: Path) -> None:
    found, _ = application(tmp_path, "print('hello')\n")

    assert found.read("entrances") == frozenset()


@pytest.mark.parametrize(
    ("summary", "flag"),
    [
        ("Remote code execution in lib", "runs_commands"),
        ("Deserialization of untrusted data", "runs_commands"),
        ("Server-side request forgery", "sends_requests"),
        ("Path traversal in static files", "reads_files"),
        ("SQL injection in order_by", "asks_databases"),
        ("Authentication bypass by an empty header", "skips_sign_in"),
    ],
)
def test_a_summary_tells_what_a_vulnerability_lets_do(tmp_path: Path, summary: str, flag: str) -> None:
    _, package = application(tmp_path, "", vulnerability(summary=summary))

    others = ("runs_commands", "sends_requests", "reads_files", "asks_databases", "skips_sign_in")
    assert {name: package.values[name] for name in others} == {name: name == flag for name in others}


@pytest.mark.parametrize(
    "said",
    [
        {"vector": "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"},
        {"vector": "CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H"},
        {"vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H"},
        {"reachable": Truth.NO},
        {"status": Status.NOT_AFFECTED},
        {"summary": "Denial of service", "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"},
    ],
)
def test_a_vulnerability_that_strangers_cannot_use_is_no_entrance(tmp_path: Path, said: dict[str, Any]) -> None:
    found, package = application(tmp_path, "", vulnerability(**said))

    assert package.values["runs_commands"] is False
    assert found.read("entrances") == frozenset()


@pytest.mark.parametrize(
    "said",
    [
        {"reachable": Truth.UNKNOWN},
        {"summary": "Something in lib"},
        {"vector": ""},
        {"status": Status.UNDER_INVESTIGATION},
    ],
)
def test_a_vulnerability_that_strangers_may_use_leaves_it_open(tmp_path: Path, said: dict[str, Any]) -> None:
    found, package = application(tmp_path, "", vulnerability(**said))

    assert isinstance(package.values["runs_commands"], Unknown)
    assert isinstance(found.read("entrances"), Partial)


def test_what_is_exploited_or_likely_to_be_is_told_apart(tmp_path: Path) -> None:
    found, package = application(tmp_path, "", vulnerability(exploited=True, epss=0.05))

    assert package.values["runs_commands_now"] is True
    assert package.values["runs_commands_soon"] is False
    assert found.read("exploited") is True


def test_a_package_without_vulnerabilities_is_no_entrance(tmp_path: Path) -> None:
    found, package = application(tmp_path)

    assert package.values["runs_commands"] is False
    assert found.read("commands") == frozenset()


FOLLOWED = [
    ("def a(request):\n    x = request.args\n    run(x)\n", 3, False, True),
    ("def a():\n    for x in request.files:\n        run(x)\n", 3, False, True),
    ("def b(y):\n    run(y)\n\ndef a(request):\n    b(request.body)\n", 2, False, True),
    ("def b(y):\n    run(y)\n\ndef a(request):\n    b(y=request.body)\n", 2, False, True),
    ("def b(y):\n    run(y)\n\ndef a(request):\n    b(3)\n", 2, False, False),
    (
        "class A:\n    def b(self, y):\n        run(y)\n    def a(self):\n        self.b(self.request.body)\n",
        3,
        False,
        True,
    ),
    ("def a(event, context):\n    run(event['id'])\n", 2, True, True),
    ("def a(event, context):\n    run(event['id'])\n", 2, False, False),
    ("def a(event, context):\n    run(3)\n", 2, True, False),
    ("x = 1\nrun(x)\n", 2, True, False),
    ("def a(:\n", 1, True, False),
]


@pytest.mark.parametrize(("text", "line", "function", "expected"), FOLLOWED)
def test_input_is_followed_within_a_file(
    tmp_path: Path, text: str, line: int, *, function: bool, expected: bool
) -> None:
    tree = walk(written(tmp_path, {"app.py": text}))

    assert handled(tree, "app.py", line, function=function) is expected


def test_a_flaw_in_what_only_tests_run_is_closed(tmp_path: Path) -> None:
    graph = joined(written(tmp_path, {"tests/test_app.py": COMMAND}))

    assert [each.values["open"] for each in graph.of(Flaw)] == [False]
