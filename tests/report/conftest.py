"""Fixtures of the report tests: the sample's sources on disk, and ways to render a report and an answer."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from bartizan.core.report import Report
from bartizan.report import Look, load
from bartizan.report.paths import Answer
from bartizan.report.paths import write as write_answer
from tests.report.sample import REPORT
from tests.report.sources import write_sources

Render = Callable[..., str]
Written = Callable[..., str]


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


@pytest.fixture(scope="session")
def written() -> Written:
    """Write an answer about attack paths in a format."""

    def write(id: str, answer: Answer, look: Look | None = None) -> str:
        stream = StringIO()
        write_answer(id, answer, stream, look or Look(), target="examples/shop", version="0.1.0")
        return stream.getvalue()

    return write
