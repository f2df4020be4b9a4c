"""The principals of an estate as columns: what they hold, and what condition keys tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bartizan.core.truth import Unknown
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.context import Found, Open
from bartizan.identity.aws.estate import Principal
from bartizan.identity.aws.index.interning import Interning, Numbered
from bartizan.identity.aws.index.probes import individual
from bartizan.identity.aws.index.ranges import Numbers
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.roster import Roster
from bartizan.identity.aws.stages.service_controls import service_linked
from bartizan.identity.aws.told import told
from bartizan.identity.hole import OPEN

Kept = tuple[bool, Found]
"""What is told of a key, and whether it is open: an open key equals an empty text otherwise."""


@dataclass(frozen=True, slots=True)
class Column:
    """The values that principals have for some condition keys: those who share all of them share a code."""

    keys: tuple[str, ...]
    codes: Numbers
    """For each principal."""
    values: Sequence[tuple[Found, ...]]
    """For each code, the value of each key."""

    def telling(self, code: int) -> dict[str, Found]:
        """Return what the keys tell of those who have a code."""
        return dict(zip(self.keys, self.values[code], strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """All principals, in the order of the estate."""

    roster: Roster
    principals: Sequence[Principal]
    sets: Numbers
    """The set of its identity policies."""
    boundaries: Numbers
    """The document that is its boundary, -1 for none."""
    accounts: Numbers
    """Positions in `account_ids`."""
    account_ids: tuple[str, ...]
    account_firsts: Numbers
    """For each account, one of its principals."""
    roots: NDArray[np.bool_]
    linked: NDArray[np.bool_]
    """Roles that belong to services."""
    alike: Numbers
    """Those of one account and of one sort share a code."""
    tags: Numbers
    """Those with the same tags share a code."""
    odd: frozenset[int]
    """Those whose ARN or account is not wholly known."""
    _columns: dict[tuple[str, ...], Column] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.principals)

    def cases(self, places: Iterator[int] | Sequence[int] | None = None) -> Iterator[Case]:
        """Yield requests of principals for anything, one by one: of all, or of those at some places."""
        for at in range(len(self.principals)) if places is None else places:
            case = case_of(self.roster, self.principals[at])
            yield case
            del case.context  # a case and its context hold each other, and the collector of cycles is off

    def column(self, keys: tuple[str, ...]) -> Column:
        """Return what principals have for these keys; made once."""
        if keys not in self._columns:
            self._columns[keys] = self._single(keys[0]) if len(keys) == 1 else self._joined(keys)
        return self._columns[keys]

    def _single(self, key: str) -> Column:
        values: Numbered[Kept] = Numbered()
        if individual(key):
            codes = np.array([values.number(_kept(case, key)) for case in self.cases()], np.int32)
        else:
            by = self.tags if key.startswith("aws:principaltag/") else self.alike
            firsts = np.unique(by, return_index=True)[1]
            codes = np.array([values.number(_kept(case, key)) for case in self.cases(firsts)], np.int32)[by]
        return Column((key,), codes, [(found,) for _, found in values.items])

    def _joined(self, keys: tuple[str, ...]) -> Column:
        columns = [self.column((key,)) for key in keys]
        joined = np.zeros(len(self), np.int64)
        for column in columns:
            joined = np.unique(joined * len(column.values) + column.codes, return_inverse=True)[1]
        _, firsts, codes = np.unique(joined, return_index=True, return_inverse=True)
        values = [tuple(column.values[column.codes[at]][0] for column in columns) for at in firsts]
        return Column(keys, codes.astype(np.int32), values)


def _kept(case: Case, key: str) -> Kept:
    found = told(case, key)
    return isinstance(found, Open), found


def case_of(roster: Roster, principal: Principal) -> Case:
    """Return a request of a principal for anything."""
    return Case(roster, Request(caller=Caller(arn=principal.arn), action="*", resource="*"), {})


def crowd(roster: Roster, interning: Interning) -> Crowd:
    """Take the principals of an estate apart."""
    principals = roster.estate.principals
    accounts: Numbered[str] = Numbered()
    alike: Numbered[tuple[str, str]] = Numbered()
    tags: Numbered[object] = Numbered()
    numbers = np.zeros((5, len(principals)), np.int32)
    linked = np.zeros(len(principals), np.bool_)
    for at, each in enumerate(principals):
        case = case_of(roster, each)
        linked[at] = service_linked(case)
        told_of = each.tags if isinstance(each.tags, Unknown) else tuple(each.tags.items())
        numbers[:, at] = (
            interning.policies(each.policies, bool(each.more)),
            interning.document(each.boundary.document) if each.boundary else -1,
            accounts.number(each.account),
            alike.number((each.account, case.kind)),
            tags.number(told_of),
        )
        del case.context  # as above
    sorts = np.array([kind == "root" for _, kind in alike.items], np.bool_)
    return Crowd(
        roster=roster,
        principals=principals,
        sets=numbers[0].copy(),
        boundaries=numbers[1].copy(),
        accounts=numbers[2].copy(),
        account_ids=tuple(accounts.items),
        account_firsts=np.unique(numbers[2], return_index=True)[1].astype(np.int32),
        roots=sorts[numbers[3]],
        linked=linked,
        alike=numbers[3].copy(),
        tags=numbers[4].copy(),
        odd=frozenset(at for at, each in enumerate(principals) if OPEN in each.arn or OPEN in each.account),
    )
