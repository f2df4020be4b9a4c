"""Reads templates written in a test."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

from bartizan.collect.iac.cloudformation import FORMAT
from bartizan.collect.resource import Reading
from tests.collect.iac.planting import by_address, plant, read_all


def reading(root: Path, template: str | bytes, **others: str) -> Reading:
    """Return what `template.yaml` declares; other files are given by their names, with `_` for the dot."""
    files = {name.replace("_", "."): textwrap.dedent(text) for name, text in others.items()}
    main = textwrap.dedent(template) if isinstance(template, str) else template
    return read_all(FORMAT, plant(root, {"template.yaml": main, **files}))


def resources(root: Path, template: str, **others: str) -> dict[str, Any]:
    """Return the values of the resources of templates that have no gaps, by address."""
    read = reading(root, template, **others)
    assert read.gaps == []
    return {address: resource.value for address, resource in by_address(read).items()}


def value(root: Path, written: str, head: str = "") -> Any:
    """Return what a property `P`, written as one line or an indented block, stands for; there must be no gaps."""
    found = _property(root, written, head)
    assert found.gaps == []
    return by_address(found)["X"].value.get("P")


def doubted(root: Path, written: str, head: str = "") -> tuple[Any, str]:
    """Return what a property stands for that cannot be evaluated, and the one gap that says so."""
    found = _property(root, written, head)
    (gap,) = found.gaps
    return by_address(found)["X"].value.get("P"), gap.why


def _property(root: Path, written: str, head: str) -> Reading:
    body = textwrap.indent(textwrap.dedent(written), "        ")
    return reading(
        root,
        textwrap.dedent(head)
        + "Resources:\n"
        + "  Bucket: {Type: AWS::S3::Bucket}\n"
        + "  Key: {Type: AWS::KMS::Key}\n"
        + "  X:\n    Type: AWS::Test::Thing\n    Properties:\n      P:\n"
        + body
        + "\n",
    )
