"""The principals of an estate as columns: what they hold, and what condition keys tell of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from bartizan.identity.aws.context import Found
from bartizan.identity.aws.estate import Principal
from bartizan.identity.aws.index.interning import Interning, Numbered
from bartizan.identity.aws.index.ranges import Numbers
from bartizan.identity.hole import OPEN

Told = Callable[[Principal, str], Found]
"""What the estate tells of a principal for a condition key in lower case."""


@dataclass(frozen=True, slots=True)
class Column:
    """The values that principals have for some condition keys: those who share all of them share a code."""

    codes: Numbers
    """For each principal."""
    firsts: Numbers
    """For each code, the first principal that has it."""
    texts: dict[str, int]
    """Codes by value, for a single key whose value is one plain text."""
    others: tuple[int, ...]
    """All other codes."""


@dataclass(slots=True, kw_only=True)
class Crowd:
    """All principals, in the order of the estate."""

    principals: Sequence[Principal]
    told: Told
    sets: Numbers
    """The set of its identity policies."""
    boundaries: Numbers
    """The document that is its boundary, -1 for none."""
    accounts: Numbers
    """Positions in `account_ids`."""
    account_ids: tuple[str, ...]
    _columns: dict[tuple[str, ...], Column] = field(default_factory=dict)

    def column(self, keys: tuple[str, ...]) -> Column:
        """Return what principals have for these keys; made once."""
        if keys not in self._columns:
            self._columns[keys] = self._single(keys[0]) if len(keys) == 1 else self._joint(keys)
        return self._columns[keys]

    def _single(self, key: str) -> Column:
        numbered: Numbered[Found] = Numbered()
        codes = np.array([numbered.number(self.told(each, key)) for each in self.principals], np.int32)
        firsts = np.unique(codes, return_index=True)[1].astype(np.int32)
        texts = {found[0]: code for code, found in enumerate(numbered.items) if _plain(found)}
        others = tuple(code for code, found in enumerate(numbered.items) if not _plain(found))
        return Column(codes, firsts, texts, others)

    def _joint(self, keys: tuple[str, ...]) -> Column:
        joined = np.zeros(len(self.principals), np.int64)
        for key in keys:
            column = self.column((key,))
            joined = joined * max(len(column.firsts), 1) + column.codes
        _, firsts, codes = np.unique(joined, return_index=True, return_inverse=True)
        return Column(codes.astype(np.int32), firsts.astype(np.int32), {}, tuple(range(len(firsts))))


def _plain(found: Found) -> bool:
    """Tell whether a key has one text, without anything in it that is more than a letter."""
    one = type(found) is tuple and len(found) == 1
    return one and not any(sign in found[0] for sign in ("*", "?", OPEN, "$"))


def crowd(principals: Sequence[Principal], told: Told, interning: Interning) -> Crowd:
    """Take the principals of an estate apart."""
    accounts: Numbered[str] = Numbered()
    return Crowd(
        principals=principals,
        told=told,
        sets=np.array([interning.policies(each.policies, bool(each.more)) for each in principals], np.int32),
        boundaries=np.array(
            [interning.document(each.boundary.document) if each.boundary else -1 for each in principals], np.int32
        ),
        accounts=np.array([accounts.number(each.account) for each in principals], np.int32),
        account_ids=tuple(accounts.items),
    )
