"""The principals of an estate as columns: what they hold, and what condition keys tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from bartizan.core.truth import Unknown
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.context import Found, Open
from bartizan.identity.aws.estate import Principal
from bartizan.identity.aws.index.interning import Interning, Numbered
from bartizan.identity.aws.index.parts import Part
from bartizan.identity.aws.index.probes import individual
from bartizan.identity.aws.index.ranges import Numbers, Truths
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
    bounded: Numbers
    """Positions of those that have one; root users never do."""
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
    _columns: dict[tuple[tuple[str, ...], bool], Column] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.principals)

    def narrowed(self, members: Numbers) -> Crowd:
        """Return some of them, by their positions."""
        accounts, firsts, codes = np.unique(self.accounts[members], return_index=True, return_inverse=True)
        return Crowd(
            roster=self.roster,
            principals=[self.principals[at] for at in members],
            sets=self.sets[members],
            boundaries=self.boundaries[members],
            bounded=np.flatnonzero((self.boundaries[members] >= 0) & ~self.roots[members]),
            accounts=codes.astype(np.intp),
            account_ids=tuple(self.account_ids[at] for at in accounts),
            account_firsts=firsts.astype(np.intp),
            roots=self.roots[members],
            linked=self.linked[members],
            alike=self.alike[members],
            tags=self.tags[members],
            odd=frozenset(number for number, at in enumerate(members.tolist()) if at in self.odd),
            _columns={
                key: Column(each.keys, each.codes[members], each.values)
                for key, each in self._columns.items()
                if not key[1]
            },
        )

    def cases(self, places: Iterator[int] | Sequence[int] | None = None) -> Iterator[Case]:
        """Yield requests of principals for anything, one by one: of all, or of those at some places."""
        for at in range(len(self.principals)) if places is None else places:
            case = case_of(self.roster, self.principals[at])
            yield case
            del case.context  # a case and its context hold each other, and the collector of cycles is off

    def column(self, keys: tuple[str, ...], shared: bool = False) -> Column:
        """Return what principals have for these keys; made once.

        Unless `shared`, everyone has a code of its own where hardly two have the same value.
        """
        lonely = not shared and any(individual(key) for key in keys)
        if (keys, lonely) not in self._columns:
            self._columns[keys, lonely] = self._made(keys, lonely)
        return self._columns[keys, lonely]

    def _made(self, keys: tuple[str, ...], lonely: bool) -> Column:
        if lonely:
            return Column(keys, np.arange(len(self), dtype=np.intp), Values(self, keys))
        return self._single(keys[0]) if len(keys) == 1 else self._joined(keys)

    def _single(self, key: str) -> Column:
        values: Numbered[Kept] = Numbered()
        if individual(key):
            codes = np.array([values.number(_kept(case, key)) for case in self.cases()], np.intp)
        else:
            by = self.tags if key.startswith("aws:principaltag/") else self.alike
            firsts = np.unique(by, return_index=True)[1]
            codes = np.array([values.number(_kept(case, key)) for case in self.cases(firsts.tolist())], np.intp)[by]
        return Column((key,), codes, [(found,) for _, found in values.items])

    def _joined(self, keys: tuple[str, ...]) -> Column:
        columns = [self.column((key,), shared=True) for key in keys]
        joined = np.zeros(len(self), np.int64)
        for column in columns:
            joined = np.unique(joined * len(column.values) + column.codes, return_inverse=True)[1]
        _, firsts, codes = np.unique(joined, return_index=True, return_inverse=True)
        values = [tuple(column.values[int(column.codes[at])][0] for column in columns) for at in firsts]
        return Column(keys, codes.astype(np.intp), values)


@dataclass(frozen=True, slots=True)
class Values(Sequence[tuple[Found, ...]]):
    """What keys tell of each principal, found out when it is looked at."""

    crowd: Crowd
    keys: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.crowd)

    @overload
    def __getitem__(self, at: int) -> tuple[Found, ...]: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[Found, ...]]: ...

    def __getitem__(self, at: int | slice) -> tuple[Found, ...] | Sequence[tuple[Found, ...]]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        case = case_of(self.crowd.roster, self.crowd.principals[at])
        return tuple(told(case, key) for key in self.keys)


def _kept(case: Case, key: str) -> Kept:
    found = told(case, key)
    return isinstance(found, Open), found


def case_of(roster: Roster, principal: Principal) -> Case:
    """Return a request of a principal for anything."""
    return Case(roster, Request(caller=Caller(arn=principal.arn), action="*", resource="*"), {})


def crowd(roster: Roster, held: Held, keys: Sequence[str], tests: Sequence[Part]) -> tuple[Crowd, list[Truths]]:
    """Take the principals of an estate apart, in one pass.

    `keys`: those that hardly two have the same value of, and that are needed by value. `tests`: what is asked of
    everyone and depends on nothing else; returned is the outcome of each for every principal.
    """
    principals = roster.estate.principals
    accounts: Numbered[str] = Numbered()
    alike: Numbered[tuple[str, str]] = Numbered()
    tags: Numbered[object] = Numbered()
    values: list[Numbered[Kept]] = [Numbered() for _ in keys]
    numbers = np.zeros((3 + len(keys), len(principals)), np.intp)
    outcomes = np.zeros((len(tests), len(principals)), np.int8)
    linked = np.zeros(len(principals), np.bool_)
    for at, each in enumerate(principals):
        case = case_of(roster, each)
        linked[at] = service_linked(case)
        told_of = each.tags if isinstance(each.tags, Unknown) else tuple(each.tags.items())
        found = (values[row].number(_kept(case, key)) for row, key in enumerate(keys))
        numbers[:, at] = (
            accounts.number(each.account), alike.number((each.account, case.kind)), tags.number(told_of), *found,
        )  # fmt: skip
        outcomes[:, at] = [part.judge_known(case.context) for part in tests]
        del case.context  # a case and its context hold each other, and the collector of cycles is off
    roots = np.array([kind == "root" for _, kind in alike.items], np.bool_)[numbers[1]]
    columns: dict[tuple[tuple[str, ...], bool], Column] = {
        ((key,), False): Column((key,), numbers[3 + row].copy(), [(found,) for _, found in values[row].items])
        for row, key in enumerate(keys)
    }
    made = Crowd(
        roster=roster,
        principals=principals,
        sets=held.sets,
        boundaries=held.boundaries,
        bounded=np.flatnonzero((held.boundaries >= 0) & ~roots),
        accounts=numbers[0].copy(),
        account_ids=tuple(accounts.items),
        account_firsts=np.unique(numbers[0], return_index=True)[1].astype(np.intp),
        roots=roots,
        linked=linked,
        alike=numbers[1].copy(),
        tags=numbers[2].copy(),
        odd=frozenset(at for at, each in enumerate(principals) if OPEN in each.arn or OPEN in each.account),
        _columns=columns,
    )
    return made, list(outcomes)


class Held(NamedTuple):
    """For each principal the set of its policies, and the document that is its boundary, -1 for none."""

    sets: Numbers
    boundaries: Numbers


def held(principals: Sequence[Principal], interning: Interning) -> Held:
    """Number what principals hold."""
    sets = np.array([interning.policies(each.policies, bool(each.more)) for each in principals], np.intp)
    bounds = [interning.document(each.boundary.document) if each.boundary else -1 for each in principals]
    return Held(sets, np.array(bounds, np.intp))
