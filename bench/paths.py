"""How the searches on arrays scale: a generated estate of 10,000, 100,000 and 1,000,000 assets, five relations each.

`python -m bench.paths [ASSETS ...]`. Each size runs in a process of its own, for its memory. Both the time that passed
and the processor's are printed: they differ where the machine has other work, and growth is told of the processor's.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

import numpy as np

from bartizan.core.truth import Truth
from bartizan.paths.arrays import Arrays
from bartizan.paths.cut import cut
from bartizan.paths.dominators import dominators
from bartizan.paths.keeping import load, save
from bartizan.paths.nearest import best
from bartizan.paths.radius import radii, radius
from bartizan.paths.reachable import reach, who_can_reach
from bartizan.paths.top import sought, top
from tools.estate import Estate, generated

SIZES = (10_000, 100_000, 1_000_000)
BESIDE = 100_000
"""The size that networkx is tried on."""
LONG = 5.0
"""Seconds after which nothing is repeated."""
WANTED = {
    "build, write and load": 15.0,
    "re-open": 0.05,
    "reach from the Internet": 1.0,
    "who can reach an administrator": 1.0,
    "best path to each goal": 2.0,
    "ten best paths to one goal": 0.005,
    "dominators, and what each cuts off": 5.0,
    "smallest cut": 20.0,
    "blast radius of all": 10.0,
}
"""Seconds, at a million."""
MEGABYTES = 2000
T = TypeVar("T")
Costs = dict[str, float]


def tell(sizes: tuple[int, ...] = SIZES) -> None:
    """Measure every size, and networkx beside one of them."""
    earlier: tuple[int, Costs] | None = None
    for size in sizes:
        costs = _elsewhere("measure", size)
        print(f"  {size:,} assets: {int(costs.pop('nodes')):,} nodes, {int(costs.pop('edges')):,} edges")
        for what in costs:
            if not what.startswith(_BUSY.format("")):
                _row(what, costs, size, earlier)
        if size == BESIDE:
            _beside(_elsewhere("networkx", size))
        earlier = size, costs


def _row(what: str, costs: Costs, size: int, earlier: tuple[int, Costs] | None) -> None:
    cost = costs[what]
    timed = what in (*WANTED, *_AS_WELL)
    busy = _BUSY.format(what)
    said = [f"{cost * 1000:11.1f} ms, processor {costs[busy] * 1000:9.1f} ms" if timed else f"{cost:11,.0f}"]
    if size == SIZES[-1] and what in WANTED:
        said.append(f"wanted: under {WANTED[what]:g} s{'' if cost <= WANTED[what] else '  MISSED'}")
    if size == SIZES[-1] and what == "peak memory, MB":
        said.append(f"wanted: under {MEGABYTES}{'' if cost <= MEGABYTES else '  MISSED'}")
    if earlier and timed:
        before = earlier[0]
        allowed = size * log(size) / (before * log(before))
        growth = costs[busy] / earlier[1][busy]
        said.append(f"x{growth:.1f} for x{size / before:g}; n log n is x{allowed:.1f}")
    print(f"    {what:<38}{'  '.join(said)}", flush=True)


_AS_WELL = ("blast radius of one", "one goal, from everywhere")
_BUSY = "processor: {}"


def measure(assets: int) -> Costs:
    """Return what each search takes, in seconds, and sizes."""
    watch = _Watch({})
    with tempfile.TemporaryDirectory(prefix="bartizan-bench-") as folder:
        directory = Path(folder) / "arrays"
        estate, arrays = watch.timed("build, write and load", lambda: _built(assets, directory), 1)
        watch.timed("re-open", lambda: load(directory, "bench"))
        watch.costs["nodes"], watch.costs["edges"] = arrays.size, arrays.count
        _searched(arrays, estate, watch)
    watch.costs["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return watch.costs


def _built(assets: int, directory: Path) -> tuple[Estate, Arrays]:
    estate = generated(assets)
    save(estate.arrays, directory, "bench")
    return estate, load(directory, "bench")


def _searched(arrays: Arrays, estate: Estate, watch: _Watch) -> None:
    starts, goals = estate.starts, estate.goals
    reached = watch.timed("reach from the Internet", lambda: reach(arrays, starts))
    watch.timed("who can reach an administrator", lambda: who_can_reach(arrays, estate.admins))
    ways = watch.timed("best path to each goal", lambda: best(arrays, starts, goals))
    ends = [way[-1] for way in ways if way][:9]
    watch.timed("one goal, from everywhere", lambda: sought(arrays, ends[0]))
    prepared = iter([sought(arrays, goal) for goal in ends])  # each once: the second time it knows its way about
    watch.timed("ten best paths to one goal", lambda: top(next(prepared), starts.tolist(), 10), len(ends))
    watch.timed("dominators, and what each cuts off", lambda: dominators(arrays, starts).cut_off(goals))
    found = watch.timed("smallest cut", lambda: cut(arrays, starts, goals, estate.labels, estate.efforts), 1)
    watch.timed("blast radius of one", lambda: radius(arrays, int(starts[0])))
    watch.timed("blast radius of all", lambda: radii(arrays, goals))
    watch.costs["goals reached"] = float(reached[goals].sum())
    watch.costs["of so many"] = len(goals)
    watch.costs["labels in the cut"] = len(found.labels)
    watch.costs["cut proven to be the smallest"] = float(found.optimal)


@dataclass(frozen=True, slots=True)
class _Watch:
    """What searches took, by name."""

    costs: Costs

    def timed(self, what: str, work: Callable[[], T], runs: int = 3) -> T:
        """Do something a few times, once where it is long; keep the medians, and return what the last gave."""
        times: list[tuple[float, float]] = []
        while True:
            began, busy = time.perf_counter(), time.process_time()
            done = work()
            times.append((time.perf_counter() - began, time.process_time() - busy))
            if len(times) >= runs or sum(each for each, _ in times) > LONG:
                self.costs[what] = median(each for each, _ in times)
                self.costs[_BUSY.format(what)] = median(each for _, each in times)
                return done


def networkx(assets: int) -> Costs:
    """Return what networkx takes for the same, ours beside it, and whether both agree."""
    import networkx as nx

    estate = generated(assets)
    arrays, root = estate.arrays, int(estate.starts[0])
    began = time.perf_counter()
    graph: nx.DiGraph[int] = nx.DiGraph()
    sure = arrays.truth == Truth.YES
    edges = zip(*(each[sure].tolist() for each in (arrays.starts(), arrays.ends, arrays.weight)), strict=True)
    for start, end, weight in edges:
        if not graph.has_edge(start, end) or weight < graph[start][end]["weight"]:
            graph.add_edge(start, end, weight=weight)
    watch, ours = _Watch({"build": time.perf_counter() - began}), _Watch({})
    theirs = watch.timed("reach", lambda: nx.descendants(graph, root), 1)
    agree = len(theirs) + 1 == int(ours.timed("reach", lambda: reach(arrays, estate.starts)).sum())
    far = watch.timed("best path", lambda: nx.single_source_dijkstra_path_length(graph, root), 1)
    ways = ours.timed("best path", lambda: best(arrays, estate.starts, estate.goals))
    goals = zip(estate.goals.tolist(), ways, strict=True)
    agree &= all((goal in far) == bool(way) and far.get(goal, 0) == _weight(arrays, way) for goal, way in goals)
    tree = watch.timed("dominators", lambda: nx.immediate_dominators(graph, root), 1)
    own = ours.timed("dominators", lambda: dominators(arrays, estate.starts))
    agree &= all(int(own.above[node]) == above for node, above in tree.items() if node != root and above is not None)
    return {**watch.costs, **{f"ours: {what}": cost for what, cost in ours.costs.items()}, "agree": float(agree)}


def _weight(arrays: Arrays, way: tuple[int, ...]) -> int:
    edges = [arrays.edge(start, end) for start, end in pairwise(way)]
    return int(np.array([arrays.weight[edge] for edge in edges], np.int64).sum())


def _beside(costs: Costs) -> None:
    print(f"  networkx beside it{'' if costs['agree'] else ': NOT THE SAME RESULTS'}")
    print(f"    {'build':<38}{costs['build'] * 1000:11.1f} ms")
    for what in ("reach", "best path", "dominators"):
        busy = _BUSY.format(what)
        ratio = costs[busy] / costs[f"ours: {busy}"]
        print(
            f"    {what:<38}{costs[what] * 1000:11.1f} ms, processor {costs[busy] * 1000:9.1f} ms  x{ratio:.0f} of ours"
        )


def _elsewhere(what: str, size: int) -> Costs:
    command = [sys.executable, "-m", "bench.paths", what, str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return {name: float(value) for name, value in found.items()}


def main() -> None:
    """Measure and print; `measure SIZE` and `networkx SIZE` print JSON, for the process that asked."""
    if sys.argv[1:2] in (["measure"], ["networkx"]):
        work = measure if sys.argv[1] == "measure" else networkx
        print(json.dumps(work(int(sys.argv[2]))))
        return
    print("attack paths on generated estates")
    tell(tuple(int(each) for each in sys.argv[1:]) or SIZES)


if __name__ == "__main__":
    main()
