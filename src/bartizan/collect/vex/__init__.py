"""VEX documents: what somebody says about vulnerabilities of products, from OpenVEX, CSAF and CycloneDX alike.

OpenVEX 0.2.0 (openvex/spec), CSAF 2.0 profile 5 (OASIS), CycloneDX 1.4 and later (ECMA-424).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bartizan.collect.tree import Tree, Unreadable
from bartizan.collect.vex import csaf, cyclonedx, openvex
from bartizan.collect.vex.statement import Malformed, Statement
from bartizan.core.place import Gap

_READERS: tuple[tuple[Callable[[Any], bool], Callable[[Any, str], Iterator[Statement]]], ...] = (
    (openvex.recognised, openvex.statements),
    (csaf.recognised, csaf.statements),
    (cyclonedx.recognised, cyclonedx.statements),
)
_MARKS = (b"openvex", b"csaf_vex", b'"CycloneDX"')


@dataclass(frozen=True, slots=True)
class Said:
    """What the VEX documents of a tree say, the latest last."""

    statements: tuple[Statement, ...]
    gaps: tuple[Gap, ...]


def said(tree: Tree) -> Said:
    """Return what the VEX documents among the files of a tree say."""
    statements: list[Statement] = []
    gaps: list[Gap] = []
    for file in tree.files:
        if not _may_be(tree, file):
            continue
        try:
            statements.extend(read(tree.text(file), file))
        except (Unreadable, Malformed) as error:
            gaps.append(Gap(file, str(error)))
    return Said(tuple(sorted(statements, key=lambda one: one.time)), tuple(gaps))


def _may_be(tree: Tree, file: str) -> bool:
    return file.endswith(".json") and any(mark in tree.head(file) for mark in _MARKS)


def read(text: str, file: str) -> list[Statement]:
    """Return the statements of a document, none for one that is no VEX; raises `Malformed`."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"The VEX document is no JSON: {error}.") from None
    for recognised, statements in _READERS:
        if recognised(document):
            return list(statements(document, file))
    return []
