"""Reads small targets, as a scan does, and joins them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bartizan.app import catalog
from bartizan.app.cache import opened as opened_cache
from bartizan.app.identity.workloads import linked
from bartizan.app.inventory import Contents, units
from bartizan.app.joining.joined import join
from bartizan.app.options import Options
from bartizan.app.reading import read_all
from bartizan.app.target import opened
from bartizan.app.target import target as parsed
from bartizan.collect.tree import LookedFor
from bartizan.core.vulnerability import Vulnerability
from bartizan.graph.distinct import unique
from bartizan.graph.graph import Graph


def written(directory: Path, files: Mapping[str, str]) -> Path:
    """Write files, and return the directory they are in."""
    for name, text in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return directory


def joined(directory: Path, vulnerabilities: Sequence[Vulnerability] = ()) -> Graph:
    """Return the graph of a directory, with what only the whole of it tells."""
    with opened(parsed(str(directory)), Options(), ()) as tree:
        seen = replace(
            tree,
            looked_for=LookedFor(credentials=catalog.credentials(), weaknesses=catalog.weaknesses(), key=b"joining"),
        )
        found = units(seen, ())
        read = read_all(seen, found, Contents(seen), opened_cache(None), 1, lambda done, of: None)
        graph = linked(unique(asset for each in read for asset in each.collected.assets))
        return Graph([*graph.assets, *join(graph, seen, vulnerabilities)])
