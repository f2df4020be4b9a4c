"""Questions for many actors and many targets at once, put to the index of an AWS estate."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bartizan.core.access import Question
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.grid import Codes, Grid, Truths
from bartizan.identity.aws.estate import Estate
from bartizan.identity.aws.evaluation import Evaluator
from bartizan.identity.aws.index.index import Index
from bartizan.identity.aws.roster import Roster
from bartizan.identity.aws.statement import Document, Policy, Principals
from bartizan.identity.hole import OPEN, equal
from bartizan.paths.asking import Given

TAKE = "sts:assumerole"
FEW = 64
SHARE = 16
"""From one role in so many on, and from a few on, it pays to find out who can take which, once and for all."""
LARGEST = 300_000_000
"""Pairs of classes in one grid: bytes."""
_TAGS = ("aws:resourcetag/", "iam:resourcetag/")


class Bulk:
    """Answers in bulk; the estate is compiled when first asked of."""

    def __init__(self, estate: Estate, evaluator: Evaluator, roster: Roster) -> None:
        self._estate = estate
        self._evaluator = evaluator
        self._roster = roster
        self._named: dict[tuple[int, str], tuple[Document, bool]] = {}

    @cached_property
    def index(self) -> Index:
        """The compiled estate."""
        return Index(self._estate)

    def grid(self, action: str, targets: Sequence[str], given: Given, actors: Sequence[str] | None) -> Grid:
        """Answer for many actors, all that can act where None, and many targets, by ids or ARNs."""
        if actors is not None and len(actors) == 1 and actors[0].startswith("service:") and action.lower() == TAKE:
            return self._taken(actors[0], action, targets, given)
        if actors is None and not given and action.lower() == TAKE and (found := self._of_roles(targets)):
            return found
        rows = len(self._acting) if actors is None else len(actors)
        known = np.fromiter((self._is_known(target) for target in targets), np.bool_, len(targets))
        found = self._asked([targets[at] for at in np.flatnonzero(known).tolist()], action, given, actors, rows)
        return found if known.all() else _beside(found, known)

    def _asked(self, targets: list[str], action: str, given: Given, actors: Sequence[str] | None, rows: int) -> Grid:
        if not targets:
            return Grid(np.zeros(rows, np.int32), np.zeros(0, np.int32), np.zeros((1, 0), np.int8))
        if actors is not None:
            return self.index.grid(action, targets, given, actors)
        grid = self.index.grid(action, targets, given)
        return Grid(grid.rows[self._acting], grid.columns, grid.truths)

    def _of_roles(self, targets: Sequence[str]) -> Grid | None:
        """Answer who can take roles, of which the index knows all pairs; None for few of them, or others."""
        places = np.array([self._places.get(target, -1) for target in targets], np.int64)
        if len(places) < max(FEW, len(self._places) // SHARE) or (places < 0).any():
            return None
        groups = self.index.assumers().groups
        of_role = np.full(len(self._estate.principals), len(groups), np.int64)
        for number, group in enumerate(groups):
            of_role[group.roles] = number
        used, columns = np.unique(of_role[places], return_inverse=True)
        held = [(at, groups[number]) for at, number in enumerate(used.tolist()) if number < len(groups)]
        takers = np.concatenate([np.zeros(0, np.intp), *(group.takers for _, group in held)])
        ends = np.repeat([at for at, _ in held], [len(group.takers) for _, group in held]).astype(np.intp)
        truths = np.concatenate([np.zeros(0, np.int8), *(group.truths for _, group in held)])
        return self._dense(takers, ends, truths, columns.astype(np.int32), len(used))

    def _dense(
        self, takers: NDArray[np.intp], ends: NDArray[np.intp], truths: Truths, columns: Codes, size: int
    ) -> Grid | None:
        """Return a grid of pairs of principals and classes of roles; None where it would be too large."""
        signs = np.random.default_rng(0).integers(1, 2**63, (size, 2), np.uint64)
        sign = np.zeros(len(self._estate.principals), np.uint64)
        np.add.at(sign, takers, signs[ends, truths])
        _, first, rows = np.unique(sign, return_index=True, return_inverse=True)
        if len(first) * size > LARGEST:
            return None
        row = np.full(len(sign), -1, np.int64)
        row[first] = np.arange(len(first))
        kept = row[takers] >= 0
        found = np.full((len(first), size), int(Truth.NO), np.int8)
        found[row[takers[kept]], ends[kept]] = truths[kept]
        return Grid(rows.astype(np.int32)[self._acting], columns, found)

    @cached_property
    def _places(self) -> dict[str, int]:
        """Positions of roles in the estate, by their ids and ARNs."""
        roles = [(at, each) for at, each in enumerate(self._estate.principals) if ":role/" in each.arn]
        return {name: at for at, each in roles for name in (each.id, each.arn)}

    @cached_property
    def _acting(self) -> NDArray[np.intp]:
        """Positions of those in the estate that can act."""
        return np.array([at for at, each in enumerate(self._estate.principals) if not each.group], np.intp)

    def _is_known(self, target: str) -> bool:
        """Tell whether a question can be about this: anything else is something that was not seen."""
        if target == "*" or target.startswith(("arn:", OPEN)):
            return True
        return target in self._roster.resources_by_id or target in self._roster.principals_by_id

    def _taken(self, service: str, action: str, roles: Sequence[str], given: Given) -> Grid:
        """Answer whether a service may take roles: those with one trust policy in one account are asked about once."""
        columns = np.zeros(len(roles), np.int32)
        numbers: dict[Hashable, int] = {None: 0}
        truths = [int(Truth.NO)]
        for at, role in enumerate(roles):
            alike = self._alike(role, service)
            number = columns[at] = numbers.setdefault(alike, len(numbers))
            if number == len(truths):
                question = Question(actor=service, action=action, target=role, given=given)
                truths.append(int(self._evaluator.can(question).truth))
        return Grid(np.zeros(1, np.int32), columns, np.array([truths], np.int8))

    def _alike(self, role: str, service: str) -> Hashable:
        """Return what roles share of which a service may take all or none; None where it can take none.

        Hardly one in ten names the service, and the rest is not asked about.
        """
        found = self._roster.resources_by_id.get(role) or self._roster.resources.get(role)
        policy = found.policy if found else None
        document = policy.document if isinstance(policy, Policy) else None
        if found is None or found.grants or not isinstance(document, Document) or document.unseen:
            return role
        key = id(document), service
        if key not in self._named:
            name = service.removeprefix("service:")
            self._named[key] = (
                document,
                any(each.allows and _may_name(each.principals, name) for each in document.statements),
            )
        if not self._named[key][1]:
            return None
        told_apart = _tells_apart(document) or self._limits_tell_apart(found.account)
        return role if told_apart else (id(document), found.account)

    def _limits_tell_apart(self, account: str) -> bool:
        if account not in self._limits:
            held = self._estate.accounts.get(account)
            levels = held.resource_controls if held else ()
            documents = [] if isinstance(levels, Unknown) else [each.document for level in levels for each in level]
            self._limits[account] = any(isinstance(each, Document) and _tells_apart(each) for each in documents)
        return self._limits[account]

    @cached_property
    def _limits(self) -> dict[str, bool]:
        """By account whether its resource control policies tell roles of one account apart; as far as asked."""
        return {}


def _may_name(names: Principals | None, service: str) -> bool:
    if names is None or names.everyone or names.negated:
        return True
    return any(equal(each, service) is not Truth.NO for each in names.services)


def _tells_apart(document: Document) -> bool:
    """Tell whether a document can say different things of the roles of one account: by their names or tags."""
    return any(
        set(each.resources) - {"*"}
        or any(test.key.startswith(_TAGS) or any("${" in value for value in test.values) for test in each.tests)
        for each in document.statements
    )


def _beside(grid: Grid, known: NDArray[np.bool_]) -> Grid:
    """Return a grid over all targets: those that were asked about, and those that were not seen."""
    columns = np.full(len(known), grid.truths.shape[1], np.int32)
    columns[known] = grid.columns
    return Grid(grid.rows, columns, np.pad(grid.truths, ((0, 0), (0, 1)), constant_values=int(Truth.UNKNOWN)))
