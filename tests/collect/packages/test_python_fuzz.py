"""Damaged files of Python, JavaScript and conda: whatever is wrong, a reading comes out, never an exception."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, ROOTFS
from tests.collect.packages import javascript_samples, python_samples
from tests.collect.packages.planted import readings

CONDA_INSTALLED = {"opt/conda/conda-meta/numpy-1.json": python_samples.CONDA_META}
SAMPLES: list[tuple[str, dict[str, str], str]] = [
    *((format, files, DIRECTORY) for format, files in (*python_samples.SAMPLES, *javascript_samples.SAMPLES)),
    ("installed-python", python_samples.INSTALLED, ROOTFS),
    ("installed-javascript", javascript_samples.INSTALLED, ROOTFS),
    ("installed-conda", CONDA_INSTALLED, ROOTFS),
]
SAMPLE = st.sampled_from(SAMPLES)
JUNK = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ['"', "{", "[", "}", "]", "\n", ":", "=", "@", "\\", "\0", "\ud800", "- ", "&a *a", "!!x ", "<<<<<<< x\n"]
    ),
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["", "@", "../x", "npm:"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def checked(format: str, files: dict[str, str | bytes], of: str) -> None:
    for reading in readings(format, files, of):
        assert isinstance(reading, Reading)
        addresses = [each.address for each in reading.resources]
        assert len(set(addresses)) == len(addresses)
        for each in reading.resources:
            assert each.value["purl"].startswith("pkg:")
            json.dumps(each.value, default=str).encode()


@settings(max_examples=400, deadline=None)
@given(SAMPLE, st.data())
def test_files_cut_and_filled_with_junk(sample: tuple[str, dict[str, str], str], data: st.DataObject) -> None:
    format, files, of = sample
    file = data.draw(st.sampled_from(sorted(files)))
    text = files[file]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 60)))
    broken = text[:start] + data.draw(JUNK) + text[end:]

    checked(format, {**files, file: broken.encode("utf-8", "surrogatepass")}, of)


@settings(max_examples=150, deadline=None)
@given(SAMPLE, st.data(), st.binary(max_size=80))
def test_files_of_bytes(sample: tuple[str, dict[str, str], str], data: st.DataObject, junk: bytes) -> None:
    format, files, of = sample
    file = data.draw(st.sampled_from(sorted(files)))
    text = files[file].encode()
    at = data.draw(st.integers(0, len(text)))

    checked(format, {**files, file: text[:at] + junk}, of)


JSON = [
    (format, files, file, of)
    for format, files, of in SAMPLES
    for file in files
    if file.endswith((".json", "Pipfile.lock", "deno.lock"))
]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(JSON), st.data(), VALUES)
def test_json_with_values_of_the_wrong_kind(
    sample: tuple[str, dict[str, str], str, str], data: st.DataObject, value: Any
) -> None:
    format, files, file, of = sample
    whole = json.loads(files[file])
    here: Any = whole
    while isinstance(here, dict | list) and here:
        key = data.draw(st.sampled_from(sorted(here) if isinstance(here, dict) else range(len(here))))
        if not isinstance(here[key], dict | list) or not here[key] or data.draw(st.booleans()):
            here[key] = value
            break
        here = here[key]

    checked(format, {**files, file: json.dumps(whole)}, of)


@pytest.mark.parametrize(("format", "files", "of"), SAMPLES, ids=lambda value: value if isinstance(value, str) else "")
@pytest.mark.parametrize(
    "junk",
    [b"[" * 30_000, b'{"a":' * 30_000, b"a" * 300_000, b"\n" * 60_000, b"\0\1\2", b"", b" " * 60_000 + b"x",
     b"\xff\xfe", b'"' * 30_000, b",]" * 30_000, b"(" * 30_000, b"a = [" * 10_000, b"# via\n" * 10_000,
     b"a\\\n" * 10_000],
    ids=range(14),
)  # fmt: skip
def test_monstrous_files_are_read_or_are_gaps(format: str, files: dict[str, str], of: str, junk: bytes) -> None:
    checked(format, dict.fromkeys(files, junk), of)
    first = min(files)
    checked(format, {**files, first: junk}, of)
