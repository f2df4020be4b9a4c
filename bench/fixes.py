"""Fixes: every change that is known for the shop and has a diff, made in a copy that is scanned: what is gone then.

`python -m bench.fixes [TARGET]`; also those that the smallest set does without. Leaves with 1 where one does not hold.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bartizan.app.attack.finding import found
from bartizan.app.attack.fixing import Labels
from bartizan.app.attack.found import Found
from bartizan.app.attack.listing import Wanted, paths
from bartizan.app.attack.otherwise import Otherwise
from bartizan.app.attack.repairs import Repairs
from bartizan.app.change.fixes import LISTED
from bartizan.app.change.proof import proving
from bartizan.app.change.rescan import looking
from bartizan.app.options import Options
from bartizan.app.target import target
from bartizan.core.attack import AttackPath, Fixes, Repair

SHOP = Path(__file__).parent.parent / "examples" / "shop"
WIDTH = 72


def candidates(here: Found) -> Iterator[tuple[Repair, list[AttackPath]]]:
    """Yield all changes with a diff that cut some of the paths listed first, with these paths."""
    labels = Labels(Repairs(here.graph, here.tree, here.steps, others=Otherwise(here).others))
    cut: dict[int, list[AttackPath]] = defaultdict(list)
    for path in paths(here, Wanted(top=LISTED)).paths:
        for number in labels.demand(path):
            cut[number].append(path)
    for number, draft in enumerate(labels.drafts):
        if draft.edits:
            causes, cuts = tuple(labels.causes[number].values()), len(cut[number])
            yield (
                Repair(id=draft.id, title=draft.title, causes=causes, effort=draft.effort, cuts=cuts, goals=0,
                       edits=draft.edits),
                cut[number],
            )  # fmt: skip


def proven(of: Path) -> int:
    """Print what a scan with each change made shows, and return how many do not hold."""
    start = time.perf_counter()
    here = found(target(of), Options(cache=None))
    known = list(candidates(here))
    answer = Fixes(target=here.target, repairs=[each for each, _ in known], paths=0, left=0, optimal=False)
    with looking(here.options) as look, proving(here.tree, look) as proof:
        answer = proof.of(answer, {each.id: cut for each, cut in known})
    print(f"fixes of {of.name}, each made in a copy that is scanned: {time.perf_counter() - start:.0f} s")
    print(f"  {'change':<{WIDTH}}  edits  paths  what the scan showed")
    for repair in answer.repairs:
        print(f"  {_cut(repair):<{WIDTH}}  {len(repair.edits):>5}  {repair.cuts:>5}  {repair.verdict}")
    return sum(repair.verified is not True for repair in answer.repairs)


def _cut(repair: Repair) -> str:
    return repair.title if len(repair.title) <= WIDTH else f"{repair.title[: WIDTH - 1]}…"


if __name__ == "__main__":
    sys.exit(1 if proven(Path(sys.argv[1]) if len(sys.argv) > 1 else SHOP) else 0)
