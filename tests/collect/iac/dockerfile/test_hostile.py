"""Dockerfiles made to break their reader: it ends, raises nothing, and stays bounded."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bartizan.collect.iac.dockerfile import FORMAT
from bartizan.collect.iac.dockerfile.build import MAX_GAPS, MAX_STAGES
from bartizan.core.truth import Unknown
from tests.collect.iac.dockerfile.reading import read
from tests.collect.iac.planting import plant, read_all

OPERATIONS = [
    "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER",
    "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR", "FOO", "# escape=`", "#",
]  # fmt: skip
ARGUMENTS = [
    "a", "scratch", "a AS b", "b", "$X", "${X:-$Y}", "X=1", 'X="', "X='a b' Y=$X", "--from=b x /y", "--mount=a",
    "--", '["a"]', '["', "[1]", "<<E", "<<-'E' <<F", "\nE\n", "\\\n", "`\n", "CMD x", "NONE", "80-90/tcp",
    "curl x | sh", "\x00", "\u2028", "é", "=", "\r", "RUN", "$TARGETARCH", "${X##*/}", "'", '"',
]  # fmt: skip
LINES = st.builds(
    lambda operation, arguments: f"{operation} {' '.join(arguments)}",
    st.sampled_from(OPERATIONS),
    st.lists(st.sampled_from(ARGUMENTS), max_size=4),
)


def plain(value: object) -> bool:
    """Return whether a value is JSON-like but for what is unknown."""
    if isinstance(value, dict):
        return all(isinstance(key, str) and plain(item) for key, item in value.items())
    if isinstance(value, list):
        return all(map(plain, value))
    return value is None or isinstance(value, str | int | bool | Unknown)


@example("FROM\nRUN [[ <<0")
@given(st.lists(LINES, max_size=12).map("\n".join) | st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    resources, gaps = read(text)

    last = text.count("\n") + 1
    addresses = [resource.address for resource in resources]
    assert len(set(addresses)) == len(addresses)
    assert all(plain(resource.value) for resource in resources)
    assert all(1 <= line <= last and column >= 1 for each in resources for line, column in each.spots.values())
    assert all(gap.why.endswith(".") and gap.line <= last for gap in gaps)


@pytest.mark.parametrize(
    "text",
    [
        "FROM x\nENV A=xxxxxxxxxxxxxxxx\n" + "ENV A=$A$A\n" * 200,
        "FROM x\nARG A=" + "a" * 100_000 + "\n" + "ENV B=${A##*a*a*a*a*b}\n" * 50,
        "FROM x\nCOPY " + "$A/" * 20_000,
        "FROM x\nENV " + "${a:-" * 20_000,
        "FROM x\nRUN " + "<<A " * 5_000,
        "FROM x\nRUN " + "[" * 100_000,
        "FROM x\nWORKDIR a\n" + "WORKDIR a\n" * 5_000,
        "FROM x\nRUN " + "$(" * 50_000,
        "FROM x\n" + "RUN a \\\n" * 20_000,
        "FROM x\nLABEL " + "a" * 2_000_000,
        "\n" * 100_000,
    ],
    ids=range(11),
)
def test_what_grows_or_nests_is_bounded(text: str) -> None:
    resources, _ = read(text)

    assert len(repr(resources)) < 30 * len(text) + 5_000_000


def test_stages_and_gaps_have_a_bound_that_is_told() -> None:
    resources, gaps = read("FROM a AS b\n" * (MAX_STAGES + 5) + "USER x\n")

    assert len(resources) == MAX_STAGES + 1
    assert len(gaps) == 1
    assert isinstance(resources[-1].value["user"], Unknown)
    assert len(read("x\n" * 1000)[1]) == MAX_GAPS + 1


def test_a_long_prefix_of_blanks_does_not_slow_recognition(tmp_path: Path) -> None:
    tree = plant(tmp_path, {"Dockerfile.x": "\n" * 60_000 + "x", "Dockerfile.y": "# a\n" * 10_000 + "FROM a\n"})

    assert [each.address for each in read_all(FORMAT, tree).resources] == ["Dockerfile.y", "Dockerfile.y#0"]
