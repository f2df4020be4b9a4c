"""Placeholder: priority of findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bartizan.core.attack import AttackPath
from bartizan.core.finding import Finding
from bartizan.core.vulnerability import Vulnerability
from bartizan.graph.graph import Graph


def prioritised(
    findings: Sequence[Finding], graph: Graph, vulnerabilities: Iterable[Vulnerability], paths: Sequence[AttackPath]
) -> list[Finding]:
    """Return findings with their priorities, and the paths they are on."""
    return list(findings)
