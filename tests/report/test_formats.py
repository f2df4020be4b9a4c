"""What holds for every output format: found by its name, deterministic, and safe with hostile text."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO, TextIOWrapper

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.core.finding import Evidence, Suppression, Verdict
from bartizan.core.place import Gap, Place
from bartizan.core.report import Coverage, UnknownValue
from bartizan.report import Look, UnknownFormat, formats, ids, load
from tests.report.conftest import Render
from tests.report.sample import CLEAN, REPORT, large

RAW = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ud800-\udfff\ufeff]")
"""Characters that no report may hold; line breaks are the reports' own."""

ALL = frozenset(Verdict)
OF_FINDINGS = [id for id in ids() if id != "openvex"]
"""OpenVEX tells of vulnerabilities alone."""


def test_the_formats_are_those_that_were_promised() -> None:
    promised = {"terminal", "json", "sarif", "junit", "gitlab", "github", "azure", "markdown", "csv", "html", "openvex"}
    assert set(ids()) == promised


def test_a_format_is_declared_in_the_module_named_like_it() -> None:
    assert all(format.id == id and format.title and format.extensions for id, format in formats().items())


def test_an_unknown_format_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(UnknownFormat, match="sarif, terminal"):
        load("yaml")


def test_loading_one_format_imports_no_other() -> None:
    code = (
        "import sys; from bartizan.report import load; load('json');"
        "print([m for m in sys.modules if m == 'rich' or m.startswith('bartizan.report.to.')])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "['bartizan.report.to.json']"


@pytest.mark.parametrize("id", ids())
def test_the_same_report_is_written_the_same(id: str, render: Render) -> None:
    assert render(id) == render(id)


@pytest.mark.parametrize("id", ids())
def test_a_report_without_findings_is_written(id: str, render: Render) -> None:
    assert render(id, CLEAN).endswith("\n") or id in ("github", "azure")


@pytest.mark.parametrize("id", ids())
def test_a_report_of_nothing_at_all_is_written(id: str, render: Render) -> None:
    nothing = replace(CLEAN, tallies={}, kinds={}, coverage=Coverage(files=0, read=0))
    assert "Traceback" not in render(id, nothing)


@pytest.mark.parametrize("id", ids())
def test_nothing_hostile_is_written_raw(id: str, render: Render) -> None:
    text = render(id, look=Look(verbose=True, show=ALL))
    assert RAW.search(text.replace("\u2060", "")) is None


@pytest.mark.parametrize("id", ids())
def test_a_stream_that_is_not_unicode_takes_every_report(id: str) -> None:
    stream = TextIOWrapper(BytesIO(), encoding="cp1252", newline="\n")
    load(id).write(REPORT, stream, Look(verbose=True, show=ALL))
    stream.flush()


@pytest.mark.parametrize("id", [id for id in OF_FINDINGS if id not in ("github", "markdown", "terminal")])
def test_no_failure_is_left_out_of_a_complete_format(id: str, render: Render) -> None:
    text = render(id, large(700))
    assert all(f"aws_s3_bucket.b{number}" in text for number in range(700))


@pytest.mark.parametrize("id", OF_FINDINGS)
def test_gaps_are_told_in_every_format(id: str, render: Render) -> None:
    assert all(gap.file.split("<")[0] in render(id) for gap in REPORT.coverage.gaps)


@pytest.mark.parametrize("id", [id for id in OF_FINDINGS if id != "json"])
def test_paths_start_where_the_reader_stands(id: str, render: Render) -> None:
    assert "cloud/infra/modules/store/main.tf" in render(id, look=Look(base="cloud/", show=ALL))


HOSTILE = st.text(st.characters(), max_size=30)


@given(asset=HOSTILE, file=HOSTILE, value=HOSTILE, why=HOSTILE)
@settings(max_examples=60)
def test_any_text_can_be_written_in_every_format(asset: str, file: str, value: str, why: str) -> None:
    place = Place(file, 1, 1, via=(Place(value, 2, 1),))
    finding = replace(
        REPORT.findings[0],
        asset=asset,
        kind=value,
        place=place,
        evidence=(Evidence(asset=why, attribute=value, value=why),),
    )
    found = (
        finding,
        replace(finding, asset=why, suppression=Suppression(by="comment", reason=why, until=value, place=place)),
        replace(finding, asset=value, verdict=Verdict.UNKNOWN),
    )
    coverage = replace(
        REPORT.coverage,
        gaps=(Gap(file, why, 3, 0, value),),
        unknowns=(UnknownValue(why, 1, value),),
        unmodelled={value: 1},
    )
    report = replace(REPORT, target=file, findings=found, kinds={value: 1}, coverage=coverage)

    for id in ids():
        stream = TextIOWrapper(BytesIO(), encoding="utf-8", newline="\n")
        load(id).write(report, stream, Look(show=ALL))
        stream.seek(0)
        assert RAW.search(stream.read().replace("\u2060", "")) is None, id
