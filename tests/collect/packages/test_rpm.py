"""Packages of rpm's databases, in each of their forms."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.packages.rpm import header
from tests.collect.packages.rootfs import by_name, is_unknown, read, readings, rootfs, values
from tests.collect.packages.rpms import ALL, BASH, LIBS, OPENSSL, berkeley, blob, ndb, sqlite

RHEL = 'ID="rhel"\nVERSION_ID="9.4"\nCPE_NAME="cpe:/o:redhat:enterprise_linux:9::baseos"\n'
FORMS = {
    "var/lib/rpm/rpmdb.sqlite": sqlite(ALL),
    "usr/lib/sysimage/rpm/Packages.db": ndb(ALL),
    "var/lib/rpm/Packages": berkeley(ALL),
    "usr/share/rpm/Packages": berkeley(ALL, ">", 4096),
}


def redhat(path: str, data: bytes, **more: str | bytes) -> dict[str, str | bytes]:
    return {"etc/os-release": RHEL, path: data, **more}


@pytest.mark.parametrize("path", FORMS)
def test_every_form_of_database_tells_the_same(path: str) -> None:
    reading = read("rpm", redhat(path, FORMS[path]))

    assert sorted(by_name(reading)) == ["bash", "openssl", "openssl-libs"]
    value = by_name(reading)["openssl"].value
    assert (value["version"], value["architecture"], value["licenses"]) == ("1:3.0.7-24.el9", "x86_64", ["Apache-2.0"])
    assert value["ecosystem"] == "Red Hat:enterprise_linux:9"
    assert reading.gaps == []


def test_the_epoch_is_a_part_of_the_version_and_a_qualifier_of_the_url() -> None:
    value = by_name(read("rpm", redhat("var/lib/rpm/rpmdb.sqlite", sqlite(ALL))))["openssl-libs"].value

    assert (value["source_name"], value["source_version"]) == ("openssl", "1:3.0.7-24.el9")
    assert value["purl"] == (
        "pkg:rpm/redhat/openssl-libs@3.0.7-24.el9"
        "?arch=x86_64&distro=rhel-9.4&epoch=1&upstream=openssl-3.0.7-24.el9.src.rpm"
    )


def test_the_module_stream_is_in_the_url() -> None:
    value = by_name(read("rpm", redhat("var/lib/rpm/rpmdb.sqlite", sqlite(ALL))))["bash"].value

    assert "rpmmod=shells:5:8060020220101:abcdef" in value["purl"].replace("%3A", ":")


def test_needs_are_met_by_what_is_provided_and_by_files() -> None:
    needed = values(read("rpm", redhat("var/lib/rpm/rpmdb.sqlite", sqlite(ALL))), "needed_by")

    assert needed == {"openssl": [], "openssl-libs": ["openssl@1:3.0.7-24.el9"], "bash": ["openssl@1:3.0.7-24.el9"]}


def test_keys_are_no_packages() -> None:
    assert "gpg-pubkey" not in by_name(read("rpm", redhat("var/lib/rpm/rpmdb.sqlite", sqlite(ALL))))


def test_rpm_alone_does_not_know_who_asked_for_a_package() -> None:
    direct = values(read("rpm", redhat("var/lib/rpm/rpmdb.sqlite", sqlite(ALL))), "direct")

    assert all(map(is_unknown, direct.values()))


def test_dnf_5_tells_who_asked() -> None:
    noted = '[packages]\n"bash.x86_64" = {reason = "User"}\n"openssl-libs.x86_64" = {reason = "Dependency"}\n'

    direct = values(
        read(
            "rpm", {**redhat("var/lib/rpm/rpmdb.sqlite", sqlite(ALL)), "usr/lib/sysimage/libdnf5/packages.toml": noted}
        ),
        "direct",
    )

    assert (direct["bash"], direct["openssl-libs"]) == (True, False)
    assert is_unknown(direct["openssl"])


def test_zypper_tells_what_it_installed_for_others() -> None:
    direct = values(
        read(
            "rpm",
            {**redhat("var/lib/rpm/rpmdb.sqlite", sqlite(ALL)), "var/lib/zypp/AutoInstalled": "# x\nopenssl-libs\n"},
        ),
        "direct",
    )

    assert direct == {"openssl": True, "openssl-libs": False, "bash": True}


def test_the_last_entry_of_dnf_4_s_history_counts() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE TABLE rpm (item_id INTEGER, name TEXT, epoch INTEGER, version TEXT, release TEXT, arch TEXT)"
        )
        connection.execute("CREATE TABLE trans_item (id INTEGER, trans_id INTEGER, item_id INTEGER, reason INTEGER)")
        connection.executemany(
            "INSERT INTO rpm (item_id, name, arch) VALUES (?, ?, 'x86_64')",
            [(1, "bash"), (2, "openssl"), (3, "openssl")],
        )
        connection.executemany(
            "INSERT INTO trans_item (id, item_id, reason) VALUES (?, ?, ?)", [(1, 1, 2), (2, 2, 2), (3, 3, 1)]
        )
        history = connection.serialize()

    direct = values(
        read("rpm", {**redhat("var/lib/rpm/rpmdb.sqlite", sqlite(ALL)), "var/lib/dnf/history.sqlite": history}),
        "direct",
    )

    assert (direct["bash"], direct["openssl"]) == (True, False)
    assert is_unknown(direct["openssl-libs"])


def test_images_without_rpm_have_a_list() -> None:
    cells = ("openssl-libs", "1.1.1k-15.cm2", "1653", "1651", "Microsoft Corporation", "(none)", "4365", "x86_64", "0")
    line = "\t".join((*cells, "openssl-1.1.1k-15.cm2.src.rpm"))

    reading = read(
        "rpm",
        {"etc/os-release": "ID=mariner\nVERSION_ID=2.0\n", "var/lib/rpmmanifest/container-manifest-2": f"{line}\nx\n"},
    )

    value = by_name(reading)["openssl-libs"].value
    assert (value["version"], value["source_name"], value["ecosystem"]) == ("1.1.1k-15.cm2", "openssl", "Azure Linux:2")
    assert is_unknown(value["needed_by"])
    assert [gap.line for gap in reading.gaps] == [2]


def test_an_empty_database_beside_a_full_one_hides_nothing() -> None:
    """A newer rpm that only looks at an old root leaves an empty database of its own form there."""
    files: dict[str, str | bytes] = {
        "etc/os-release": RHEL,
        "var/lib/rpm/rpmdb.sqlite": sqlite([]),
        "var/lib/rpm/Packages": berkeley(ALL),
    }

    assert sorted(by_name(read("rpm", files))) == ["bash", "openssl", "openssl-libs"]


def test_what_is_committed_to_the_log_alone_is_read(tmp_path: Path) -> None:
    file = tmp_path / "rpmdb.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE Packages (hnum INTEGER PRIMARY KEY, blob BLOB NOT NULL)")
        connection.execute("INSERT INTO Packages (blob) VALUES (?)", (BASH,))
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint")
        connection.executemany("INSERT INTO Packages (blob) VALUES (?)", [(LIBS,)] * 1 + [(OPENSSL,)] * 1)
        connection.commit()
        data, log = file.read_bytes(), (tmp_path / "rpmdb.sqlite-wal").read_bytes()

    before = read("rpm", redhat("var/lib/rpm/rpmdb.sqlite", data))
    after = read("rpm", {**redhat("var/lib/rpm/rpmdb.sqlite", data), "var/lib/rpm/rpmdb.sqlite-wal": log})

    assert sorted(by_name(before)) == ["bash"]
    assert sorted(by_name(after)) == ["bash", "openssl", "openssl-libs"]


@pytest.mark.parametrize("path", FORMS)
def test_a_database_cut_short_is_a_gap_and_what_is_left_is_read(path: str) -> None:
    cut = FORMS[path][: len(FORMS[path]) - 200]

    (reading,) = readings("rpm", rootfs(redhat(path, cut)))

    assert reading.gaps
    assert all("damaged" in gap.why for gap in reading.gaps)


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("data", [b"", b"\0" * 600, b"SQLite format 3\0", b"RpmP", b"<<<<<<< HEAD\n"])
def test_a_file_that_is_no_database_is_a_gap(path: str, data: bytes) -> None:
    reading = read("rpm", redhat(path, data))

    assert reading.resources == []
    assert len(reading.gaps) == 1


def test_a_view_in_place_of_the_table_is_not_run() -> None:
    """A database made to keep a scanner busy for ever: its text is a program."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE VIEW Packages AS WITH RECURSIVE n(blob) AS (SELECT x'00' UNION ALL SELECT blob FROM n)"
            " SELECT * FROM n"
        )
        endless = connection.serialize()

    reading = read("rpm", redhat("var/lib/rpm/rpmdb.sqlite", endless))

    assert "no table" in reading.gaps[0].why


def test_a_circle_of_pages_ends() -> None:
    data = bytearray(berkeley(ALL))
    data[512 + 16 : 512 + 20] = struct.pack("<I", 1)

    reading = read("rpm", redhat("var/lib/rpm/Packages", bytes(data)))

    assert len(by_name(reading)) == 3
    assert "circle" in reading.gaps[0].why


def test_slots_that_all_lead_to_one_header_are_not_followed_for_ever() -> None:
    data = bytearray(ndb([BASH]))
    for at in range(48, 4096, 16):
        data[at : at + 16] = data[32:48]

    reading = read("rpm", redhat("var/lib/rpm/Packages.db", bytes(data)))

    assert sorted(by_name(reading)) == ["bash"]
    assert "many times" in reading.gaps[0].why


def test_one_bad_header_does_not_hide_the_others() -> None:
    huge = struct.pack(">II", 0xFFFFFF, 0xFFFFFF)
    endless = bytearray(BASH)
    endless[-1:] = b"x"

    reading = read("rpm", redhat("var/lib/rpm/rpmdb.sqlite", sqlite([huge, LIBS, b"", blob({header.VERSION: "1"})])))

    assert sorted(by_name(reading)) == ["openssl-libs"]
    assert len(reading.gaps) == 3


@given(
    st.sampled_from(sorted(FORMS)),
    st.lists(st.tuples(st.integers(0, 1 << 16), st.binary(min_size=1, max_size=8)), max_size=6),
    st.integers(0, 3),
)
def test_no_damage_to_a_database_raises(path: str, puts: list[tuple[int, bytes]], cut: int) -> None:
    data = bytearray(FORMS[path])
    for at, put in puts:
        at %= len(data)
        data[at : at + len(put)] = put
    data = data[: len(data) - cut * 511]

    for reading in readings("rpm", rootfs({**redhat(path, bytes(data)), path + "-wal": bytes(data)})):
        assert all(gap.why for gap in reading.gaps)


@given(st.binary(max_size=64), st.integers(0, len(OPENSSL)))
def test_no_damage_to_a_header_raises(put: bytes, at: int) -> None:
    damaged = OPENSSL[:at] + put + OPENSSL[at + len(put) :]

    read("rpm", redhat("var/lib/rpm/Packages.db", ndb([damaged, damaged[: at or 1], LIBS])))


@given(st.text(max_size=80), st.binary(max_size=200))
def test_no_record_of_who_asked_raises(text: str, data: bytes) -> None:
    for path in ("usr/lib/sysimage/libdnf5/packages.toml", "var/lib/zypp/AutoInstalled", "var/lib/dnf/history.sqlite"):
        for content in (text.encode(), data, b"[packages]\n" + text.encode(), b"a=" + b"[" * 5000):
            read("rpm", {**redhat("var/lib/rpm/rpmdb.sqlite", FORMS["var/lib/rpm/rpmdb.sqlite"]), path: content})
