"""What `bartizan fix` answers: the smallest set of changes that cuts the attack paths of a target, proven if asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bartizan.app.attack.fixing import Ways, fixed
from bartizan.app.attack.found import Found
from bartizan.app.attack.listing import Wanted, goals_of, paths, starts_of
from bartizan.app.attack.repairs import Repairs
from bartizan.app.change.proof import proven as proof
from bartizan.app.change.rescan import seen_in
from bartizan.app.vulnerable import examined
from bartizan.core.attack import Fixes, PathHop
from bartizan.core.truth import Truth
from bartizan.core.vulnerability import Vulnerability
from bartizan.paths.moves import Move
from bartizan.paths.reachable import reach, who_can_reach

MOST = 200_000
"""Moves up to which all of them are looked at; beyond, the listed paths alone are."""
ROUNDS = 2
"""Times that repairs are chosen anew because a scan showed that some do not do what they promise."""
LISTED = 60
"""Paths that are listed first."""


def fixes(found: Found, wanted: Wanted, *, verify: bool = False) -> Fixes:
    """Return the changes that cut the paths of a target: those that are proven, else those that are possible.

    `verify`: make each in a private copy, scan that, and tell what it showed.
    """
    listed = paths(found, Wanted(starts=wanted.starts, goals=wanted.goals, top=LISTED))
    proven = [path for path in listed.paths if path.truth is Truth.YES]
    certain = bool(proven)
    notes = list(listed.notes)
    if certain and listed.possible:
        notes.append(
            f"{listed.possible} more goals may be reached by possible paths, which these changes need not cut."
        )
    repairs = Repairs(found.graph, found.tree, found.steps, lambda: _known(found))
    ways = Moving(found, wanted, certain=certain)
    known = proven or list(listed.paths)
    answer, pool = fixed(found.target, ways, repairs, known, notes, listed.gaps)
    for _ in range(ROUNDS if verify else 0):
        answer = proof(answer, pool, found.tree, lambda root: seen_in(root, found.options))
        wrong = [repair.id for repair in answer.repairs if repair.verified is False]
        if not wrong:
            break
        repairs.failed(wrong)
        better, pool = fixed(found.target, ways, repairs, known, notes, listed.gaps)
        if better.left > answer.left:
            break
        answer = better
    else:
        if verify:
            answer = proof(answer, pool, found.tree, lambda root: seen_in(root, found.options))
    return answer


def _known(found: Found) -> Sequence[Vulnerability]:
    return examined(found.graph.assets, found.tree, found.options).vulnerabilities


class Moving(Ways):
    """All moves of a target that lie between attackers and what matters."""

    def __init__(self, found: Found, wanted: Wanted, *, certain: bool) -> None:
        super().__init__(starts_of(found, wanted), goals_of(found, wanted))
        self._found = found
        self._moves: dict[str, dict[Move, None]] = defaultdict(dict)
        for move in self._between(certain=certain):
            self._moves[move.actor][move] = None

    def _between(self, *, certain: bool) -> Iterable[Move]:
        routes = self._found.routes
        number, arrays = routes.number, routes.arrays
        first = arrays.ids.numbers(list(self.starts))
        last = arrays.ids.numbers(list(self.goals))
        ahead = reach(arrays, first[first >= 0], certain=certain)
        behind = who_can_reach(arrays, last[last >= 0], certain=certain)
        for moves in self._found.moves:
            for move in moves:
                if (
                    (move.truth is Truth.YES or not certain)
                    and ahead[number(move.actor)]
                    and behind[number(move.gained)]
                ):
                    yield move

    def onward(self, id: str) -> Iterable[PathHop]:
        """Return the hops of an actor."""
        return map(self._found.evidence.hop, self._moves.get(id, ()))
