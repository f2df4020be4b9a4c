"""Compares the engines on random requests and prints how far they agree, by feature."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.differential import ours
from tools.differential.case import Case
from tools.differential.contested import CONTESTED, contested
from tools.differential.oracle import Oracle, Said, installed
from tools.differential.recipes import RECIPES, cases
from tools.differential.shrink import shrunk


@dataclass(slots=True)
class Tally:
    """What came of the cases of one feature."""

    allowed: int = 0
    denied: int = 0
    refused: int = 0
    contested: Counter[str] = field(default_factory=Counter)
    differing: list[tuple[Case, str, str]] = field(default_factory=list)
    """Cases with our verdict and the oracle's."""

    @property
    def compared(self) -> int:
        """Return how many cases both engines answered."""
        return self.allowed + self.denied + sum(self.contested.values()) + len(self.differing)


def main(arguments: Sequence[str]) -> int:
    """Compare, print the table and the smallest differing cases; return 1 where there are any."""
    options = _options(arguments)
    chosen = tuple(options.features.split(",")) if options.features else ()
    tallies = {feature: Tally() for feature in chosen or RECIPES}
    with Oracle(installed(options.package)) as oracle:
        batch = list(cases(options.count, options.seed, chosen))
        for case, said in zip(batch, oracle.ask(batch), strict=True):
            _count(tallies[case.feature], case, said)
        print(table(tallies))
        for tally in tallies.values():
            for case, mine, theirs in tally.differing[: options.show]:
                print(f"\nWe say {mine}, iam-simulate {theirs}:\n{_smallest(case, mine, theirs, oracle).shown()}")
    return 1 if any(tally.differing for tally in tallies.values()) else 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.differential", description=__doc__)
    parser.add_argument("--count", type=int, default=20000, help="how many requests")
    parser.add_argument("--seed", type=int, default=1, help="the same seed is the same requests")
    parser.add_argument("--features", default="", help=f"of: {', '.join(RECIPES)}")
    parser.add_argument("--package", type=Path, default=None, help="directory with iam-simulate in node_modules")
    parser.add_argument("--show", type=int, default=2, help="how many differing cases to show for each feature")
    return parser.parse_args(arguments)


def _count(tally: Tally, case: Case, said: Said) -> None:
    if said.verdict == "refused":
        tally.refused += 1
        return
    mine = ours.verdict(case)
    if mine == said.verdict:
        tally.allowed += mine == "allow"
        tally.denied += mine == "deny"
        return
    known = contested(case, said.verdict)
    if known:
        tally.contested[known] += 1
    else:
        tally.differing.append((case, mine, said.verdict))


def _smallest(case: Case, mine: str, theirs: str, oracle: Oracle) -> Case:
    def differ(candidates: Sequence[Case]) -> list[bool]:
        answers = oracle.ask(candidates)
        return [
            said.verdict == theirs and ours.verdict(one) == mine and not contested(one, theirs)
            for one, said in zip(candidates, answers, strict=True)
        ]

    return shrunk(case, differ)


def table(tallies: dict[str, Tally]) -> str:
    """Return the table of agreement, and the contested entries that were met."""
    lines = [f"{'feature':28}{'compared':>10}{'allow':>8}{'deny':>8}{'differ':>8}{'contested':>11}{'agree':>9}"]
    total = Tally()
    for feature, tally in tallies.items():
        lines.append(_line(feature, tally))
        total.allowed += tally.allowed
        total.denied += tally.denied
        total.refused += tally.refused
        total.contested += tally.contested
        total.differing += tally.differing
    lines += [_line("all", total), f"not answered by iam-simulate: {total.refused}"]
    met = [entry for entry in CONTESTED if total.contested[entry.id]]
    lines += [
        f"\ncontested, {total.contested[entry.id]} times: {entry.id}\n  published: {entry.published}\n"
        f"  ours: {entry.ours}\n  theirs: {entry.theirs}"
        for entry in met
    ]
    return "\n".join(lines)


def _line(feature: str, tally: Tally) -> str:
    judged = tally.compared - sum(tally.contested.values())
    share = 1 - len(tally.differing) / judged if judged else 1.0
    counts = f"{tally.compared:>10}{tally.allowed:>8}{tally.denied:>8}{len(tally.differing):>8}"
    return f"{feature:28}{counts}{sum(tally.contested.values()):>11}{share:>9.2%}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
