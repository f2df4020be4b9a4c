"""The pinned requirements say what pyproject asks for, and nothing of where they came from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tools.lock import HEADER, TARGETS, faults_of

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN: list[str] = PROJECT["project"]["dependencies"]
DEV: list[str] = PROJECT["dependency-groups"]["dev"]
PIN = re.compile(r"^([a-z0-9.-]+)==([^\s;]+)", re.MULTILINE)


def pins(target: str) -> dict[str, Version]:
    return {name: Version(version) for name, version in PIN.findall((ROOT / target).read_text("utf-8"))}


def unmet(wanted: list[str], pinned: dict[str, Version]) -> list[str]:
    requirements = [Requirement(text) for text in wanted]
    return [
        str(requirement)
        for requirement in requirements
        if (version := pinned.get(canonicalize_name(requirement.name))) is None or version not in requirement.specifier
    ]


def test_every_dependency_is_pinned_to_a_version_that_fits() -> None:
    assert unmet(RUN, pins("requirements/run.txt")) == []
    assert unmet(RUN + DEV, pins("requirements/dev.txt")) == []


def test_development_runs_on_the_versions_that_users_get() -> None:
    assert pins("requirements/run.txt").items() <= pins("requirements/dev.txt").items()


@pytest.mark.parametrize("target", TARGETS)
def test_pins_are_hashed_and_name_no_origin(target: str) -> None:
    text = (ROOT / target).read_text("utf-8")

    assert text.startswith(HEADER)
    assert list(faults_of(target, text)) == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("--index-url https://packages.example/simple", "names where a package came from"),
        ("--find-links /srv/wheels", "names where a package came from"),
        ("click @ file:///srv/click.whl", "names where a package came from"),
        ("    # via -r /srv/pyproject.toml", "names where a package came from"),
        ("click>=8", "is neither a pin nor a hash"),
        ("click==8.0 \\", "has no hash"),
    ],
)
def test_a_line_that_is_not_portable_is_refused(line: str, fault: str) -> None:
    (said,) = faults_of("run.txt", f"{line}\n    # via bartizan\n")

    assert said.startswith(f"run.txt:1: {fault}")
