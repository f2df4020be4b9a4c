"""The specification for Azure resources: role assignments and deny assignments, read one by one.

Microsoft Learn, "How Azure RBAC determines if a user has access to a resource": all assignments of the principal and
its groups at the scope or above add up; a deny assignment that applies blocks, whatever is assigned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bartizan.core.access import Clause, Decision, Residual
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.azure.condition import judged
from bartizan.identity.azure.estate import Assignment, Denial, Estate
from bartizan.identity.azure.membership import Being
from bartizan.identity.azure.permission import Permission
from bartizan.identity.azure.scope import reaches
from bartizan.identity.azure.weighing import Weight, weighed
from bartizan.identity.hole import shown

NOTHING = "No role assignment allows it."
SOMEBODY = "an assignment is to somebody who is not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An operation on a scope."""

    action: str
    """In lower case, without a prefix."""
    plane: str
    scope: str
    """Folded; may have `*` in it."""


@dataclass(frozen=True, slots=True)
class Part:
    """How far one part of a clause holds, and what would settle it."""

    held: Truth
    residual: Residual | None = None
    unknown: str = ""


def decided(estate: Estate, who: Mapping[str, Being], asked: Asked, assignments: Iterable[Assignment]) -> Decision:
    """Decide one operation for an actor who counts as `who`, by these assignments of the estate."""
    weights = [*_assigned(estate, who, asked, assignments), *_denied(estate, who, asked)]
    return weighed(weights, nothing=NOTHING)


def _assigned(
    estate: Estate, who: Mapping[str, Being], asked: Asked, assignments: Iterable[Assignment]
) -> Iterator[Weight]:
    for assignment in assignments:
        if isinstance(assignment.scope, str) and reaches(assignment.scope, asked.scope, estate.above) is Truth.NO:
            continue
        parts = [_member(assignment.principal, who), _scope(assignment.scope, asked, estate)]
        if min(part.held for part in parts) is Truth.NO:
            continue
        parts += _permitted(assignment.role.permissions, asked, assignment.role.name)
        parts += [_condition(assignment.condition, asked), _pending(assignment)]
        name = f"{assignment.role.name} at {shown(assignment.scope) if isinstance(assignment.scope, str) else '?'}"
        being = who.get(assignment.principal) if isinstance(assignment.principal, str) else None
        yield _weight(parts, Clause(source=assignment.source, name=name, stage=assignment.stage, via=_via(being)))


def _denied(estate: Estate, who: Mapping[str, Being], asked: Asked) -> Iterator[Weight]:
    for denial in estate.denials:
        parts = [_named(denial, who), _scope(denial.scope, asked, estate, children=denial.children)]
        if min(part.held for part in parts) is Truth.NO:
            continue
        parts += _permitted(denial.permissions, asked, denial.name)
        parts.append(_condition(denial.condition, asked))
        yield _weight(parts, Clause(source=denial.source, name=denial.name, allows=False, stage="deny assignment"))


def _weight(parts: list[Part], clause: Clause) -> Weight:
    held = min(part.held for part in parts)
    open_ = [part for part in parts if part.held is Truth.UNKNOWN] if held is Truth.UNKNOWN else []
    return Weight(
        clause=Clause(
            source=clause.source, name=clause.name, allows=clause.allows, stage=clause.stage, held=held, via=clause.via
        ),
        held=held,
        residuals=tuple(part.residual for part in open_ if part.residual is not None),
        unknowns=tuple(part.unknown for part in open_ if part.unknown),
    )


def _via(being: Being | None) -> tuple[str, ...]:
    return () if being is None else being.via


def _member(principal: str | Unknown, who: Mapping[str, Being]) -> Part:
    if isinstance(principal, Unknown):
        return Part(Truth.UNKNOWN, unknown=f"{SOMEBODY}: {principal.why}")
    being = who.get(principal)
    if being is None:
        return Part(Truth.NO)
    return Part(being.held, unknown=f"whether it is a member of {being.via[-1] if being.via else principal}")


def _named(denial: Denial, who: Mapping[str, Being]) -> Part:
    """Judge whether a deny assignment is about an actor: named, and not excluded."""
    doubt = Truth.UNKNOWN if denial.more else Truth.NO
    named = Truth.YES if denial.everyone else max(_any(denial.principals, who), doubt)
    held = min(named, -max(_any(denial.excluded, who), doubt))
    return Part(held, unknown=f"whether {denial.name} is about it")


def _any(principals: Iterable[str], who: Mapping[str, Being]) -> Truth:
    return max((who[each].held for each in principals if each in who), default=Truth.NO)


def _scope(scope: str | Unknown, asked: Asked, estate: Estate, *, children: Truth = Truth.YES) -> Part:
    if isinstance(scope, Unknown):
        return Part(Truth.UNKNOWN, unknown=f"the scope of an assignment is not known: {scope.why}")
    held = reaches(scope, asked.scope, estate.above, children=children)
    if held is Truth.UNKNOWN and "*" in asked.scope and children is Truth.YES:
        return Part(held, residual=Residual(says=f"the resource is in {shown(scope)}", key="resource"))
    return Part(held, unknown=f"whether {shown(asked.scope)} is in {shown(scope)}")


def _permitted(permissions: tuple[Permission, ...] | Unknown, asked: Asked, name: str) -> list[Part]:
    if isinstance(permissions, Unknown):
        return [Part(Truth.UNKNOWN, unknown=f"what the role {name} permits is not known: {permissions.why}")]
    parts = [_entry(permission, asked, name) for permission in permissions]
    best = max((part.held for part in parts), default=Truth.NO)
    return [next((part for part in parts if part.held is best), Part(Truth.NO))]


def _entry(permission: Permission, asked: Asked, name: str) -> Part:
    covered = permission.covers(asked.action, asked.plane)
    if covered is Truth.NO:
        return Part(covered)
    if covered is Truth.UNKNOWN:
        if permission.unseen(asked.plane):
            return Part(covered, unknown=f"part of what the role {name} permits could not be seen")
        return Part(covered, residual=Residual(says=f"the operation is one that {name} permits", key="action"))
    return _condition(permission.condition, asked)


def _condition(condition: str | Unknown, asked: Asked) -> Part:
    if isinstance(condition, Unknown):
        return Part(Truth.UNKNOWN, unknown=f"a condition could not be seen: {condition.why}")
    if not condition:
        return Part(Truth.YES)
    held = judged(condition, asked.action)
    return Part(held, residual=Residual(says=" ".join(shown(condition).split()), key="condition"))


def _pending(assignment: Assignment) -> Part:
    if isinstance(assignment.pending, Unknown):
        return Part(Truth.UNKNOWN, unknown=f"whether a role has to be activated: {assignment.pending.why}")
    if not assignment.pending:
        return Part(Truth.YES)
    return Part(Truth.UNKNOWN, residual=Residual(says=assignment.pending, key="activation"))
