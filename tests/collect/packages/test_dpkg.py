"""Packages of dpkg's database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.format import Entry
from bartizan.collect.formats import formats
from bartizan.collect.packages.dpkg.copyright import licenses
from tests.collect.packages.rootfs import BOOKWORM, by_name, is_unknown, read, readings, rootfs, values

STATUS = """\
Package: libstdc++6
Status: install ok installed
Priority: optional
Architecture: amd64
Multi-Arch: same
Source: gcc-12 (12.2.0-14)
Version: 12.2.0-14+b1
Depends: libc6 (>= 2.36), libgcc-s1
Description: library
 of many lines
 .
 and an empty one

Package: libc6
Status: install ok installed
Architecture: amd64
Source: glibc
Version: 2.36-9+deb12u4

Package: mawk
Status: hold ok installed
Architecture: amd64
Version: 1:1.3.4-1
Provides: awk
Depends: libc6:any

Package: base-files
Status: install ok installed
Architecture: amd64
Version: 12.4
Pre-Depends: gawk | awk

Package: old
Status: deinstall ok config-files
Architecture: amd64
Version: 1.0

Package: half
Status: install reinstreq half-configured
Architecture: amd64
Version: 2.0
"""


def debian(status: str = STATUS, **more: str) -> dict[str, str | bytes]:
    return {"etc/os-release": BOOKWORM, "var/lib/dpkg/status": status, **more}


def test_what_has_its_files_is_installed_and_what_left_only_settings_is_not() -> None:
    reading = read("dpkg", debian())

    assert sorted(by_name(reading)) == ["base-files", "half", "libc6", "libstdc++6", "mawk"]
    assert reading.gaps == []


def test_the_source_package_and_its_own_version_are_told() -> None:
    value = by_name(read("dpkg", debian()))["libstdc++6"].value

    assert (value["source_name"], value["source_version"]) == ("gcc-12", "12.2.0-14")
    assert (value["version"], value["architecture"], value["ecosystem"]) == ("12.2.0-14+b1", "amd64", "Debian:12")
    assert value["purl"] == (
        "pkg:deb/debian/libstdc%2B%2B6@12.2.0-14%2Bb1?arch=amd64&distro=debian-12&upstream=gcc-12%4012.2.0-14"
    )


def test_a_package_built_from_a_source_of_its_name_says_so() -> None:
    value = by_name(read("dpkg", debian()))["mawk"].value

    assert (value["source_name"], value["source_version"]) == ("mawk", "1:1.3.4-1")
    assert value["purl"] == "pkg:deb/debian/mawk@1:1.3.4-1?arch=amd64&distro=debian-12"


def test_who_needs_a_package_is_told_through_what_it_provides() -> None:
    needed = values(read("dpkg", debian()), "needed_by")

    assert needed["libc6"] == ["libstdc++6@12.2.0-14+b1", "mawk@1:1.3.4-1"]
    assert needed["mawk"] == ["base-files@12.4"]


def test_the_place_is_the_line_where_the_package_begins() -> None:
    assert by_name(read("dpkg", debian()))["libc6"].place.line == 14


def test_apt_tells_what_it_installed_for_the_sake_of_others() -> None:
    states = "Package: libc6\nArchitecture: amd64\nAuto-Installed: 1\n\nPackage: mawk\nAuto-Installed: 0\n"

    direct = values(read("dpkg", {**debian(), "var/lib/apt/extended_states": states}), "direct")

    assert (direct["libc6"], direct["mawk"]) == (False, True)


def test_without_apt_it_is_unknown_who_asked_for_a_package() -> None:
    assert all(is_unknown(direct) for direct in values(read("dpkg", debian()), "direct").values())


def test_licences_are_read_from_copyright_files() -> None:
    text = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nLicense: GPL-2+\n"

    reading = read("dpkg", {**debian(), "usr/share/doc/mawk/copyright": text})

    assert values(reading, "licenses")["mawk"] == ["GPL-2.0-or-later"]
    assert values(reading, "licenses")["libc6"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Format: x\nLicense: Expat or Apache-2.0\n text\nLicense: LGPL-2.1\n", ("MIT OR Apache-2.0", "LGPL-2.1-only")),
        ("Format: x\nLicense: very-own\n", ("very-own",)),
        ("This is free.\nSee /usr/share/common-licenses/GPL-3.\n", ("GPL-3.0-only",)),
        ("All of it may be copied.\n", ()),
    ],
)
def test_licences_have_their_spdx_identifiers_where_they_mean_one(text: str, expected: tuple[str, ...]) -> None:
    assert licenses(text) == expected


def test_images_without_a_package_manager_have_a_file_for_each_package() -> None:
    reading = read(
        "dpkg",
        {
            "usr/lib/os-release": BOOKWORM,
            "var/lib/dpkg/status.d/base": "Package: base-files\nVersion: 12.4\nArchitecture: amd64\n",
            "var/lib/dpkg/status.d/tzdata": "Package: tzdata\nVersion: 2024a-0\nArchitecture: all\n\n",
            "var/lib/dpkg/status.d/tzdata.md5sums": "0123  usr/share/zoneinfo/UTC\n",
        },
    )

    assert sorted(by_name(reading)) == ["base-files", "tzdata"]
    assert reading.gaps == []


def test_a_root_that_names_no_distribution_is_a_gap_and_no_release_is_guessed() -> None:
    reading = read("dpkg", {"var/lib/dpkg/status": STATUS})

    assert set(values(reading, "ecosystem").values()) == {"Debian"}
    assert "os-release" in reading.gaps[0].why


def test_a_system_within_the_system_is_read_by_itself() -> None:
    tree = rootfs({**debian(), "srv/old/var/lib/dpkg/status": STATUS, "srv/old/etc/debian_version": "11.3\n"})

    found = [set(values(reading, "ecosystem").values()) for reading in readings("dpkg", tree)]

    assert sorted(map(str, found)) == ["{'Debian:11'}", "{'Debian:12'}"]


def test_a_file_that_only_ends_like_a_database_is_none() -> None:
    assert readings("dpkg", rootfs({"opt/notvar/lib/dpkg/status": STATUS, "xvar/lib/dpkg/status": STATUS})) == []


def test_a_package_without_a_version_is_unknown() -> None:
    reading = read("dpkg", debian("Package: odd\nStatus: install ok installed\n"))

    assert is_unknown(by_name(reading)["odd"].value["version"])


BROKEN = [
    ("<<<<<<< HEAD\nPackage: a\nVersion: 1\n=======\nPackage: b\nVersion: 2\n>>>>>>> x\n", 1),
    ("Version: 1\nStatus: install ok installed\n\nPackage: a\nVersion: 1\n", 1),
    ("Package: a\nVersion: 1\n\nPackage: ../../x\nVersion: 2\n", 4),
]


@pytest.mark.parametrize(("status", "line"), BROKEN)
def test_what_is_no_package_is_a_gap_with_its_line_and_the_rest_is_read(status: str, line: int) -> None:
    reading = read("dpkg", debian(status))

    assert reading.gaps[0].line == line
    assert "a" in by_name(reading)


@pytest.mark.parametrize("data", [b"", b"\x7fELF\0\0\0", b"\n\n \n"])
def test_a_database_that_is_none_is_a_gap(data: bytes) -> None:
    reading = read("dpkg", {"etc/os-release": BOOKWORM, "var/lib/dpkg/status": data})

    assert reading.resources == []
    assert len(reading.gaps) == 1


def test_gaps_of_a_file_of_junk_are_counted_not_listed() -> None:
    reading = read("dpkg", debian("junk\n" * 10_000))

    assert len(reading.gaps) == 21


def test_old_names_that_are_not_utf_8_do_no_harm() -> None:
    status = b"Package: a\nMaintainer: J\xf6rg\nVersion: 1\n"

    assert "a" in by_name(read("dpkg", {"etc/os-release": BOOKWORM, "var/lib/dpkg/status": status}))


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("var/lib/dpkg/status", True),
        ("var/lib/dpkg/status.d/base", True),
        ("usr/lib/os-release", True),
        ("usr/share/doc/mawk/copyright", True),
        ("usr/bin/mawk", False),
    ],
)
def test_of_an_image_only_what_is_read_is_kept(path: str, wanted: bool) -> None:
    assert formats()["dpkg"].wants(Entry(path, 1, 0o644, b"")) is wanted


@given(
    st.integers(0, len(STATUS)),
    st.integers(0, 40),
    st.text(alphabet="ab:\n\t ()|,\0\xff<>=", max_size=40),
)
def test_no_damage_to_a_database_raises(at: int, cut: int, put: str) -> None:
    damaged = STATUS[:at] + put + STATUS[at + cut :]

    for reading in readings("dpkg", rootfs({**debian(damaged), "var/lib/apt/extended_states": damaged})):
        assert all(gap.why for gap in reading.gaps)
