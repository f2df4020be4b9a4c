"""Executables of Go and Rust, made byte by byte, and real ones where there are some."""

import shutil
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.format import Entry, Unit
from bartizan.collect.packages.executable import FORMAT
from bartizan.collect.resource import Reading
from bartizan.collect.tree import ROOTFS, Tree, walk
from tests.collect.packages import binaries
from tests.collect.packages.planted import only, packages, planted, readings, told, why

BUILT = {
    "stdlib@1.22.3": "1.22.3",
    "example.com/app@v1.2.3": "v1.2.3",
    "github.com/a/b@v0.1.0": "v0.1.0",
    "github.com/e/f@v0.3.0": "v0.3.0",
    "github.com/g/h": "?",
}


def test_build_info_of_go_tells_modules_and_the_standard_library() -> None:
    reading = only("executable", {"usr/bin/app": binaries.elf(".go.buildinfo", binaries.inline())}, ROOTFS)

    assert told(reading, "version") == BUILT
    assert told(reading, "direct")["example.com/app@v1.2.3"] is True
    assert told(reading, "checksums")["github.com/e/f@v0.3.0"] == ["h1:CCC="]
    assert "./local" in why(reading, "github.com/g/h")


@pytest.mark.parametrize(
    "program",
    [
        binaries.pe(".data", bytes(64) + binaries.inline()),
        binaries.mach("__go_buildinfo", binaries.inline()),
        binaries.fat(binaries.mach("__go_buildinfo", binaries.inline())),
        binaries.elf("", binaries.inline()),
        binaries.elf(".go.buildinfo", binaries.inline(), wide=False),
        binaries.elf(".go.buildinfo", binaries.inline(), order=">"),
    ],
    ids=["pe", "mach-o", "fat mach-o", "elf without sections", "elf of 32 bits", "elf, big endian"],
)
def test_every_form_of_executable_tells_the_same(program: bytes) -> None:
    assert told(only("executable", {"app": program}, ROOTFS), "version") == BUILT


@pytest.mark.parametrize(("order", "wide"), [("<", True), (">", True), ("<", False), (">", False)])
def test_older_build_info_is_found_by_its_pointers(order: str, wide: bool) -> None:
    data = binaries.pointing(binaries.BASE + 0x200, order=order, size=8 if wide else 4)
    reading = only("executable", {"app": binaries.elf(".go.buildinfo", data, order=order, wide=wide)}, ROOTFS)

    assert told(reading, "version") == {
        **{k: v for k, v in BUILT.items() if "stdlib" not in k},
        "stdlib@1.16.5": "1.16.5",
    }


def test_working_copy_has_no_version_unless_the_linker_was_told_one() -> None:
    plain = "path\ta\nmod\texample.com/a\t(devel)\t\n"
    stamped = plain + 'build\t-ldflags="-s -X main.version=1.4.0"\n'
    readings_ = [
        only("executable", {"app": binaries.elf(".go.buildinfo", binaries.inline(modules=modules))}, ROOTFS)
        for modules in (plain, stamped)
    ]

    assert "working copy" in why(readings_[0], "example.com/a")
    assert "example.com/a@v1.4.0" in packages(readings_[1])


def test_unreleased_go_is_unknown() -> None:
    data = binaries.inline(version="devel +abc", modules="")

    assert "devel" in why(only("executable", {"app": binaries.elf(".go.buildinfo", data)}, ROOTFS), "stdlib")


def test_crates_of_an_audited_executable_with_who_needs_whom() -> None:
    data = binaries.audited(
        {"name": "app", "version": "0.1.0", "source": "local", "root": True, "dependencies": [1, 2]},
        {"name": "rand", "version": "0.8.5", "source": "crates.io", "dependencies": [3]},
        {"name": "cc", "version": "1.0.0", "source": "crates.io", "kind": "build"},
        {"name": "libc", "version": "0.2.0", "source": "crates.io"},
    )
    reading = only("executable", {"app": binaries.elf(".dep-v0", data)}, ROOTFS)

    assert told(reading, "direct") == {"app@0.1.0": True, "rand@0.8.5": True, "cc@1.0.0": True, "libc@0.2.0": False}
    assert told(reading, "needed_by")["libc@0.2.0"] == ["rand@0.8.5"]
    assert told(reading, "development")["cc@1.0.0"] is True


def test_damaged_list_of_crates_is_a_gap() -> None:
    reading = only("executable", {"app": binaries.elf(".dep-v0", b"no zlib")}, ROOTFS)

    assert "list of crates is damaged" in reading.gaps[0].why


def test_list_that_unpacks_without_end_is_cut_off() -> None:
    bomb = zlib.compress(b" " * 200_000_000, 9)
    reading = only("executable", {"app": binaries.elf(".dep-v0", bomb)}, ROOTFS)

    assert not reading.resources
    assert reading.gaps


def test_executable_that_tells_nothing_is_no_unit() -> None:
    assert readings("executable", {"app": binaries.elf(".text", b"code"), "x": b"MZ", "y": b"\x7fELF"}, ROOTFS) == []


def test_content_is_wanted_of_executables_that_have_a_mark() -> None:
    head = binaries.elf(".text", b"")

    assert FORMAT.wants(Entry("usr/bin/app", 5, 0o755, head)) == (b"\xff Go buildinf:", b".dep-v0")
    assert FORMAT.wants(Entry("usr/share/doc/app.txt", 5, 0o644, head)) is False
    assert FORMAT.wants(Entry("usr/bin/script", 5, 0o755, b"#!/bin/sh")) is False


@given(st.data())
def test_no_damage_to_an_executable_raises(data: st.DataObject) -> None:
    whole = data.draw(
        st.sampled_from(
            [
                binaries.elf(".go.buildinfo", binaries.pointing(binaries.BASE + 0x200)),
                binaries.elf(".dep-v0", binaries.audited({"name": "a", "version": "1", "dependencies": [0, 7, -1]})),
                binaries.pe(".data", binaries.inline()),
                binaries.mach("__go_buildinfo", binaries.inline()),
            ]
        )
    )
    program = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 12))):
        program[data.draw(st.integers(0, len(program) - 1))] = data.draw(st.integers(0, 255))
    program = program[: data.draw(st.integers(0, len(program)))]
    tree = planted({"app": bytes(program)}, ROOTFS)

    list(FORMAT.units(tree))
    reading = FORMAT.read(Unit("executable", "app", ("app",)), tree)

    assert isinstance(reading, Reading)


def test_executable_built_without_modules_is_a_gap() -> None:
    reading = only("executable", {"app": binaries.elf(".go.buildinfo", binaries.inline(modules=""))}, ROOTFS)

    assert list(packages(reading)) == ["stdlib@1.22.3"]
    assert "without Go modules" in reading.gaps[0].why


def test_real_executables_of_go_tell_the_version_of_go(tmp_path: Path) -> None:
    """Any Go program of the machine will do; whether it tells its modules depends on how it was built."""
    found = [path for name in ("skopeo", "umoci", "buildah", "docker-registry") if (path := shutil.which(name))]
    if not found:
        pytest.skip("no program written in Go is installed (Debian: skopeo, umoci, buildah, docker-registry)")
    for path in found:
        shutil.copy(path, tmp_path)
    tree = Tree(tmp_path, walk(tmp_path).files, of=ROOTFS)
    units = list(FORMAT.units(tree))

    assert len(units) == len(found)
    for unit in units:
        reading = FORMAT.read(unit, tree)
        assert any(resource.value["name"] == "stdlib" for resource in reading.resources)
        assert len(reading.resources) > 10 or reading.gaps
