"""The distribution of a root file system, and how long it is supported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.formats import formats
from bartizan.collect.packages.system.ecosystem import ecosystem
from bartizan.collect.packages.system.release import Release, find
from bartizan.collect.packages.system.support import _table, supported_until, system
from tests.collect.packages.rootfs import BOOKWORM, is_unknown, read, readings, rootfs


def release(text: str, path: str = "etc/os-release") -> Release:
    found, gaps = find(rootfs({path: text}), "")
    assert found is not None
    assert gaps == []
    return found


ECOSYSTEMS = [
    ('ID=debian\nVERSION_ID="12"', "deb", "Debian:12"),
    ("ID=debian\nVERSION_CODENAME=forky", "deb", "Debian:14"),
    ('ID=ubuntu\nVERSION_ID="22.04"\nVERSION="22.04.3 LTS (Jammy Jellyfish)"', "deb", "Ubuntu:22.04:LTS"),
    ('ID=ubuntu\nVERSION_ID="24.10"\nVERSION="24.10 (Oracular Oriole)"', "deb", "Ubuntu:24.10"),
    ("ID=alpine\nVERSION_ID=3.19.1", "apk", "Alpine:v3.19"),
    ("ID=alpine\nVERSION_ID=3.21_alpha20240807", "apk", "Alpine:edge"),
    ("ID=wolfi\nVERSION_ID=20230201", "apk", "Wolfi"),
    ("ID=chainguard\nVERSION_ID=20230214", "apk", "Chainguard"),
    ('ID="rocky"\nVERSION_ID="9.4"', "rpm", "Rocky Linux:9"),
    ('ID="almalinux"\nVERSION_ID="8.10"', "rpm", "AlmaLinux:8"),
    (
        'ID="rhel"\nVERSION_ID="9.4"\nCPE_NAME="cpe:/o:redhat:enterprise_linux:9::baseos"',
        "rpm",
        "Red Hat:enterprise_linux:9",
    ),
    ('ID="rhel"\nVERSION_ID="7.9"', "rpm", "Red Hat:enterprise_linux:7"),
    (
        'ID="sles"\nVERSION_ID="15.5"\nPRETTY_NAME="SUSE Linux Enterprise Server 15 SP5"',
        "rpm",
        "SUSE:Linux Enterprise Server 15 SP5",
    ),
    ('ID="opensuse-leap"\nVERSION_ID="15.6"\nPRETTY_NAME="openSUSE Leap 15.6"', "rpm", "openSUSE:Leap 15.6"),
    ('ID="opensuse-tumbleweed"\nPRETTY_NAME="openSUSE Tumbleweed"', "rpm", "openSUSE:Tumbleweed"),
    (
        'ID="openEuler"\nVERSION_ID="22.03"\nVERSION="22.03 (LTS-SP1)"\nPRETTY_NAME="openEuler 22.03 (LTS-SP1)"',
        "rpm",
        "openEuler:22.03-LTS-SP1",
    ),
    ("ID=photon\nVERSION_ID=5.0", "rpm", "Photon OS:5.0"),
    ("ID=mageia\nVERSION_ID=9", "rpm", "Mageia:9"),
    ("ID=azurelinux\nVERSION_ID=3.0", "rpm", "Azure Linux:3"),
    ("ID=mariner\nVERSION_ID=2.0", "rpm", "Azure Linux:2"),
    ("ID=amzn\nVERSION_ID=2023", "rpm", "Amazon Linux:2023"),
    ('ID="centos"\nNAME="CentOS Stream"\nVERSION_ID="9"', "rpm", "CentOS Stream:9"),
    ('ID="centos"\nNAME="CentOS Linux"\nVERSION_ID="7"', "rpm", "CentOS:7"),
    ("ID=exampleos\nNAME='Example OS'\nVERSION_ID=4", "deb", "Example OS:4"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ECOSYSTEMS)
def test_ecosystems_are_named_as_osv_names_them(text: str, kind: str, expected: str) -> None:
    assert ecosystem(release(text), kind) == expected


def test_what_another_tool_installed_is_not_the_distribution_s() -> None:
    assert ecosystem(release(BOOKWORM), "rpm") == "RPM"


def test_values_are_read_as_a_shell_reads_them() -> None:
    found = release('# a comment\n\nID="ex\\"ample"\nNAME=\'Single Quoted\'\nVERSION_ID=1\\ 2\n')

    assert (found.id, found.name, found.version) == ('ex"ample', "Single Quoted", "1 2")


OLD = [
    ("etc/alpine-release", "3.7.0\n", ("alpine", "3.7.0")),
    ("etc/debian_version", "7.11\n", ("debian", "7")),
    ("etc/debian_version", "trixie/sid\n", ("debian", "13")),
    ("etc/redhat-release", "CentOS release 6.10 (Final)\n", ("centos", "6.10")),
    ("etc/redhat-release", "Red Hat Enterprise Linux Server release 6.10 (Santiago)\n", ("rhel", "6.10")),
    ("etc/system-release", "Amazon Linux AMI release 2018.03\n", ("amzn", "2018.03")),
    ("etc/oracle-release", "Oracle Linux Server release 6.10\n", ("ol", "6.10")),
    (
        "etc/SuSE-release",
        "SUSE Linux Enterprise Server 11 (x86_64)\nVERSION = 11\nPATCHLEVEL = 4\n",
        ("sles", "11.4"),
    ),
    ("etc/lsb-release", "DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=12.04\n", ("ubuntu", "12.04")),
]


@pytest.mark.parametrize(("path", "text", "expected"), OLD)
def test_systems_older_than_os_release_are_known(path: str, text: str, expected: tuple[str, str]) -> None:
    found = release(text, path)

    assert (found.id, found.version) == expected


def test_os_release_below_usr_counts_where_etc_has_but_a_link() -> None:
    reading = read("system", {"usr/lib/os-release": BOOKWORM, "etc/debian_version": "12.5\n"})

    assert [resource.address for resource in reading.resources] == ["debian@12"]
    assert reading.resources[0].place.file == "usr/lib/os-release"


SUPPORT = [
    ("debian", "12", date(2028, 6, 30)),
    ("ubuntu", "22.04", date(2027, 4, 1)),
    ("alpine", "3.19.1", date(2025, 11, 1)),
    ("rocky", "9.4", date(2032, 5, 31)),
    ("sles", "15", date(2019, 12, 31)),
    ("wolfi", "20230201", None),
]


@pytest.mark.parametrize(("id", "version", "until"), SUPPORT)
def test_support_is_looked_up_by_release(id: str, version: str, until: date | None) -> None:
    assert supported_until(Release(id=id, file="etc/os-release", version=version)) == until


def test_centos_stream_and_centos_of_one_number_end_on_different_days() -> None:
    linux = Release(id="centos", file="etc/os-release", version="8", name="CentOS Linux")

    assert supported_until(linux) == date(2021, 12, 31)
    assert supported_until(replace(linux, name="CentOS Stream")) == date(2024, 5, 31)


@pytest.mark.parametrize(("id", "version"), [("exampleos", "1"), ("debian", "99"), ("alpine", "3.21_alpha20240807")])
def test_a_release_that_is_not_in_the_table_is_unknown_not_unsupported(id: str, version: str) -> None:
    found = system(Release(id=id, file="etc/os-release", version=version), date(2026, 11, 23)).value

    assert is_unknown(found["supported_until"])
    assert is_unknown(found["supported"])


def test_the_last_day_of_support_is_one() -> None:
    debian = Release(id="debian", file="etc/os-release", version="12")

    assert system(debian, date(2028, 6, 30)).value["supported"] is True
    assert system(debian, date(2028, 7, 1)).value["supported"] is False


def test_reading_depends_on_the_unit_alone() -> None:
    """The day is in the unit, so that what was kept of yesterday is not taken for today's."""
    tree, form = rootfs({"etc/os-release": BOOKWORM}), formats()["system"]
    (unit,) = form.units(tree)

    late = form.read(replace(unit, state="2031-01-01"), tree)

    assert late.resources[0].value["supported"] is False


def test_the_table_has_a_source_for_each_distribution_and_dates_that_are_dates() -> None:
    for name, known in _table().items():
        assert known["source"].startswith("https://"), name
        assert known.get("rolling") is True or known["until"], name
        assert all(isinstance(day, date) for day in known.get("until", {}).values()), name


def test_a_system_within_is_known_by_its_package_database() -> None:
    tree = rootfs(
        {
            "etc/os-release": BOOKWORM,
            "srv/chroot/etc/os-release": "ID=alpine\nVERSION_ID=3.19.1\n",
            "srv/chroot/lib/apk/db/installed": "P:musl\nV:1.2.4-r2\n",
            "usr/lib/python3/dist-packages/tests/etc/os-release": "ID=fedora\nVERSION_ID=20\n",
        }
    )

    found = [resource.address for reading in readings("system", tree) for resource in reading.resources]

    assert found == ["debian@12", "alpine@3.19.1"]


@pytest.mark.parametrize(
    ("text", "line"),
    [('ID=debian\nVERSION_ID="12\nNAME=x\n', 2), ("ID=debian\n<<<<<<< HEAD\n", 2)],
)
def test_what_cannot_be_read_of_os_release_is_a_gap_with_its_line(text: str, line: int) -> None:
    reading = read("system", {"etc/os-release": text})

    assert [gap.line for gap in reading.gaps] == [line]
    assert [resource.value["distribution"] for resource in reading.resources] == ["debian"]


def test_a_release_file_that_names_nothing_is_a_gap() -> None:
    reading = read("system", {"etc/os-release": "\0\1\2"})

    assert reading.resources == []
    assert "binary" in reading.gaps[0].why


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: f"ID=debian\n{text}".encode()))
def test_no_release_file_raises(data: bytes) -> None:
    for path, _, _ in OLD:
        readings("system", rootfs({path: data, "etc/os-release": data, "usr/lib/os-release": data}))
