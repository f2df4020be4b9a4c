"""JUnit: one suite a rule, skipped is not passed."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.report.conftest import Render


@pytest.fixture(scope="module")
def suites(render: Render) -> ET.Element:
    """The sample's document."""
    return ET.fromstring(render("junit"))


def test_the_document_as_it_is_written(render: Render, snapshot: SnapshotAssertion) -> None:
    assert render("junit") == snapshot


def test_the_counts_are_those_of_the_cases(suites: ET.Element) -> None:
    for counted in (suites, *suites.iter("testsuite")):
        cases = list(counted.iter("testcase"))
        assert int(counted.attrib["tests"]) == len(cases)
        assert int(counted.attrib["failures"]) == sum(case.find("failure") is not None for case in cases)
        assert int(counted.attrib["skipped"]) == sum(case.find("skipped") is not None for case in cases)


def test_an_open_verdict_is_skipped_and_says_why(suites: ET.Element) -> None:
    (case,) = (case for case in suites.iter("testcase") if case.attrib["name"] == "aws_kms_key.main")
    skipped = case.find("skipped")
    assert skipped is not None
    assert "var.rotate has no value" in skipped.attrib["message"]


def test_a_failure_has_its_place_and_its_fix(suites: ET.Element) -> None:
    (case,) = (case for case in suites.iter("testcase") if case.attrib["name"] == "aws_db_instance.orders")
    failure = case.findtext("failure") or ""
    assert case.attrib["file"] == "infra/database.tf"
    assert "infra/database.tf:1:1" in failure
    assert "Fix: Set `storage_encrypted`" in failure


def test_a_rule_that_only_passed_is_there(suites: ET.Element) -> None:
    assert "aws-vpc-flow-logged" in {suite.attrib["name"] for suite in suites.iter("testsuite")}
