"""What `bartizan fix` answers: the smallest set of changes that cuts the attack paths of a target, proven if asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bartizan.app.attack.fixing import Fixed, Listed, Ways, fixed
from bartizan.app.attack.found import Found
from bartizan.app.attack.listing import Wanted, goals_of, paths, starts_of
from bartizan.app.attack.otherwise import Otherwise
from bartizan.app.attack.repairs import Repairs
from bartizan.app.change.proof import Proof, proving
from bartizan.app.change.rescan import Seen, looking
from bartizan.core.attack import Cause, Fixes, PathHop
from bartizan.core.truth import Truth
from bartizan.paths.moves import Move

MOST = 200_000
"""Moves up to which all of them are looked at; beyond, the listed paths alone are."""
MANY = (
    "The target is large: the changes cut the {} paths that were listed first; there may be other ways beside them. "
    "Make the changes and ask again."
)
"""Said of a target with more moves than that; with how many paths were listed."""
ROUNDS = 2
"""Times that repairs are chosen anew because a scan showed that some do not do what they promise."""
UNTRIED = (
    "The changes were not tried: how much each cuts follows from what was read. Run again with --verify to have each "
    "made in a private copy that is then scanned."
)
FEW = 20_000
"""Assets up to which it is asked of each statement whether others allow the same."""
LISTED = 60
"""Paths that are listed first."""


def fixes(found: Found, wanted: Wanted, *, verify: bool = False) -> Fixes:
    """Return the changes that cut the paths of a target: those that are proven, else those that are possible.

    `verify`: make each in a private copy, scan that, and tell what it showed.
    """
    listed = paths(found, Wanted(starts=wanted.starts, goals=wanted.goals, top=LISTED, folded=False))
    proven = [path for path in listed.paths if path.truth is Truth.YES]
    certain = bool(proven)
    notes = list(listed.notes)
    if certain and listed.possible:
        notes.append(
            f"{listed.possible} more goals may be reached by possible paths, which these changes need not cut."
        )
    few = len(found.graph.assets) <= FEW
    repairs = Repairs(
        found.graph,
        found.tree,
        found.steps,
        lambda: found.vulnerabilities,
        Otherwise(found).others if few else _not_asked,
    )
    known = proven or list(listed.paths)
    ways: Ways = Listed(known)
    if sum(each.count() for each in found.moves) <= MOST:
        ways = Moving(found, wanted, certain=certain)
    else:
        notes.append(MANY.format(len(known)))
    made = fixed(found.target, ways, repairs, known, notes, listed.gaps)
    if not verify:
        return replace(made.answer, notes=[*made.answer.notes, UNTRIED]) if made.answer.repairs else made.answer
    with looking(found.options) as look, proving(found.tree, look) as proof:
        return _holding(found.target, ways, repairs, made, proof, notes)


def _holding(target: str, ways: Ways, repairs: Repairs, made: Fixed, proof: Proof[Seen], notes: Sequence[str]) -> Fixes:
    """Prove repairs, and choose others for those that do not hold."""
    answer = proof.of(made.answer, made.cut)
    for _ in range(ROUNDS):
        wrong = [repair.id for repair in answer.repairs if repair.verified is False]
        if not wrong:
            break
        repairs.failed(wrong)
        better = fixed(target, ways, repairs, made.pool, notes, made.answer.gaps)
        if better.answer.left > answer.left:
            break
        made = better
        answer = proof.of(made.answer, made.cut)
    return proof.together(answer, made.cut, made.pool)


def _not_asked(hop: PathHop, gone: Sequence[Cause]) -> None:
    """Tell nothing of what else allows a hop: there are too many assets to ask."""


class Moving(Ways):
    """All moves of a target that lie between attackers and what matters."""

    def __init__(self, found: Found, wanted: Wanted, *, certain: bool) -> None:
        super().__init__(starts_of(found, wanted), goals_of(found, wanted))
        self._found = found
        self._moves: dict[str, dict[Move, None]] = defaultdict(dict)
        for move in found.between(self.starts, self.goals, certain=certain):
            self._moves[move.actor][move] = None

    def onward(self, id: str) -> Iterable[PathHop]:
        """Return the hops of an actor."""
        return map(self._found.evidence.hop, self._moves.get(id, ()))
