"""How a claim was judged: a truth, the statements that decided it, and what is left open or could not be seen.

Tuples, not dataclasses: some are made for every statement of every request.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from bartizan.core.access import Clause, Residual
from bartizan.core.truth import Truth
from bartizan.identity.aws.statement import Policy, Statement

YES, UNKNOWN, NO = Truth.YES, Truth.UNKNOWN, Truth.NO


class Hit(NamedTuple):
    """One statement that took part, or a whole policy that could not be read (`statement` is None then)."""

    stage: str
    policy: Policy
    number: int
    statement: Statement | None
    truth: Truth

    def clause(self, via: tuple[str, ...] = ()) -> Clause:
        """Return it as a clause of a decision."""
        return Clause(
            source=self.policy.source,
            attribute=self.policy.attribute,
            number=self.number,
            name=self.statement.sid if self.statement else "",
            allows=self.statement.allows if self.statement else True,
            stage=self.stage,
            held=self.truth,
            via=via,
        )


class Judged(NamedTuple):
    """A truth and its reasons."""

    truth: Truth
    hits: tuple[Hit, ...] = ()
    left: tuple[Residual, ...] = ()
    """Where it is UNKNOWN: what the request leaves open. All must be fulfilled."""
    unseen: tuple[str, ...] = ()
    """Where it is UNKNOWN: what could not be seen."""
    lacks: tuple[str, ...] = ()
    """Where it is NO: what is missing or in the way, as sentences."""


HOLDS = Judged(YES)
FAILS = Judged(NO)


def unseen(*why: str) -> Judged:
    """Return what is not known, for a reason."""
    return Judged(UNKNOWN, unseen=why)


def open_to(says: str, key: str) -> Judged:
    """Return what the request leaves open."""
    return Judged(UNKNOWN, left=(Residual(says=says, key=key),))


def both(parts: Iterable[Judged]) -> Judged:
    """Join claims that must all hold."""
    kept = [part for part in parts if part is not HOLDS]
    if len(kept) < 2:
        return kept[0] if kept else HOLDS
    truth = YES
    for part in kept:
        if part.truth is NO:
            return part
        if part.truth is UNKNOWN:
            truth = UNKNOWN
    hits = tuple([hit for part in kept for hit in part.hits])
    if truth is YES:
        return Judged(YES, hits)
    return Judged(UNKNOWN, hits, _joined([part.left for part in kept]), _joined([part.unseen for part in kept]))


def either(parts: Sequence[Judged]) -> Judged:
    """Join claims of which one suffices. Of those that are open, one that nothing unseen touches is the better."""
    if len(parts) == 1:
        return parts[0]
    truth = max([part.truth for part in parts], default=NO)
    deciding = [part for part in parts if part.truth is truth]
    if len(deciding) == 1:
        return deciding[0]
    if truth is not UNKNOWN:
        lacks = _joined([part.lacks for part in deciding]) if truth is NO else ()
        return Judged(truth, tuple([hit for part in deciding for hit in part.hits]), lacks=lacks)
    deciding = [part for part in deciding if not part.unseen] or deciding
    hits = tuple([hit for part in deciding for hit in part.hits])
    left = _alternatives([part.left for part in deciding if part.left])
    return Judged(UNKNOWN, hits, left, _joined([part.unseen for part in deciding]))


def inverse(part: Judged, lacks: str = "") -> Judged:
    """Return the opposite claim: what would have to hold must not, all of it together."""
    if part.truth is UNKNOWN:
        return Judged(UNKNOWN, part.hits, _refused(part.left), part.unseen)
    if part.truth is YES:
        return Judged(NO, part.hits, lacks=(lacks,) if lacks else ())
    return HOLDS


T = TypeVar("T")


def _joined(groups: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    filled = [group for group in groups if group]
    if len(filled) < 2:
        return filled[0] if filled else ()
    return tuple(dict.fromkeys(item for group in filled for item in group))


def _alternatives(sets: list[tuple[Residual, ...]]) -> tuple[Residual, ...]:
    sets = list(dict.fromkeys(sets))
    if len(sets) <= 1:
        return sets[0] if sets else ()
    says = ", or ".join(" and ".join(_told(item) for item in each) for each in sets)
    keys = {item.key for each in sets for item in each}
    return (Residual(says=says, key=keys.pop() if len(keys) == 1 else ""),)


def _refused(left: tuple[Residual, ...]) -> tuple[Residual, ...]:
    if not left:
        return ()
    if len(left) == 1:
        return (Residual(says=left[0].says, unless=not left[0].unless, key=left[0].key),)
    return (Residual(says=" and ".join(_told(item) for item in left), unless=True, key=left[0].key),)


def _told(item: Residual) -> str:
    return f"not ({item.says})" if item.unless else item.says
