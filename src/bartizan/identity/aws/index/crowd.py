"""The principals of an estate as columns: what they hold, and what condition keys tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bartizan.identity.aws.case import Case
from bartizan.identity.aws.context import Found, Open
from bartizan.identity.aws.estate import Principal
from bartizan.identity.aws.index.interning import Interning, Numbered
from bartizan.identity.aws.index.ranges import Numbers
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.roster import Roster
from bartizan.identity.aws.stages.service_controls import service_linked
from bartizan.identity.aws.told import told
from bartizan.identity.hole import OPEN


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

    principals: Sequence[Principal]
    sets: Numbers
    """The set of its identity policies."""
    boundaries: Numbers
    """The document that is its boundary, -1 for none."""
    accounts: Numbers
    """Positions in `account_ids`."""
    account_ids: tuple[str, ...]
    roots: NDArray[np.bool_]
    linked: NDArray[np.bool_]
    """Roles that belong to services."""
    places: dict[str, int]
    """Positions by ARN."""
    odd: Numbers
    """Those whose ARN or account is not wholly known."""
    columns: dict[tuple[str, ...], Column]

    def __len__(self) -> int:
        return len(self.principals)


def case_of(roster: Roster, principal: Principal) -> Case:
    """Return a request of a principal for anything."""
    return Case(roster, Request(caller=Caller(arn=principal.arn), action="*", resource="*"), {})


def crowd(roster: Roster, interning: Interning, keys: Iterable[tuple[str, ...]]) -> Crowd:
    """Take the principals of an estate apart, with columns for these keys."""
    principals = roster.estate.principals
    accounts: Numbered[str] = Numbered()
    wanted = {key for each in keys for key in each}
    found: dict[str, Numbered[tuple[bool, Found]]] = {key: Numbered() for key in sorted(wanted)}
    codes = np.zeros((len(found), len(principals)), np.int32)
    roots, linked = (np.zeros(len(principals), np.bool_) for _ in range(2))
    odd = []
    for at, principal in enumerate(principals):
        case = case_of(roster, principal)
        roots[at], linked[at] = case.kind == "root", service_linked(case)
        if OPEN in principal.arn or OPEN in principal.account:
            odd.append(at)
        for row, (key, values) in enumerate(found.items()):
            what = told(case, key)
            codes[row, at] = values.number((isinstance(what, Open), what))  # an open key equals an empty text else
    singles = {
        (key,): Column((key,), codes[row], [(each,) for _, each in values.items])
        for row, (key, values) in enumerate(found.items())
    }
    return Crowd(
        principals=principals,
        sets=np.array([interning.policies(each.policies, bool(each.more)) for each in principals], np.int32),
        boundaries=np.array(
            [interning.document(each.boundary.document) if each.boundary else -1 for each in principals], np.int32
        ),
        accounts=np.array([accounts.number(each.account) for each in principals], np.int32),
        account_ids=tuple(accounts.items),
        roots=roots,
        linked=linked,
        places={each.arn: at for at, each in enumerate(principals)},
        odd=np.array(odd, np.int32),
        columns=singles | {each: _joined(each, singles) for each in keys if len(each) > 1},
    )


def _joined(keys: tuple[str, ...], singles: dict[tuple[str, ...], Column]) -> Column:
    columns = [singles[key,] for key in keys]
    joined = np.zeros(len(columns[0].codes), np.int64)
    for column in columns:
        joined = np.unique(joined * len(column.values) + column.codes, return_inverse=True)[1]
    _, firsts, codes = np.unique(joined, return_index=True, return_inverse=True)
    values = [tuple(column.values[column.codes[at]][0] for column in columns) for at in firsts]
    return Column(keys, codes.astype(np.int32), values)
