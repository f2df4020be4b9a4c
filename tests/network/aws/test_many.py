"""Ten thousand machines: answers are by class, so that it takes no longer than a few different ones."""

from __future__ import annotations

import time

from bartizan.core.truth import Truth
from bartizan.network.aws.estate import Lead
from bartizan.network.aws.reaching import AwsReaching
from tests.network.aws.estates import ANYONE, estate, group, rule, subnet, tcp, thing

MACHINES = 10_000


def test_ten_thousand_machines_are_quick() -> None:
    subnets = [subnet(f"s{n}", f"10.{n}.0.0/16", table="public" if n % 2 else "private") for n in range(8)]
    groups = [group(f"g{n}", rule(tcp(80 + n), ANYONE), rule(tcp(22), of=[f"g{(n + 1) % 8}"])) for n in range(8)]
    machines = [thing(f"m{n}", f"s{n % 8}", f"g{n % 7}", public=n % 3 == 0) for n in range(MACHINES)]
    leads = [Lead(relay="m1", takes=tcp(81), target=f"m{n}", gives=tcp(80)) for n in range(0, MACHINES, 7)]
    reaching = AwsReaching(estate(*subnets, *groups, *machines, *leads))
    targets = [machine.id for machine in machines]

    began = time.perf_counter()
    grid = reaching.grid(targets)
    took = time.perf_counter() - began

    assert len(grid.rows) == MACHINES + 1
    assert len(grid.columns) == MACHINES
    assert grid.truths.size < 2_000_000
    assert (grid.truths == Truth.YES).any()
    assert (grid.truths == Truth.NO).any()
    assert took < 20, f"{took:.1f} s"
