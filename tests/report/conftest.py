"""Fixtures of the report tests: the sample's sources on disk, and a way to render a report."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from bartizan.core.report import Report
from bartizan.report import Look, load
from tests.report.sample import REPORT
from tests.report.sources import write_sources

Render = Callable[..., str]


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's source files, written to disk."""
    return write_sources(tmp_path_factory.mktemp("shop"))


@pytest.fixture(scope="session")
def render(root: Path) -> Render:
    """Render the sample, or another report, in a format; with the sample's sources unless told otherwise."""

    def write(id: str, report: Report = REPORT, look: Look | None = None) -> str:
        stream = StringIO()
        load(id).write(report, stream, look or Look(root=root))
        return stream.getvalue()

    return write
