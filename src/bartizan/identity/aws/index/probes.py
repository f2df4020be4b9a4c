"""Which condition keys depend on who asks, and which keys a statement reads.

Found by trying, with callers that differ in everything: what the estate tells of keys is written down once, in `told`.
"""

from __future__ import annotations

from functools import lru_cache

from bartizan.identity.aws.case import Case
from bartizan.identity.aws.context import Context, Found, Open
from bartizan.identity.aws.estate import Account, Estate, Principal
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.roster import Roster
from bartizan.identity.aws.statement import Test
from bartizan.identity.aws.told import told
from bartizan.identity.aws.variables import expand

_ACCOUNTS = {
    id: Account(id=id, organization=f"o-{id[0]}", path=f"o-{id[0]}/r-1/") for id in ("111111111111", "222222222222")
}
_DIFFERENT = ("111111111111:user/ann", "111111111111:role/app", "222222222222:role/ci", "222222222222:root")
_ALIKE = ("111111111111:user/ann", "111111111111:user/team/bob", "111111111111:user/eve")


@lru_cache(maxsize=65536)
def personal(key: str) -> bool:
    """Tell whether what the estate tells of a key can differ between two of its principals."""
    return _differs(key, _DIFFERENT, tagged=True)


@lru_cache(maxsize=65536)
def individual(key: str) -> bool:
    """Tell whether it can differ between two users of one account that have the same tags."""
    return _differs(key, _ALIKE, tagged=False)


def _differs(key: str, callers: tuple[str, ...], tagged: bool) -> bool:
    tag = key.partition("/")[2]
    principals = [
        Principal(
            id=caller,
            arn=f"arn:aws:iam::{caller}",
            account=caller[:12],
            tags={tag: caller if tagged else "same"} if tag else {},
        )
        for caller in callers
    ]
    roster = Roster(Estate(accounts=_ACCOUNTS, principals=tuple(principals)))
    return len({_told(roster, principal, key) for principal in principals}) > 1


def _told(roster: Roster, principal: Principal, key: str) -> Found:
    return told(Case(roster, Request(caller=Caller(arn=principal.arn), action="*", resource="*"), {}), key)


def read(texts: tuple[str, ...], version: str) -> tuple[str, ...]:
    """Return the keys that the variables in some texts stand for."""
    keys: dict[str, None] = {}

    def tell(key: str) -> Open:
        keys[key] = None
        return Open()

    context = Context({}, frozenset(), tell)
    for text in texts:
        expand(text, context, version)
    return tuple(keys)


def keys_of(test: Test, version: str) -> tuple[str, ...]:
    """Return the keys that a test reads."""
    return tuple(dict.fromkeys((test.key, *read(test.values, version))))
