"""Packages of apk's database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collect.packages.rootfs import by_name, is_unknown, read, readings, rootfs, values

INSTALLED = """\
C:Q1p78yvTLG094tHE1+dToJGbmYzQE=
P:musl
V:1.2.4-r2
A:x86_64
S:388981
I:634880
T:the musl c library (libc) implementation
U:https://musl.libc.org/
L:MIT
o:musl
m:Natanael Copa <ncopa@alpinelinux.org>
t:1699267452
c:f5a2ee4a8b5c4b6e2ed8ba83a1d7b6fb5a5e4f0d
p:so:libc.musl-x86_64.so.1=1
F:lib
R:ld-musl-x86_64.so.1
a:0:0:755
Z:Q1LSkNFDEv1hQlDZJo5GvvDZzJ9Jo=

C:Q1WkD1qQuPJbRNPPqiXaWgNX2Gyz8=
P:busybox
V:1.36.1-r15
A:x86_64
L:GPL-2.0-only
o:busybox
D:so:libc.musl-x86_64.so.1
p:cmd:busybox=1.36.1-r15

P:busybox-binsh
V:1.36.1-r15
A:x86_64
o:busybox
D:busybox=1.36.1-r15
p:/bin/sh cmd:sh=1.36.1-r15
i:alpine-baselayout busybox

P:libcrypto3
V:3.1.4-r2
A:x86_64
L:Apache-2.0
o:openssl
D:so:libc.musl-x86_64.so.1 !libressl

P:alpine-baselayout
V:3.4.3-r2
A:x86_64
D:alpine-baselayout-data=3.4.3-r2 /bin/sh
"""

ALPINE = 'ID=alpine\nVERSION_ID=3.19.1\nNAME="Alpine Linux"\n'


def alpine(installed: str | bytes = INSTALLED) -> dict[str, str | bytes]:
    return {"etc/os-release": ALPINE, "lib/apk/db/installed": installed}


def test_packages_and_their_origin_are_read() -> None:
    reading = read("apk", alpine())

    assert sorted(by_name(reading)) == ["alpine-baselayout", "busybox", "busybox-binsh", "libcrypto3", "musl"]
    value = by_name(reading)["libcrypto3"].value
    assert (value["source_name"], value["source_version"], value["licenses"]) == ("openssl", "3.1.4-r2", ["Apache-2.0"])
    assert value["purl"] == "pkg:apk/alpine/libcrypto3@3.1.4-r2?arch=x86_64&distro=alpine-3.19.1&upstream=openssl"
    assert value["ecosystem"] == "Alpine:v3.19"
    assert reading.gaps == []


def test_needs_are_met_by_libraries_commands_and_files_that_are_provided() -> None:
    needed = values(read("apk", alpine()), "needed_by")

    assert needed["musl"] == ["busybox@1.36.1-r15", "libcrypto3@3.1.4-r2"]
    assert needed["busybox"] == ["busybox-binsh@1.36.1-r15"]
    assert needed["busybox-binsh"] == ["alpine-baselayout@3.4.3-r2"]


def test_the_world_file_tells_what_was_asked_for() -> None:
    world = "alpine-baselayout\nbusybox>1.30\nso:libc.musl-x86_64.so.1\n!libcrypto3\n"

    direct = values(read("apk", {**alpine(), "etc/apk/world": world}), "direct")

    assert [name for name, asked in direct.items() if asked is True] == ["musl", "busybox", "alpine-baselayout"]
    assert direct["libcrypto3"] is False


def test_without_a_world_file_it_is_unknown_who_asked() -> None:
    assert all(is_unknown(direct) for direct in values(read("apk", alpine()), "direct").values())


def test_the_database_may_lie_below_usr() -> None:
    reading = read("apk", {"etc/os-release": "ID=wolfi\nVERSION_ID=20230201\n", "usr/lib/apk/db/installed": INSTALLED})

    assert set(values(reading, "ecosystem").values()) == {"Wolfi"}


def test_the_place_is_the_line_where_the_package_begins() -> None:
    assert by_name(read("apk", alpine()))["busybox"].place.line == 20


@pytest.mark.parametrize(
    ("damaged", "line"),
    [
        ("<<<<<<< ours\n" + INSTALLED, 1),
        ("V:1.0\nA:x86_64\n\n" + INSTALLED, 1),
        (INSTALLED.replace("o:openssl", "this is no field"), 41),
    ],
)
def test_what_is_no_field_is_a_gap_with_its_line_and_the_rest_is_read(damaged: str, line: int) -> None:
    reading = read("apk", alpine(damaged))

    assert [gap.line for gap in reading.gaps] == [line]
    assert "musl" in by_name(reading)


def test_a_binary_file_is_a_gap() -> None:
    assert "binary" in read("apk", alpine(b"\x7fELF\0")).gaps[0].why


def test_a_database_in_which_all_need_all_is_read_and_who_needs_whom_unknown() -> None:
    """Twenty thousand packages that provide and need one name are few bytes, and 400 million pairs."""
    installed = "".join(f"P:a{number}\nV:1\np:x\nD:x\n\n" for number in range(20_000))

    reading = read("apk", alpine(installed))

    assert len(reading.resources) == 20_000
    assert is_unknown(reading.resources[0].value["needed_by"])


@given(st.integers(0, len(INSTALLED)), st.integers(0, 40), st.text(alphabet="PVDop:=<>~@!/ \n\0\xff", max_size=40))
def test_no_damage_to_a_database_raises(at: int, cut: int, put: str) -> None:
    damaged = INSTALLED[:at] + put + INSTALLED[at + cut :]

    readings("apk", rootfs({**alpine(damaged), "etc/apk/world": damaged}))
