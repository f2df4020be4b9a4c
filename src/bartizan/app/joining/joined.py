"""Placeholder: joins code to workloads."""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.collect.tree import Tree
from bartizan.core.kind import Asset
from bartizan.core.vulnerability import Vulnerability
from bartizan.graph.graph import Graph


def join(graph: Graph, tree: Tree, vulnerabilities: Sequence[Vulnerability]) -> list[Asset]:
    """Make new assets and fill derived attributes."""
    return []
