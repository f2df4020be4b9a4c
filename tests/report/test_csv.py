"""CSV: every finding and gap a row, no cell a formula."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.report.conftest import Render
from tests.report.sample import REPORT


@pytest.fixture(scope="module")
def rows(render: Render) -> list[dict[str, str]]:
    """The sample's rows by column."""
    return list(csv.DictReader(StringIO(render("csv"), newline="")))


def test_the_table_as_it_is_written(render: Render, snapshot: SnapshotAssertion) -> None:
    assert render("csv") == snapshot


def test_every_finding_and_gap_is_a_row(rows: list[dict[str, str]]) -> None:
    assert len(rows) == len(REPORT.findings) + len(REPORT.coverage.gaps)
    assert {row["verdict"] for row in rows} == {"fail", "unknown", "not read"}


def test_no_cell_starts_a_formula(rows: list[dict[str, str]]) -> None:
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    assert "'=synthetic data" in {row["reason"] for row in rows}


def test_every_row_has_every_column(rows: list[dict[str, str]]) -> None:
    assert all(None not in row and None not in row.values() for row in rows)
