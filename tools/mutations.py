"""Hides every value that a rule reads, one at a time, and counts the verdicts that became pass.

`python -m tools.mutations [PATTERN]`
The assets are those of the two examples and of every rule's own scenes. A verdict may become unknown; one that
becomes pass, or turns around, is a guess.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from bartizan.app import catalog
from bartizan.app.cache import Cache
from bartizan.app.inventory import Contents, units
from bartizan.app.reading import read_all
from bartizan.collect.tree import walk
from bartizan.core.claim import Rule
from bartizan.core.finding import Verdict
from bartizan.core.kind import Asset
from bartizan.graph.graph import Graph
from bartizan.posture.judge import answer, verdict

EXAMPLES = Path(__file__).parent.parent / "examples"


def estates() -> list[Graph]:
    """Return the graphs of the examples."""
    graphs = []
    for folder in ("shop", "shop-hardened"):
        tree = walk(EXAMPLES / folder)
        read = read_all(tree, units(tree), Contents(tree), Cache(None), 0, lambda done, of: None)
        graphs.append(Graph(asset for each in read for asset in each.collected.assets))
    return graphs


def trials(rule: Rule[Any], graphs: list[Graph]) -> Iterator[tuple[Asset, Graph]]:
    """Yield what a rule is tried on: assets, each with the world it is in."""
    for scene in (*rule.passes, *rule.fails):
        world = scene if isinstance(scene, tuple) else (scene,)
        yield world[0], Graph(world)
    for graph in graphs:
        for asset in graph.of(rule.every):
            yield asset, graph


def mutated(rule: Rule[Any], asset: Asset, graph: Graph) -> Iterator[Verdict | None]:
    """Yield the verdict on an asset with each value that decided or was read hidden in turn, linked assets' too."""
    given = answer(rule, asset, graph)
    read = {(fact.asset, fact.name) for fact in given.facts} if given else set()
    read |= {(asset.id, name) for name in asset.values}
    for id, name in sorted(read):
        held = graph.get(id)
        if held is None or name not in held.values:
            continue
        value = held.values.pop(name)
        yield verdict(rule, asset, graph)
        held.values[name] = value


def main() -> int:
    """Try every rule that matches a pattern (`aws-*` when none is given), and print what became of its verdicts."""
    pattern = sys.argv[1] if len(sys.argv) > 1 else "aws-*"
    graphs = estates()
    outcomes: Counter[str] = Counter()
    rules = [rule for id, rule in catalog.rules().items() if fnmatchcase(id, pattern)]
    for rule in rules:
        for asset, graph in trials(rule, graphs):
            before = verdict(rule, asset, graph)
            for after in mutated(rule, asset, graph):
                outcomes["values hidden"] += 1
                if after is before:
                    outcomes["verdict unchanged"] += 1
                elif after is Verdict.UNKNOWN:
                    outcomes["verdict became unknown"] += 1
                elif after is Verdict.PASS:
                    outcomes["VERDICT BECAME PASS"] += 1
                    print(f"{rule.id} on {asset.id}: {before} became pass", file=sys.stderr)
                else:
                    outcomes["verdict became something else"] += 1
                    print(f"{rule.id} on {asset.id}: {before} became {after}", file=sys.stderr)
    print(f"{len(rules)} rules match {pattern}")
    for what in ("values hidden", "verdict unchanged", "verdict became unknown", "VERDICT BECAME PASS"):
        print(f"  {outcomes[what]:7} {what}")
    return 1 if outcomes["VERDICT BECAME PASS"] or outcomes["verdict became something else"] else 0


if __name__ == "__main__":
    sys.exit(main())
