"""CloudTrail's records, in every form they come in; what is damaged is a gap, and the rest is read."""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.telemetry.cloudtrail import calls
from bartizan.core.place import Gap

EVENT = {
    "eventSource": "s3.amazonaws.com",
    "eventName": "GetObject",
    "eventTime": "2026-11-01T10:00:00Z",
    "awsRegion": "eu-central-1",
    "recipientAccountId": "111122223333",
    "requestParameters": {"bucketName": "orders", "key": "1.json"},
    "userIdentity": {
        "type": "AssumedRole",
        "arn": "arn:aws:sts::111122223333:assumed-role/app/i-1",
        "sessionContext": {"sessionIssuer": {"type": "Role", "arn": "arn:aws:iam::111122223333:role/path/app"}},
    },
}
FORMS = {
    "records": json.dumps({"Records": [EVENT]}),
    "list": json.dumps([EVENT]),
    "lines": json.dumps(EVENT) + "\n\n" + json.dumps(EVENT),
    "looked-up": json.dumps({"Events": [{"EventId": "1", "CloudTrailEvent": json.dumps(EVENT)}]}),
    "one": json.dumps(EVENT),
}


def read(path: Path) -> tuple[list[Any], list[Gap]]:
    gaps: list[Gap] = []
    return list(calls([path], gaps)), gaps


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_read(form: str, packed: bool, tmp_path: Path) -> None:
    file = tmp_path / ("events.json.gz" if packed else "events.json")
    file.write_bytes(gzip.compress(FORMS[form].encode()) if packed else FORMS[form].encode())

    found, gaps = read(tmp_path)

    assert gaps == []
    assert len(found) == (2 if form == "lines" else 1)
    assert found[0].actor == "arn:aws:iam::111122223333:role/path/app"
    assert (found[0].source, found[0].name, found[0].region) == ("s3.amazonaws.com", "GetObject", "eu-central-1")


def test_a_session_without_its_issuer_is_the_role_of_its_name(tmp_path: Path) -> None:
    identity = {"type": "AssumedRole", "arn": "arn:aws:sts::111122223333:assumed-role/app/i-1"}
    (tmp_path / "a.json").write_text(json.dumps([{**EVENT, "userIdentity": identity}]))

    found, _ = read(tmp_path)

    assert found[0].actor == "arn:aws:iam::111122223333:role/app"


def test_a_damaged_line_is_a_gap_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_text(f"{json.dumps(EVENT)}\n{{broken\n{json.dumps(EVENT)}\n")

    found, gaps = read(tmp_path)

    assert len(found) == 2
    assert [gap.line for gap in gaps] == [2]


def test_a_cut_archive_is_a_gap(tmp_path: Path) -> None:
    (tmp_path / "a.json.gz").write_bytes(gzip.compress(b"x" * 9999)[:-20])

    found, gaps = read(tmp_path)

    assert found == []
    assert "cannot be read" in gaps[0].why


def test_a_directory_without_events_says_so(tmp_path: Path) -> None:
    _, gaps = read(tmp_path)

    assert "No file of events" in gaps[0].why


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*EVENT, "Records", "Events"]), inner),
    max_leaves=12,
)


@given(JSON)
def test_anything_else_is_a_gap_and_never_an_error(value: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.json"
        path.write_text(json.dumps(value))
        found, gaps = read(path)

    assert all(isinstance(each.name, str) for each in found)
    assert all(gap.why.endswith(".") for gap in gaps)
