"""The providers whose permissions are understood: each is asked for only where the graph has something of it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from bartizan.graph.graph import Graph
from bartizan.paths.asking import Asking

PROVIDERS = ("aws", "azure", "gcp", "kubernetes")
"""Each a module of this package, which has `access(graph)`; assets are of the provider that their kind begins with."""


def providers(graph: Graph) -> dict[str, Callable[..., Asking]]:
    """Return how access is made, of a graph and of what was not read, for each provider that has assets in it."""
    there = {kind.kind.partition(".")[0] for kind in graph.by_kind}
    return {name: import_module(f"bartizan.app.identity.{name}.access").access for name in PROVIDERS if name in there}
