"""Reads Dockerfiles for the tests of this package."""

from __future__ import annotations

from typing import Any

from bartizan.collect.iac.dockerfile.build import Build
from bartizan.collect.iac.dockerfile.line import read_lines
from bartizan.collect.resource import Resource
from bartizan.core.place import Gap


def read(text: str) -> tuple[list[Resource], list[Gap]]:
    """Return the resources and gaps of a text."""
    build = Build("Dockerfile", read_lines(text))
    return build.read(), build.gaps


def stages(text: str) -> list[Resource]:
    """Return the stages of a text that has no gaps."""
    resources, gaps = read(text)
    assert gaps == []
    return [resource for resource in resources if resource.type == "dockerfile/stage"]


def stage(text: str) -> dict[str, Any]:
    """Return the value of the last stage; FROM is put before a text that has none."""
    return stages(text if "FROM" in text else f"FROM base\n{text}")[-1].value
