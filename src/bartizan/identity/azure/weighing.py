"""Weighs clauses: what speaks for and against an access, and what is left open, into one decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bartizan.core.access import Clause, Decision, Residual
from bartizan.core.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """One clause, how far it holds, and what that depends on."""

    clause: Clause
    held: Truth
    residuals: tuple[Residual, ...] = ()
    unknowns: tuple[str, ...] = ()


def weighed(weights: Iterable[Weight], *, nothing: str) -> Decision:
    """Return the decision that clauses come to: something must allow it, and nothing deny it."""
    found = [weight for weight in weights if weight.held is not Truth.NO]
    allowing = [weight for weight in found if weight.clause.allows]
    denying = [weight for weight in found if not weight.clause.allows]
    allowed = max((weight.held for weight in allowing), default=Truth.NO)
    denied = max((weight.held for weight in denying), default=Truth.NO)
    truth = min(allowed, -denied)
    if truth is Truth.YES:
        decisive = [weight for weight in allowing if weight.held is Truth.YES]
        return Decision(truth=truth, why=f"Allowed by {_named(decisive)}.", clauses=_clauses(decisive))
    if truth is Truth.NO:
        decisive = [weight for weight in denying if weight.held is Truth.YES] if allowed is not Truth.NO else []
        why = f"Denied by {_named(decisive)}." if decisive else nothing
        return Decision(truth=truth, why=why, clauses=_clauses(decisive))
    open_ = [weight for weight in denying if weight.held is Truth.UNKNOWN]
    open_ += [weight for weight in allowing if allowed is Truth.UNKNOWN]
    return _open(open_, allowing)


def _open(open_: list[Weight], allowing: list[Weight]) -> Decision:
    """Return the decision where it depends: conditional as soon as one way is open for nothing but conditions."""
    conditional = [weight for weight in open_ if weight.clause.allows and weight.residuals and not weight.unknowns]
    denying = [weight for weight in open_ if not weight.clause.allows]
    taken = [*denying, *conditional] if conditional else open_
    unknowns = tuple(dict.fromkeys(why for weight in taken for why in weight.unknowns))
    residuals = tuple(dict.fromkeys(each for weight in taken for each in weight.residuals))
    start = "It cannot be told" if unknowns else "It depends"
    why = f"{start}: {'; '.join(unknowns) or '; '.join(_said(each) for each in residuals)}."
    clauses = _clauses([*dict.fromkeys([*taken, *(allowing if denying else ())])])
    return Decision(truth=Truth.UNKNOWN, why=why, clauses=clauses, residuals=residuals, unknowns=unknowns)


def _said(residual: Residual) -> str:
    return f"not {residual.says}" if residual.unless else residual.says


def _named(weights: list[Weight]) -> str:
    names = [f"{each.clause.stage} {each.clause.name or each.clause.source}" for each in weights]
    return " and ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")


def _clauses(weights: list[Weight]) -> tuple[Clause, ...]:
    return tuple(dict.fromkeys(weight.clause for weight in weights))
