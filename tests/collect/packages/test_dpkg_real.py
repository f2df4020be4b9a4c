"""A root file system that debootstrap made, one by one beside what dpkg says is in it.

It is made once and kept in the user's cache: nothing of it changes.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from bartizan.collect.tree import ROOTFS, Tree, walk
from tests.collect.packages.rootfs import by_name, readings

SUITE = "bookworm"
QUERY = "${db:Status-Status}\t${Package}\t${Version}\t${Architecture}\t${source:Package}\t${source:Version}\n"


@pytest.fixture(scope="module")
def tree() -> Tree:
    if not (shutil.which("debootstrap") and shutil.which("dpkg-query")):
        pytest.skip("debootstrap is not installed (Debian: debootstrap)")
    if os.getuid() != 0:
        pytest.skip("debootstrap needs to be root")
    cache = platformdirs.user_cache_path("bartizan-tests", ensure_exists=True)
    root = cache / f"debian-{SUITE}"
    with open(cache / f"{SUITE}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not root.exists():
            _make(cache, root)
    return replace(walk(root), of=ROOTFS)


def _make(cache: Path, root: Path) -> None:
    making = cache / f"{root.name}.part"
    shutil.rmtree(making, ignore_errors=True)
    try:
        done = subprocess.run(
            ["debootstrap", "--variant=minbase", SUITE, str(making)],
            capture_output=True,
            text=True,
            timeout=400,
            check=False,
        )
    except subprocess.TimeoutExpired:
        pytest.skip("debootstrap took longer than 400 s")
    if done.returncode:
        shutil.rmtree(making, ignore_errors=True)
        pytest.skip(f"debootstrap could not make a root (no network?): {done.stdout.strip()[-200:]}")
    making.rename(root)


def said(tree: Tree) -> set[tuple[str, ...]]:
    command = ["dpkg-query", "-W", f"--admindir={tree.root}/var/lib/dpkg", f"-f={QUERY}"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.splitlines()
    return {tuple(line.split("\t")[1:]) for line in lines if line.startswith("installed\t")}


def test_what_dpkg_says_is_installed_is_told_one_by_one(tree: Tree) -> None:
    (reading,) = readings("dpkg", tree)

    keys = ("name", "version", "architecture", "source_name", "source_version")
    assert {tuple(each.value[key] for key in keys) for each in reading.resources} == said(tree)
    assert len(reading.resources) > 80
    assert reading.gaps == []


def test_every_package_of_a_real_root_has_its_release_and_nearly_all_a_licence(tree: Tree) -> None:
    (reading,) = readings("dpkg", tree)

    assert {each.value["ecosystem"] for each in reading.resources} == {"Debian:12"}
    unlicensed = [each.value["name"] for each in reading.resources if not each.value["licenses"]]
    assert len(unlicensed) < len(reading.resources) / 10


def test_in_a_real_root_the_c_library_is_needed_most(tree: Tree) -> None:
    (reading,) = readings("dpkg", tree)

    needed = {name: len(each.value["needed_by"]) for name, each in by_name(reading).items()}
    assert max(needed, key=lambda name: needed[name]) == "libc6"


def test_a_real_root_names_its_release(tree: Tree) -> None:
    (reading,) = readings("system", tree)

    assert [each.address for each in reading.resources] == ["debian@12"]
    assert reading.resources[0].value["supported_until"] == "2028-06-30"
