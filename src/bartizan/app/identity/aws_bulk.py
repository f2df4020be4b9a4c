"""Questions for many actors and many targets at once, put to the index of an AWS estate."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bartizan.core.truth import Truth
from bartizan.graph.grid import Codes, Grid, Truths
from bartizan.identity.aws.estate import Estate
from bartizan.identity.aws.index.index import Index
from bartizan.identity.aws.roster import Roster
from bartizan.identity.aws.statement import Document, Policy, Principals
from bartizan.identity.hole import OPEN, equal
from bartizan.paths.asking import Given

SERVICE = "service:"
TAKE = "sts:assumerole"


class Bulk:
    """Answers in bulk; the estate is compiled when first asked of."""

    def __init__(self, estate: Estate, roster: Roster) -> None:
        self._estate = estate
        self._roster = roster
        self._named: dict[tuple[int, str], tuple[Document, bool]] = {}

    @cached_property
    def index(self) -> Index:
        """The compiled estate."""
        return Index(self._estate)

    def grid(self, action: str, targets: Sequence[str], given: Given, actors: Sequence[str] | None) -> Grid:
        """Answer for many actors, all that can act where None, and many targets, by ids or ARNs."""
        rows = len(self._acting) if actors is None else len(actors)
        known = np.fromiter((self._is_known(target) for target in targets), np.bool_, len(targets))
        asked = known.copy()
        if action.lower() == TAKE and actors is not None and len(actors) == 1 and actors[0].startswith(SERVICE):
            asked &= np.fromiter((self._may_let(target, actors[0]) for target in targets), np.bool_, len(targets))
        found = self._asked([targets[at] for at in np.flatnonzero(asked).tolist()], action, given, actors, rows)
        if asked.all():
            return found
        unseen = np.where(known, Truth.NO, Truth.UNKNOWN)[~asked].astype(np.int8)
        return _beside(found, asked, unseen)

    def _asked(self, targets: list[str], action: str, given: Given, actors: Sequence[str] | None, rows: int) -> Grid:
        if not targets:
            return Grid(np.zeros(rows, np.int32), np.zeros(0, np.int32), np.zeros((1, 0), np.int8))
        if actors is not None:
            return self.index.grid(action, targets, given, actors)
        grid = self.index.grid(action, targets, given)
        return Grid(grid.rows[self._acting], grid.columns, grid.truths)

    @cached_property
    def _acting(self) -> NDArray[np.intp]:
        """Positions of those in the estate that can act."""
        return np.array([at for at, each in enumerate(self._estate.principals) if not each.group], np.intp)

    def _is_known(self, target: str) -> bool:
        """Tell whether a question can be about this: anything else is something that was not seen."""
        if target == "*" or target.startswith(("arn:", OPEN)):
            return True
        return target in self._roster.resources_by_id or target in self._roster.principals_by_id

    def _may_let(self, role: str, service: str) -> bool:
        """Tell whether the trust policy of a role may name a service: hardly one in ten does, and the rest is not asked."""
        found = self._roster.resources_by_id.get(role) or self._roster.resources.get(role)
        policy = found.policy if found else None
        document = policy.document if isinstance(policy, Policy) else None
        if not isinstance(document, Document) or document.unseen:
            return True
        key = id(document), service
        if key not in self._named:
            name = service.removeprefix(SERVICE)
            named = any(each.allows and _may_name(each.principals, name) for each in document.statements)
            self._named[key] = document, named
        return self._named[key][1]


def _may_name(names: Principals | None, service: str) -> bool:
    if names is None or names.everyone or names.negated:
        return True
    return any(equal(each, service) is not Truth.NO for each in names.services)


def _beside(grid: Grid, asked: NDArray[np.bool_], rest: Truths) -> Grid:
    """Return a grid over all targets: those that were asked about, and of the rest what is known without."""
    columns: Codes = np.zeros(len(asked), np.int32)
    columns[asked] = grid.columns
    columns[~asked] = grid.truths.shape[1] + rest + 1
    fixed = np.broadcast_to(np.array([-1, 0], np.int8), (len(grid.truths), 2))
    return Grid(grid.rows, columns, np.concatenate((grid.truths, fixed), axis=1))
