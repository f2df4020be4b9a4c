"""Installed Python packages."""

import json
import os
import subprocess
import sys
from pathlib import Path

from bartizan.collect.formats import formats
from bartizan.collect.packages.python_installed.metadata import importable
from bartizan.collect.packages.python_manifest.requirement import normal
from bartizan.collect.tree import ROOTFS, Tree
from tests.collect.packages.planted import lines, only, packages, readings, told
from tests.collect.packages.python_samples import INSTALLED, SITE


def test_metadata_tells_name_version_and_licence() -> None:
    reading = only("installed-python", INSTALLED, ROOTFS)

    assert told(reading, "licenses") == {
        "shop-tool@1.0": ["MIT"],
        "requests@2.31.0": ["Apache 2.0"],
        "pysocks@1.7.1": ["BSD License"],
        "colorama@0.4.6": [],
        "pytest@8.0.0": [],
        "gitty@0.1": [],
    }
    assert lines(reading)["shop-tool@1.0"] == f"{SITE}/Shop_Tool-1.0.dist-info/METADATA:3"


def test_requirements_tell_who_needs_whom_with_the_extras_asked_for() -> None:
    reading = only("installed-python", INSTALLED, ROOTFS)

    assert told(reading, "needed_by") == {
        "shop-tool@1.0": [],
        "requests@2.31.0": ["shop-tool@1.0"],
        "pysocks@1.7.1": ["requests@2.31.0"],
        "colorama@0.4.6": [],  # only on Windows
        "pytest@8.0.0": [],  # only with an extra that nobody asks for
        "gitty@0.1": [],
    }


def test_what_pip_was_asked_for_is_direct_and_of_others_that_is_unknown() -> None:
    reading = only("installed-python", INSTALLED, ROOTFS)

    assert told(reading, "direct") == {
        "shop-tool@1.0": True,
        "requests@2.31.0": False,
        "pysocks@1.7.1": "?",
        "colorama@0.4.6": "?",
        "pytest@8.0.0": "?",
        "gitty@0.1": "?",
    }


def test_uv_notes_everything_as_asked_for_so_nothing_is_known() -> None:
    files = {
        f"{SITE}/a-1.dist-info/METADATA": "Name: a\nVersion: 1\n",
        f"{SITE}/a-1.dist-info/INSTALLER": "uv",
        f"{SITE}/a-1.dist-info/REQUESTED": "",
    }

    assert told(only("installed-python", files, ROOTFS), "direct") == {"a@1": "?"}


def test_records_tell_what_can_be_imported() -> None:
    reading = only("installed-python", INSTALLED, ROOTFS)

    modules = told(reading, "modules")
    assert modules["shop-tool@1.0"] == ["extra_module", "shop.tool"]
    assert modules["pysocks@1.7.1"] == ["socks", "sockshandler"]
    assert modules["colorama@0.4.6"] == "?"


def test_extension_modules_and_namespaces_are_importable() -> None:
    paths = ["_a.cpython-311-x86_64-linux-gnu.so", "n/s/b.py", "n/s/c.pyd", "p/__init__.py", "p/q/__init__.py", "x.txt"]

    assert importable(paths) == ("_a", "n.s", "p")


def test_a_package_from_a_repository_says_so_without_the_token() -> None:
    reading = only("installed-python", INSTALLED, ROOTFS)

    assert packages(reading)["gitty@0.1"].value["purl"] == (
        "pkg:pypi/gitty@0.1?vcs_url=git%2Bhttps://git.example/gitty.git%40abc"
    )


def test_what_debian_installed_is_left_to_its_database() -> None:
    files = {
        "usr/lib/python3/dist-packages/six-1.16.0.egg-info": "Name: six\nVersion: 1.16.0\n",
        "usr/local/lib/python3.11/dist-packages/a-1.dist-info/METADATA": "Name: a\nVersion: 1\n",
    }

    assert len(readings("installed-python", files, ROOTFS)) == 2
    assert len(readings("installed-python", {**files, "var/lib/dpkg/status": ""}, ROOTFS)) == 1


def test_metadata_without_a_name_is_a_gap() -> None:
    reading = only("installed-python", {f"{SITE}/x.dist-info/METADATA": "junk"}, ROOTFS)

    assert "no name" in reading.gaps[0].why


def test_agrees_with_pip_on_the_environment_that_runs_this() -> None:
    """One by one: what `pip list` says is what is read of the same directory as a root file system."""
    asked = [sys.executable, "-m", "pip", "list", "--format=json", "--disable-pip-version-check", "--path"]
    site = next(path for path in map(Path, sys.path) if path.name == "site-packages")
    printed = subprocess.run([*asked, str(site)], capture_output=True, check=True, text=True).stdout
    pip = {normal(each["name"]): each["version"] for each in json.loads(printed)}
    tree = _rooted(Path(sys.prefix))
    form = formats()["installed-python"]

    (unit,) = [unit for unit in form.units(tree) if Path(sys.prefix, unit.root) == site]
    reading = form.read(unit, tree)

    assert not reading.gaps
    assert {each.value["name"]: each.value["version"] for each in reading.resources} == pip


def _rooted(root: Path) -> Tree:
    files = [
        str(Path(directory, name).relative_to(root))
        for directory, _, names in os.walk(root)
        for name in names
        if not Path(directory, name).is_symlink()
    ]
    return Tree(root, tuple(sorted(files)), of=ROOTFS)
