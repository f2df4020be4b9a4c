"""How many verdicts a second: on columns, and one by one by the specification, with the same outcome."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import numpy as np

from bartizan.app import catalog
from bartizan.app.cache import Cache
from bartizan.app.inventory import Contents, units
from bartizan.app.options import Options
from bartizan.app.reading import read_all
from bartizan.collect.tree import walk
from bartizan.core.finding import VERDICTS
from bartizan.core.truth import Truth
from bartizan.graph.columns import Columns
from bartizan.graph.graph import Graph
from bartizan.posture.columnwise import Asking
from bartizan.posture.judge import verdict, verdicts
from bench import estate

RESOURCES = 10_000


def tell(folder: Path) -> None:
    """Judge every rule on a generated estate in both ways, and print the rates."""
    estate.write(folder, RESOURCES)
    tree = walk(folder)
    read = read_all(tree, units(tree), Contents(tree), Cache(None), Options().jobs, lambda done, of: None)
    graph = Graph(asset for each in read for asset in each.collected.assets)
    rules = [rule for rule in catalog.rules().values() if any(graph.kinds(rule.every))]
    print(f"verdicts: {len(rules)} rules on {len(graph.assets)} assets")
    columns = Columns(graph)
    first, outcome = _by_columns(rules, graph, columns)
    again, _ = _by_columns(rules, graph, columns)
    total = sum(outcome.values())
    print(f"  columns, made first          {total / first:12,.0f} verdicts/s")
    print(f"  columns, once made           {total / again:12,.0f} verdicts/s   wanted: at least 500,000")
    start = time.perf_counter()
    singly = Counter(verdict(rule, asset, graph) for rule in rules for asset in graph.of(rule.every))
    each = (time.perf_counter() - start) / sum(singly.values())
    singly.pop(None, None)
    print(f"  one by one                   {each * 1e6:12.1f} us a verdict     wanted: at most 20")
    print(f"  same verdicts                {singly == outcome!s:>12}")


def _by_columns(rules: list, graph: Graph, columns: Columns) -> tuple[float, Counter]:  # type: ignore[type-arg]
    outcome: Counter = Counter()  # type: ignore[type-arg]
    start = time.perf_counter()
    asking = Asking(columns)
    for rule in rules:
        for kind in graph.kinds(rule.every):
            truths, about = verdicts(rule, kind, asking)
            counts = np.bincount(truths[about] + 1, minlength=3)
            for truth, count in zip((Truth.NO, Truth.UNKNOWN, Truth.YES), counts, strict=True):
                outcome[VERDICTS[truth]] += int(count)
    return time.perf_counter() - start, +outcome
