"""Records become entries beside packages and advisories; whatever is in a record, building goes on."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bartizan.collect.advisories.advisory import Advisory
from bartizan.collect.advisories.build import Building, Fetched, Filled
from bartizan.collect.advisories.entry import Entry
from bartizan.collect.advisories.scope import Scope
from bartizan.collect.advisories.store import Store
from tests.collect.advisories.mirror import affected, record, zipped

DATA = Path("/work/shared/data/osv")


def built(file: Path, ecosystem: str, *records: dict[str, Any]) -> Filled:
    file.parent.mkdir(exist_ok=True)
    archive = file.with_suffix(".zip")
    archive.write_bytes(zipped(*records))
    return added(file, ecosystem, archive)


def added(file: Path, ecosystem: str, archive: Path) -> Filled:
    file.unlink(missing_ok=True)
    building = Building(file, None)
    try:
        fetched = Fetched(name=ecosystem, path=archive, url="", when="2026-01-01T00:00:00Z", size=1, sha256="")
        filled = building.add(fetched, lambda _: None)
        building.finish()
        return filled
    finally:
        building.close()


def told(file: Path, scope: Scope, name: str) -> list[tuple[Entry, Advisory]]:
    with Store(file) as store:
        return [(entry, store.advisory(entry.advisory)) for entry in store.entries(scope, name)]


def test_withdrawn_records_are_left_out(file: Path) -> None:
    filled = built(file, "PyPI", record("PYSEC-1"), record("PYSEC-2", withdrawn="2026-01-02T00:00:00Z"))

    assert (filled.records, filled.withdrawn) == (1, 1)
    assert [advisory.id for _, advisory in told(file, Scope("PyPI"), "lib")] == ["PYSEC-1"]


def test_only_packages_of_the_ecosystem_are_taken_from_its_export(file: Path) -> None:
    both = [affected("npm", "lib", ("introduced", "0")), affected("PyPI", "Lib.X", ("introduced", "0"))]
    built(file, "PyPI", record("GHSA-1", affected=both))

    assert told(file, Scope("npm"), "lib") == []
    assert len(told(file, Scope("PyPI"), "lib-x")) == 1


def test_affected_without_versions_means_all_and_commits_alone_mean_nobody_knows(file: Path) -> None:
    commits = {
        "package": {"ecosystem": "PyPI", "name": "b"},
        "ranges": [{"type": "GIT", "events": [{"introduced": "0"}]}],
    }
    built(file, "PyPI", record("MAL-1", affected=[affected("PyPI", "a")]), record("X-2", affected=[commits]))

    assert told(file, Scope("PyPI"), "a")[0][0].bounds == [b"", b""]
    assert told(file, Scope("PyPI"), "b")[0][0].unclear


def test_a_distribution_says_why_there_is_no_fix(file: Path) -> None:
    def one(name: str, urgency: str) -> dict[str, Any]:
        return affected("Debian:12", name, ("introduced", "0"), ecosystem_specific={"urgency": urgency})

    packages = [one("a", "unimportant"), one("b", "end-of-life"), one("c", "not yet assigned")]
    built(file, "Debian", record("DEBIAN-CVE-2024-1", affected=packages))

    assert [told(file, Scope("Debian", "12"), name)[0][0].unfixed for name in "abc"] == [
        "unimportant",
        "end of life",
        "",
    ]


def test_an_erratum_covers_what_it_names_and_a_language_s_advisory_is_called_so(file: Path) -> None:
    cves = ["CVE-2024-1", "CVE-2024-2"]
    built(
        file, "AlmaLinux", record("ALSA-1", related=cves, affected=[affected("AlmaLinux:9", "a", ("introduced", "0"))])
    )
    erratum = told(file, Scope("AlmaLinux", "9"), "a")[0][1]
    assert (erratum.aliases, erratum.covers) == ([], cves)

    built(file, "PyPI", record("GHSA-1", aliases=cves))
    advisory = told(file, Scope("PyPI"), "lib")[0][1]
    assert (advisory.aliases, advisory.covers) == (cves, [])


def test_related_records_are_no_aliases(file: Path) -> None:
    package = affected("Ubuntu:22.04:LTS", "a", ("introduced", "0"))
    usn = record("UBUNTU-CVE-2024-1", upstream=["CVE-2024-1"], related=["USN-1-1", "CVE-2024-9"], affected=[package])
    built(file, "Ubuntu", usn)

    assert told(file, Scope("Ubuntu", "22.04"), "a")[0][1].aliases == ["CVE-2024-1"]


def test_versions_of_a_distribution_s_range_are_not_kept_twice(file: Path) -> None:
    package = affected("Debian:12", "a", ("introduced", "0"), ("fixed", "2-1"), versions=["1-1", "1-2", "9-9"])
    built(file, "Debian", record("DEBIAN-CVE-2024-1", affected=[package]))

    assert len(told(file, Scope("Debian", "12"), "a")[0][0].bounds) == 2


def test_the_first_sentence_stands_for_a_summary_that_is_not_there(file: Path) -> None:
    built(file, "PyPI", record("PYSEC-1", details="## It breaks.\n\nIt then does **more**. " + "x" * 1000))

    assert told(file, Scope("PyPI"), "lib")[0][1].summary == "It breaks."


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared OSV exports are not on this machine")
@pytest.mark.parametrize(
    ("ecosystem", "records", "withdrawn"), [("PyPI", 2651, 10), ("Go", 4274, 17), ("Alpine", 2438, 0)]
)
def test_real_exports_are_read_whole(file: Path, ecosystem: str, records: int, withdrawn: int) -> None:
    file.parent.mkdir()

    filled = added(file, ecosystem, DATA / ecosystem / "all.zip")

    assert (filled.records, filled.withdrawn, filled.bad.count) == (records, withdrawn, 0)


SAMPLE = record(
    "GHSA-1",
    aliases=["CVE-2024-1"],
    summary="It breaks",
    severity=[{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
    references=[{"type": "WEB", "url": "https://example.com"}],
    database_specific={"severity": "HIGH", "cwe_ids": ["CWE-79"]},
)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def spots(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(spot for name, each in inner for spot in spots(each, (*path, name)))]


def replaced(value: Any, path: tuple[Any, ...], by: Any) -> Any:
    if not path:
        return by
    made = copy.copy(value)
    made[path[0]] = replaced(value[path[0]], path[1:], by)
    return made


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.sampled_from(spots(SAMPLE)[1:]), JUNK)
def test_a_record_with_anything_in_it_is_read_or_counted(file: Path, path: tuple[Any, ...], junk: Any) -> None:
    bent = replaced(SAMPLE, path, junk)

    filled = built(file, "PyPI", record("PYSEC-1"), {**bent, "id": bent["id"]})

    assert filled.records + filled.withdrawn + filled.bad.count == 2
    with Store(file) as store:
        assert all(right for _, right in store.verify())
