"""How the searches on arrays scale: a generated estate of 10,000, 100,000 and 1,000,000 assets, five relations each.

`python -m bench.paths [ASSETS ...]`. Each size runs in a process of its own, for its memory.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
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
BRIEF = 0.3
"""Seconds below which a search is repeated, and the median taken."""
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
        for what, cost in costs.items():
            _row(what, cost, size, earlier)
        if size == BESIDE:
            _beside(_elsewhere("networkx", size))
        earlier = size, costs


def _row(what: str, cost: float, size: int, earlier: tuple[int, Costs] | None) -> None:
    said = [f"{cost * 1000:11.1f} ms" if what in (*WANTED, *_AS_WELL) else f"{cost:11,.0f}   "]
    if size == SIZES[-1] and what in WANTED:
        said.append(f"wanted: under {WANTED[what]:g} s{'' if cost <= WANTED[what] else '  MISSED'}")
    if size == SIZES[-1] and what == "peak memory, MB":
        said.append(f"wanted: under {MEGABYTES}{'' if cost <= MEGABYTES else '  MISSED'}")
    if earlier and earlier[1].get(what) and what in (*WANTED, *_AS_WELL):
        before = earlier[0]
        allowed = size * log(size) / (before * log(before))
        growth = cost / earlier[1][what]
        # what takes a few milliseconds is mostly the same at any size; noise decides there
        said.append(f"x{growth:.1f} for x{size / before:g}; n log n is x{allowed:.1f}")
    print(f"    {what:<38}{'  '.join(said)}", flush=True)


_AS_WELL = ("blast radius of one", "one goal, from everywhere", "generate")


def measure(assets: int) -> Costs:
    """Return what each search takes, in seconds, and sizes."""
    costs: Costs = {}
    with tempfile.TemporaryDirectory(prefix="bartizan-bench-") as folder:
        began = time.perf_counter()
        estate = generated(assets)
        save(estate.arrays, Path(folder) / "arrays", "bench")
        arrays = load(Path(folder) / "arrays", "bench")
        costs["build, write and load"] = time.perf_counter() - began
        costs["re-open"], _ = _timed(lambda: load(Path(folder) / "arrays", "bench"))
        costs["nodes"], costs["edges"] = arrays.size, arrays.count
        costs.update(_searched(arrays, estate))
    costs["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return costs


def _searched(arrays: Arrays, estate: Estate) -> Costs:
    costs: Costs = {}
    starts, goals = estate.starts, estate.goals
    costs["reach from the Internet"], reached = _timed(lambda: reach(arrays, starts))
    costs["who can reach an administrator"], _ = _timed(lambda: who_can_reach(arrays, estate.admins))
    costs["best path to each goal"], ways = _timed(lambda: best(arrays, starts, goals))
    ends = [way[-1] for way in ways if way][:9]
    costs["one goal, from everywhere"], _ = _timed(lambda: sought(arrays, ends[0]))
    prepared = [sought(arrays, goal) for goal in ends]
    costs["ten best paths to one goal"] = median(
        _timed(partial(top, each, starts.tolist(), 10), 1)[0] for each in prepared
    )
    costs["dominators, and what each cuts off"], _ = _timed(lambda: dominators(arrays, starts).cut_off(goals))
    costs["smallest cut"], found = _timed(lambda: cut(arrays, starts, goals, estate.labels, estate.efforts))
    costs["blast radius of one"], _ = _timed(lambda: radius(arrays, int(starts[0])))
    costs["blast radius of all"], _ = _timed(lambda: radii(arrays, goals))
    costs["goals reached"] = float(reached[goals].sum())
    costs["of so many"] = len(goals)
    costs["labels in the cut"] = len(found.labels)
    costs["cut proven to be the smallest"] = float(found.optimal)
    return costs


def _timed(work: Callable[[], T], least: int = 3) -> tuple[float, T]:
    """Return the median over three runs, or more for what is brief, one for what is long, and what the last gave."""
    times: list[float] = []
    while True:
        began = time.perf_counter()
        done = work()
        times.append(time.perf_counter() - began)
        if len(times) >= least or sum(times) > BRIEF * 5:
            return median(times), done


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
    costs = {"build": time.perf_counter() - began}
    ours: Costs = {}
    costs["reach"], theirs = _timed(lambda: nx.descendants(graph, root), 1)
    ours["reach"], mine = _timed(lambda: reach(arrays, estate.starts))
    agree = len(theirs) + 1 == int(mine.sum())
    costs["best path"], far = _timed(lambda: nx.single_source_dijkstra_path_length(graph, root), 1)
    ours["best path"], ways = _timed(lambda: best(arrays, estate.starts, estate.goals))
    goals = zip(estate.goals.tolist(), ways, strict=True)
    agree &= all((goal in far) == bool(way) and far.get(goal, 0) == _weight(arrays, way) for goal, way in goals)
    costs["dominators"], tree = _timed(lambda: nx.immediate_dominators(graph, root), 1)
    ours["dominators"], own = _timed(lambda: dominators(arrays, estate.starts))
    agree &= all(int(own.above[node]) == above for node, above in tree.items() if node != root and above is not None)
    return {**costs, **{f"ours: {what}": cost for what, cost in ours.items()}, "agree": float(agree)}


def _weight(arrays: Arrays, way: tuple[int, ...]) -> int:
    edges = [arrays.edge(start, end) for start, end in pairwise(way)]
    return int(np.array([arrays.weight[edge] for edge in edges], np.int64).sum())


def _beside(costs: Costs) -> None:
    print(f"  networkx beside it{'' if costs['agree'] else ': NOT THE SAME RESULTS'}")
    print(f"    {'build':<38}{costs['build'] * 1000:11.1f} ms")
    for what in ("reach", "best path", "dominators"):
        ratio = costs[what] / costs[f"ours: {what}"]
        print(f"    {what:<38}{costs[what] * 1000:11.1f} ms  x{ratio:.0f} of ours")


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
