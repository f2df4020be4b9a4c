"""The index of an estate: who may do something, answered for all principals at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bartizan.graph.grid import Grid
from bartizan.identity.aws.estate import Estate
from bartizan.identity.aws.index.answered import Answered
from bartizan.identity.aws.index.asked import Asked
from bartizan.identity.aws.index.assumption import Assumptions, Reached, assumptions
from bartizan.identity.aws.index.bulk import grid, grid_of
from bartizan.identity.aws.index.compiled import compile
from bartizan.identity.aws.index.grants import Granted, granted
from bartizan.identity.aws.index.stages import truths

Given = Mapping[str, str | tuple[str, ...]]
"""What is known of a request: condition keys with their values; any other key is open."""


class Index:
    """Answers in bulk what the evaluator answers one by one, and is held equal to it."""

    def __init__(self, estate: Estate) -> None:
        """Compile an estate; a hundred thousand principals take seconds."""
        self.estate = estate
        self._compiled = compile(estate)
        self._assumptions: Assumptions | None = None

    def who_can(
        self, action: str, resource: str, given: Given | None = None, absent: frozenset[str] = frozenset()
    ) -> Answered:
        """Judge for every principal whether it may do this; the resource by its ARN, or by the id of its asset.

        A condition key that is not in `given` is open, unless it is in `absent`; `*` there: all that are not given.
        """
        asked = Asked(self._compiled, action, self._target(resource), _lowered(given), absent)
        return Answered(asked, truths(asked))

    def grid(
        self,
        action: str,
        targets: Sequence[str],
        given: Given | None = None,
        actors: Sequence[str] | None = None,
        absent: frozenset[str] = frozenset(),
    ) -> Grid:
        """Judge for every actor and every target; without `actors` those are the principals in the estate's order.

        Targets by ARN or id; actors by ARN or id, or as questions name them: `service:NAME`, `anonymous`.
        """
        names, known = [self._target(each) for each in targets], _lowered(given)
        if actors is None:
            return grid(self._compiled, action, names, known, absent)
        return grid_of(self._compiled, action, names, known, absent, actors)

    def assumers(self) -> Assumptions:
        """Return who can take which role, factored; made once."""
        if self._assumptions is None:
            self._assumptions = assumptions(self._compiled)
        return self._assumptions

    def reaching(self, answered: Answered) -> Reached:
        """Return who can do what was asked, directly or through roles it can take."""
        return self.assumers().reaching(answered.truths)

    def what_can(self, principal: str) -> Granted | None:
        """Return what a principal's own policies give it, by its id or ARN; None for one that is not there."""
        found = self._compiled.roster.principal(principal)
        return granted(self._compiled.roster, found) if found else None

    def _target(self, name: str) -> str:
        roster = self._compiled.roster
        found = roster.resources_by_id.get(name) or roster.principals_by_id.get(name)
        return found.arn if found else name


def _lowered(given: Given | None) -> dict[str, tuple[str, ...]]:
    return {key.lower(): (value,) if isinstance(value, str) else tuple(value) for key, value in (given or {}).items()}
