"""Packages of opkg, pacman and chisel."""

from __future__ import annotations

import json

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from tests.collect.packages.rootfs import by_name, is_unknown, read, readings, rootfs, values

OPENWRT = "ID=openwrt\nVERSION_ID=23.05.3\nNAME=OpenWrt\n"
OPKG = """\
Package: libc
Version: 1.2.4-4
Status: install user installed
Architecture: x86_64

Package: libopenssl3
Version: 3.0.13-1
Depends: libc
Provides: libopenssl
Status: install ok installed
Architecture: x86_64
Auto-Installed: yes

Package: gone
Version: 1
Status: deinstall ok not-installed
"""
CONTROL = (
    "Package: libopenssl3\nVersion: 3.0.13-1\nSource: package/libs/openssl\nSourceName: openssl\nLicense: Apache-2.0\n"
)
ARCH = "ID=arch\nNAME='Arch Linux'\nBUILD_ID=rolling\n"
DESC = """\
%NAME%
openssl

%VERSION%
3.2.1-1

%BASE%
openssl

%ARCH%
x86_64

%LICENSE%
Apache-2.0

%REASON%
1

%DEPENDS%
glibc
libx.so=1-64

%PROVIDES%
libcrypto.so=3-64
"""
CURL = "%NAME%\ncurl\n\n%VERSION%\n8.6.0-1\n\n%DEPENDS%\nlibcrypto.so=3-64\n"
NOBLE = 'ID=ubuntu\nVERSION_ID="24.04"\nVERSION="24.04 LTS (Noble Numbat)"\n'


def openwrt(status: str = OPKG) -> dict[str, str | bytes]:
    return {
        "etc/os-release": OPENWRT,
        "usr/lib/opkg/status": status,
        "usr/lib/opkg/info/libopenssl3.control": CONTROL,
    }


def wall(*entries: object) -> bytes:
    lines = [{"jsonwall": "1.0", "schema": "1.0", "count": len(entries)}, *entries]
    return zstandard.ZstdCompressor().compress("\n".join(map(json.dumps, lines)).encode())


def test_opkg_tells_what_is_installed_and_its_control_files_the_source() -> None:
    reading = read("opkg", openwrt())

    assert sorted(by_name(reading)) == ["libc", "libopenssl3"]
    value = by_name(reading)["libopenssl3"].value
    assert (value["source_name"], value["licenses"], value["direct"]) == ("openssl", ["Apache-2.0"], False)
    assert value["ecosystem"] == "OpenWrt:23.05.3"
    assert values(reading, "needed_by")["libc"] == ["libopenssl3@3.0.13-1"]
    assert values(reading, "direct")["libc"] is True
    assert reading.gaps == []


def test_pacman_tells_what_is_installed_and_why() -> None:
    reading = read(
        "pacman",
        {
            "etc/os-release": ARCH,
            "var/lib/pacman/local/openssl-3.2.1-1/desc": DESC,
            "var/lib/pacman/local/openssl-3.2.1-1/files": "%FILES%\nusr/\n",
            "var/lib/pacman/local/curl-8.6.0-1/desc": CURL,
        },
    )

    assert values(reading, "direct") == {"openssl": False, "curl": True}
    assert values(reading, "needed_by")["openssl"] == ["curl@8.6.0-1"]
    assert by_name(reading)["openssl"].value["purl"] == "pkg:alpm/arch/openssl@3.2.1-1?arch=x86_64&distro=arch"
    assert reading.gaps == []


def test_a_broken_description_of_pacman_is_a_gap() -> None:
    files: dict[str, str | bytes] = {
        "etc/os-release": ARCH,
        "var/lib/pacman/local/a-1/desc": "%NAME%\na\n",
        "var/lib/pacman/local/b-1/desc": b"\xff\xff\0",
        "var/lib/pacman/local/openssl-3.2.1-1/desc": DESC,
    }

    reading = read("pacman", files)

    assert list(by_name(reading)) == ["openssl"]
    assert [gap.file for gap in reading.gaps] == ["var/lib/pacman/local/a-1/desc", "var/lib/pacman/local/b-1/desc"]


def test_chisel_s_manifest_lists_what_was_cut() -> None:
    manifest = wall(
        {"kind": "content", "slice": "libc6_libs", "path": "/"},
        {"kind": "package", "name": "libc6", "version": "2.39-0ubuntu8", "sha256": "ab" * 32, "arch": "amd64"},
    )

    reading = read("chisel", {"etc/os-release": NOBLE, "var/lib/chisel/manifest.wall": manifest})

    value = by_name(reading)["libc6"].value
    assert (value["version"], value["ecosystem"]) == ("2.39-0ubuntu8", "Ubuntu:24.04:LTS")
    assert value["checksums"] == ["sha256:" + "ab" * 32]
    assert is_unknown(value["needed_by"])


@pytest.mark.parametrize("data", [b"", b"junk", wall()[:-5]])
def test_a_manifest_that_cannot_be_unpacked_is_a_gap(data: bytes) -> None:
    reading = read("chisel", {"etc/os-release": NOBLE, "var/lib/chisel/manifest.wall": data})

    assert reading.resources == []
    assert len(reading.gaps) == 1


@given(st.integers(0, 400), st.integers(0, 40), st.binary(max_size=30), st.text(max_size=40))
def test_no_damage_raises(at: int, cut: int, put: bytes, text: str) -> None:
    for base in (OPKG, DESC, wall({"kind": "package", "name": "a"}), wall(text, {"kind": "package", "name": text})):
        data = base.encode() if isinstance(base, str) else base
        damaged = data[:at] + put + data[at + cut :]
        tree = rootfs(
            {
                "usr/lib/opkg/status": damaged,
                "var/lib/pacman/local/a/desc": damaged,
                "var/lib/chisel/manifest.wall": damaged,
            }
        )
        for format in ("opkg", "pacman", "chisel"):
            readings(format, tree)
