"""Python projects without a lock: what they ask for themselves."""

import pytest

from bartizan.collect.packages.python_manifest.marker import holds
from bartizan.core.truth import Truth
from tests.collect.packages.planted import lines, only, packages, readings, told, why
from tests.collect.packages.python_samples import POETRY_PROJECT, PYPROJECT, SETUP, SETUP_CFG, UV_LOCK


def test_a_project_asks_for_its_dependencies_extras_and_groups() -> None:
    reading = only("python-manifest", {"pyproject.toml": PYPROJECT})

    assert told(reading, "development") == {
        "requests@2.31.0": False,
        "shop-core": False,
        "boto3": False,
        "black@24.1.0": True,
        "pytest@8.0.0": True,
        "ruff": True,
        "hatchling": True,
    }
    assert set(told(reading, "direct").values()) == {True}
    assert lines(reading)["requests@2.31.0"] == "pyproject.toml:7"


def test_poetry_takes_a_bare_version_for_that_one() -> None:
    reading = only("python-manifest", {"pyproject.toml": POETRY_PROJECT})

    assert told(reading, "version") == {"requests@2.31.0": "2.31.0", "flask": "?", "mine": "?", "pytest": "?"}
    assert "^3.0" in why(reading, "flask")
    assert "token" not in packages(reading)["mine"].value["purl"]
    assert lines(reading)["pytest"] == "pyproject.toml:12"


def test_setup_cfg_is_read() -> None:
    reading = only("python-manifest", {"setup.cfg": SETUP_CFG})

    assert told(reading, "development") == {"requests@2.31.0": False, "idna": False, "pytest": True, "boto3@1.0": False}


def test_setup_py_is_read_but_not_executed() -> None:
    reading = only("python-manifest", {"setup.py": SETUP})

    assert told(reading, "development") == {"six@1.16.0": False, "requests": False, "pytest": True, "boto3@1.0": False}
    assert [(gap.line, "tests_require" in gap.why) for gap in reading.gaps] == [(8, True)]


def test_a_list_that_is_changed_later_is_not_taken_for_known() -> None:
    text = "from setuptools import setup\nneeds = ['a==1']\nneeds.append('b')\nsetup(install_requires=needs)\n"

    reading = only("python-manifest", {"setup.py": text})

    assert not reading.resources
    assert [gap.line for gap in reading.gaps] == [4]


@pytest.mark.parametrize("lock", ["poetry.lock", "uv.lock", "pdm.lock", "Pipfile.lock", "pylock.toml"])
def test_a_lock_beside_tells_instead(lock: str) -> None:
    assert not readings("python-manifest", {"a/pyproject.toml": PYPROJECT, f"a/{lock}": ""})


def test_a_member_of_a_workspace_is_told_of_by_its_lock() -> None:
    files = {"uv.lock": UV_LOCK, "packages/part/pyproject.toml": PYPROJECT, "apart/pyproject.toml": PYPROJECT}

    found = readings("python-manifest", files)

    assert [reading.resources[0].place.file for reading in found] == ["apart/pyproject.toml"]


def test_dependencies_worked_out_at_build_time_are_a_gap() -> None:
    text = '[project]\nname = "a"\ndynamic = ["dependencies"]\n'

    assert "lock them" in only("python-manifest", {"pyproject.toml": text}).gaps[0].why
    assert not only("python-manifest", {"pyproject.toml": text, "setup.cfg": SETUP_CFG}).gaps


@pytest.mark.parametrize(
    ("marker", "truth"),
    [
        ("", Truth.YES),
        ("extra == 'x'", Truth.YES),
        ("extra == 'y'", Truth.NO),
        ("extra != 'y' and sys_platform == 'linux'", Truth.YES),
        ("sys_platform == 'win32' or extra == 'x'", Truth.YES),
        ("sys_platform == 'win32'", Truth.NO),
        ("platform_machine == 'arm'", Truth.UNKNOWN),
        ("(extra == 'y' or os_name == 'nt') and platform_machine == 'arm'", Truth.UNKNOWN),
        ("python_version < '3.9'", Truth.NO),
        ("python_version >= '3.11'", Truth.YES),
        ("python_full_version < '3.11.2'", Truth.UNKNOWN),
        ("'g' in dependency_groups", Truth.YES),
        ("'h' in dependency_groups", Truth.NO),
        ("(" * 200 + "extra == 'x'", Truth.UNKNOWN),
        ("junk )( and", Truth.UNKNOWN),
    ],
)
def test_markers_are_judged_by_what_is_known(marker: str, truth: Truth) -> None:
    machine = {"sys_platform": "linux", "python_version": "3.11"}

    assert holds(marker, {"x"}, {"g"}, machine) is truth
