"""OpenVEX as it is written: what our own reader, and any other, understands of it."""

from __future__ import annotations

import json
from dataclasses import replace

from bartizan.collect.vex import read
from bartizan.core.truth import Truth
from bartizan.core.vulnerability import Status, Vulnerability
from tests.report.conftest import Render
from tests.report.sample import REPORT

FOUND = Vulnerability(
    asset="package-lock.json//lodash@4.17.20",
    purl="pkg:npm/lodash@4.17.20",
    id="CVE-2021-23337",
    aliases=("GHSA-35jh-r3h4-6jhm",),
    fixed=("4.17.21",),
)
UNREACHED = replace(
    FOUND, id="CVE-1", status=Status.NOT_AFFECTED, reachable=Truth.NO, chain=("nothing imports lodash",)
)
WAITING = replace(FOUND, id="CVE-2", status=Status.UNDER_INVESTIGATION, chain=("the version cannot be compared",))


def test_every_status_is_told_with_its_reason(render: Render) -> None:
    document = json.loads(render("openvex", replace(REPORT, vulnerabilities=[FOUND, UNREACHED, WAITING])))

    told = {each["vulnerability"]["name"]: each for each in document["statements"]}
    assert told["CVE-2021-23337"]["action_statement"] == "Raise to 4.17.21."
    assert told["CVE-1"]["justification"] == "vulnerable_code_not_in_execute_path"
    assert told["CVE-2"]["status_notes"] == "the version cannot be compared"


def test_what_is_written_is_understood(render: Render) -> None:
    written = render("openvex", replace(REPORT, vulnerabilities=[FOUND, UNREACHED]))

    assert {(next(iter(one.products)), one.status) for one in read(written, "a")} == {
        (FOUND.purl, Status.AFFECTED),
        (FOUND.purl, Status.NOT_AFFECTED),
    }
