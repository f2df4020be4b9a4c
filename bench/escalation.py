"""How long the whole catalogue of attack steps takes on an organisation, and the ways to administrator after that.

Runs in a process of its own, for its memory: `python -m bench.escalation [ACCOUNTS PRINCIPALS RESOURCES]`.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from bartizan.app import catalog
from bartizan.app.identity.workloads import linked
from bartizan.app.identity.world import World
from bartizan.paths.ground import Ground
from bartizan.paths.moves import Moves
from bartizan.paths.routes import Routes
from bartizan.paths.stepping import tried
from bench.landscape import assets
from bench.organization import managed, organization

SIZE = (100, 100_000, 10_000)
"""Accounts, principals, and resources besides."""
SLOWEST = 8
T = TypeVar("T")


def tell() -> None:
    """Measure in a process of its own."""
    subprocess.run([sys.executable, "-m", "bench.escalation"], check=False)


def main() -> None:
    """Measure and print."""
    accounts, principals, resources = map(int, sys.argv[1:4]) if len(sys.argv) > 3 else SIZE
    print(f"escalation: {accounts} accounts, {principals:,} principals, {len(catalog.steps())} steps")
    if not managed():
        print("  left out: AWS's managed policies are not there (see bench/organization.py)")
        return
    world = World(linked(assets(organization(accounts, principals, resources))))
    _told("access", lambda: world.access, "")
    ground = Ground(world.graph, world.access)
    costs: list[tuple[float, str]] = []
    moves: list[Moves] = []
    for id, step in catalog.steps().items():
        began = time.perf_counter()
        moves.append(tried(step, ground))
        costs.append((time.perf_counter() - began, id))
    print(f"  {'all steps':<40} {sum(cost for cost, _ in costs):8.1f} s   wanted: under 60 s")
    print(f"  {'moves, kept as classes':<40} {sum(each.count() for each in moves):,} as {_edges(moves):,}")
    for cost, id in sorted(costs, reverse=True)[:SLOWEST]:
        print(f"    {id:<38} {cost:8.1f} s")
    routes = _told("routes joined", lambda: Routes(moves), "")
    ends = [id for id in routes.ids if id.startswith("admin:")]
    ways = _told("ways to administrator, from everybody", lambda: routes.toward(ends), "")
    print(f"  {'identities with a way':<40} {len(ways.starts()):,} of {len(routes.ids):,} that take part")
    print(f"  {'peak memory':<40} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10:8} MB")


def _edges(moves: list[Moves]) -> int:
    return sum(len(each.edges[0]) for each in moves)


def _told(what: str, work: Callable[[], T], wanted: str) -> T:
    began = time.perf_counter()
    done = work()
    print(f"  {what:<40} {time.perf_counter() - began:8.1f} s   {wanted}", flush=True)
    return done


if __name__ == "__main__":
    main()
