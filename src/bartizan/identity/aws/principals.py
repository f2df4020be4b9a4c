"""Whom a statement names: how far that is the one who asks, and by which of its names.

Published in the IAM user guide, "AWS JSON policy elements: Principal" and "NotPrincipal". By which name counts: what is
granted to a user, a session or everyone is granted directly, what is granted to a role goes through its permissions
boundary and session policies, what is granted to an account is for its identity policies to hand on.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from bartizan.core.truth import Truth
from bartizan.identity.aws.arn import arn
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.judged import FAILS, HOLDS, Judged, either, inverse, open_to, unseen
from bartizan.identity.aws.statement import Principals
from bartizan.identity.hole import OPEN, equal, shown


class Reach(NamedTuple):
    """How far each name of the caller is named."""

    direct: Judged = FAILS
    role: Judged = FAILS
    account: Judged = FAILS

    def any(self) -> Judged:
        """Return how far the caller is named at all."""
        if self.direct is HOLDS or self.role is HOLDS or self.account is HOLDS:
            return HOLDS
        return either(self)


EVERYONE = Reach(direct=HOLDS)
NOBODY = Reach()


def reach(names: Principals, case: Case) -> Reach:
    """Judge whether a statement names the caller."""
    if not names.negated:
        return EVERYONE if names.everyone else _listed(names, case)
    if names.everyone:
        return NOBODY
    return Reach(direct=inverse(_spared(names, case)))


def _spared(names: Principals, case: Case) -> Judged:
    """Judge whether `NotPrincipal` lists the caller. An account there stands for its root user alone."""
    found = _listed(names, case)
    return either((found.direct, found.role, found.account) if case.kind == "account" else (found.direct, found.role))


def _listed(names: Principals, case: Case) -> Reach:
    if case.kind == "service":
        return Reach(direct=_exactly(names.services, case.caller.service))
    if case.kind == "federated":
        return Reach(direct=_exactly(names.federated, case.caller.federated))
    if case.kind == "anonymous":
        return NOBODY
    found: dict[str, list[Judged]] = {"direct": [], "role": [], "account": []}
    for entry in names.aws:
        kind, judged = _entry(entry, case)
        if judged is not FAILS:
            found[kind].append(judged)
    if names.canonical:
        found["account"].append(
            unseen(f"whether the canonical user {names.canonical[0]} is of this account is not known")
        )
    return Reach(*(either(parts) if parts else FAILS for parts in found.values()))


def _exactly(names: tuple[str, ...], name: str) -> Judged:
    return either([_same(entry, name) for entry in names]) if names else FAILS


def _same(entry: str, name: str) -> Judged:
    truth = equal(entry, name)
    if truth is Truth.UNKNOWN:
        return unseen(f"whether {shown(entry)} is {shown(name)} is not known")
    return HOLDS if truth is Truth.YES else FAILS


Name = Literal["direct", "role", "account"]


def _entry(entry: str, case: Case) -> tuple[Name, Judged]:
    account = _account(entry)
    if account is None and entry == case.account:
        account = entry
    if account is not None:
        judged = FAILS if ":" in case.account and account != case.account else _same(account, case.account)
        return ("direct" if case.kind == "root" else "account"), judged  # with a colon: a number that nobody can name
    if case.kind in ("root", "account"):
        return "direct", _vague(entry, case)
    if case.kind != "role":
        return "direct", _same(entry, case.arn)
    if ":assumed-role/" in entry:
        return "direct", _session(entry, case)
    return "role", _same(entry, case.arn)


def _vague(entry: str, case: Case) -> Judged:
    """An entry that may be any ARN may be the account's; the number of an account is that of another one."""
    if arn(entry) is None and OPEN in entry and equal(entry, case.account) is not Truth.NO:
        return unseen(f"whether {shown(entry)} is the account {shown(case.account)} is not known")
    return FAILS


def _session(entry: str, case: Case) -> Judged:
    if case.session:
        return _same(entry, case.session_arn)
    if equal(entry, case.session_arn) is Truth.NO:
        return FAILS
    return open_to(f"the session is {shown(entry)}", "session")


@lru_cache(maxsize=8192)
def _account(entry: str) -> str | None:
    """Return the account that an entry stands for, if it is one: twelve digits, or the ARN of its root."""
    if re.fullmatch(r"\d{12}", entry):
        return entry
    parts = arn(entry)
    return parts.account if parts and parts.service == "iam" and parts.rest == "root" else None
