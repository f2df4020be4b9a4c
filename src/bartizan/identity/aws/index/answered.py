"""Who may do what was asked: a truth for each principal, and what else the resource's own policy names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from bartizan.core.access import Decision
from bartizan.core.truth import Truth
from bartizan.identity.aws.arn import arn
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.evaluation import judge
from bartizan.identity.aws.index.ranges import Numbers, Truths
from bartizan.identity.aws.request import Caller
from bartizan.identity.aws.wording import decision

if TYPE_CHECKING:
    from bartizan.identity.aws.index.asked import Asked


@dataclass(frozen=True)
class Answered:
    """The answer to one question for all principals of an estate."""

    asked: Asked
    truths: Truths
    """For each principal in the order of the estate, groups included: nobody is one."""

    def among(self, least: Truth = Truth.YES) -> Numbers:
        """Return the positions of the users, roles and root users whose truth is at least this."""
        there = np.flatnonzero(self.truths >= int(least)).tolist()
        principals = self.asked.compiled.crowd.principals
        return np.array([at for at in there if not principals[at].group], np.intp)

    def decision(self, at: int) -> Decision:
        """Explain the answer for the principal at a place."""
        return _explained(self.asked.case_for(at))

    @cached_property
    def others(self) -> dict[str, Decision]:
        """Who else the resource's own policy names and does not refuse, with the decision.

        Under the names that questions have for them: `anonymous`, `service:NAME`, `federated:ARN`, `account:ID`.
        """
        found = {name: _explained(self.asked.case_by(caller)) for name, caller in self._named()}
        return {name: each for name, each in found.items() if each.truth is not Truth.NO}

    def _named(self) -> Iterator[tuple[str, Caller]]:
        compiled = self.asked.compiled
        known = set(compiled.crowd.account_ids)
        for names in self.asked.naming():
            if names.everyone or names.negated:
                yield "anonymous", Caller(anonymous=True)
            for service in names.services:
                yield f"service:{service}", Caller(service=service)
            for provider in names.federated:
                yield f"federated:{provider}", Caller(federated=provider)
            for entry in names.aws:
                parts = arn(entry)
                account = parts.account if parts else entry
                if account and account not in known:
                    yield f"account:{account}", Caller(account=account)


def _explained(case: Case) -> Decision:
    return decision(case, judge(case))
