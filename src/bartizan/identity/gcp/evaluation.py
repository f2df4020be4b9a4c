"""One question, answered: deny policies first, then allow policies, both down the hierarchy.

Source: Google's "Policy evaluation": a deny rule wins over every grant; otherwise one grant suffices, made on the
resource or anywhere above it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bartizan.core.access import Clause, Decision, Residual
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.gcp.cel.judge import Names, Outcome, Surroundings, judge, time_of
from bartizan.identity.gcp.estate import Binding, DenyRule, Node
from bartizan.identity.gcp.hierarchy import Hierarchy, Spot, relative
from bartizan.identity.gcp.holding import Holdings
from bartizan.identity.gcp.member import Belonging, plain
from bartizan.identity.gcp.permission import denied, service
from bartizan.identity.hole import shown

_CERTAIN = Outcome(Truth.YES)


@dataclass(frozen=True, slots=True)
class Weighed:
    """One binding or rule, and how far it applies to what was asked."""

    clause: Clause
    truth: Truth
    residuals: tuple[Residual, ...] = ()
    unknowns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """What counts for one permission on one node: the bindings and rules on it and above it."""

    key: tuple[Hashable, ...]
    members: tuple[str, ...]
    conditional: bool
    closed: bool
    """Whoever is none of the members is certain to be refused."""


class Evaluation:
    """Answers questions of one caller, one permission and one spot."""

    def __init__(self, hierarchy: Hierarchy, holdings: Holdings) -> None:
        self._hierarchy = hierarchy
        self._holdings = holdings
        self._counts: dict[tuple[str, str], Counts] = {}
        self._pending: set[str] = set()

    def decide(self, caller: str, permission: str, spot: Spot, given: Mapping[str, Any]) -> Decision:
        """Decide one access."""
        if spot.options:
            return _together([self.decide(caller, permission, _of(node), given) for node in spot.options], permission)
        spot = self._hierarchy.asked_at(spot, permission)
        if spot.node is None:
            return Decision(truth=Truth.UNKNOWN, why=f"{_sentence(spot.why)}.", unknowns=(spot.why,))
        chain = list(self._hierarchy.chain(spot.node))
        where = _surroundings(spot, permission, given)
        denies = [self._deny(rule, caller, permission, where) for node in chain for rule in node.denies]
        grants = [self._grant(each, node, caller, permission, where) for node in chain for each in node.bindings]
        more = tuple(dict.fromkeys(why for node in chain for why in node.more))
        return self._decided(
            caller, permission, spot.node, [each for each in denies if each], [each for each in grants if each], more
        )

    def counting(self, permission: str, node: Node) -> Counts:
        """Return what decides about a permission on a node, whoever asks."""
        found = self._counts.get((permission, node.id))
        if found is None:
            found = self._counts[permission, node.id] = self._counted(permission, node)
        return found

    def _counted(self, permission: str, node: Node) -> Counts:
        if not (node.bindings or node.denies or node.more):  # as what it is in
            above = self._hierarchy.get(node.parent)
            if above is not None and above.id != node.id and node.parent not in self._pending:
                self._pending.add(node.parent)
                found = self.counting(permission, above)
                self._pending.discard(node.parent)
                return found
        chain = list(self._hierarchy.chain(node))
        grants = [
            each
            for above in chain
            for each in above.bindings
            if self._holdings.gives(each.role, permission).truth is not Truth.NO
        ]
        denies = [rule for above in chain for rule in above.denies]
        members = [member for each in grants for member in each.members]
        members += [member for rule in denies for member in (*rule.principals, *rule.excepted_principals)]
        more = tuple(why for above in chain for why in above.more)
        conditional = any(each.condition is not None for each in grants) or any(
            rule.condition is not None for rule in denies
        )
        key = (tuple(map(id, grants)), tuple(map(id, denies)), more)
        closed = not more and not any(each.more for each in grants)
        return Counts(key, tuple(map(plain, members)), conditional, closed)

    def _grant(self, binding: Binding, node: Node, caller: str, permission: str, where: Surroundings) -> Weighed | None:
        gives = self._holdings.gives(binding.role, permission)
        if gives.truth is Truth.NO:
            return None
        meant = self._holdings.meant(caller, binding)
        if meant.truth is Truth.NO:
            return None
        clause = Clause(
            source=binding.source,
            attribute=binding.attribute,
            name=shown(binding.role),
            stage=binding.stage,
            via=meant.via,
        )
        doubt = Belonging(Truth.UNKNOWN, binding.doubt) if binding.doubt else gives
        return _weighed(clause, (gives, meant, doubt), _condition(binding.condition, where))

    def _deny(self, rule: DenyRule, caller: str, permission: str, where: Surroundings) -> Weighed | None:
        covered = max((denied(each, permission) for each in rule.permissions), default=Truth.NO)
        spared = max((denied(each, permission) for each in rule.excepted_permissions), default=Truth.NO)
        meant = self._holdings.among(caller, rule.principals)
        excepted = self._holdings.among(caller, rule.excepted_principals)
        parts = [
            Belonging(min(covered, -spared), f"whether the rule names {permission} is not known"),
            meant,
            Belonging(-excepted.truth, excepted.why),
        ]
        unseen = [Belonging(Truth.UNKNOWN, why) for why in rule.unseen]
        if min(part.truth for part in parts) is Truth.NO and not unseen:
            return None
        parts = [part for part in parts if part.truth is not Truth.NO] if unseen else parts
        clause = Clause(source=rule.source, number=rule.number, allows=False, stage="deny policy", via=meant.via)
        return _weighed(clause, (*parts, *unseen), _condition(rule.condition, where))

    def _decided(
        self,
        caller: str,
        permission: str,
        node: Node,
        denies: list[Weighed],
        grants: list[Weighed],
        more: tuple[str, ...],
    ) -> Decision:
        against, granted = _strongest(denies), _strongest(grants)
        if against and against.truth is Truth.YES:
            why = f"A deny policy refuses {permission} on {shown(node.name)}."
            return Decision(truth=Truth.NO, why=why, clauses=_clauses(denies, Truth.YES))
        if granted is None and more:
            return Decision(
                truth=Truth.UNKNOWN, why=f"No grant of {permission} was seen, but not all were.", unknowns=more
            )
        if granted is None:
            return Decision(truth=Truth.NO, why=f"No grant gives {permission} on {shown(node.name)} or above it.")
        bounds = self._holdings.bounds(caller, [each.name for each in self._hierarchy.chain(node)])
        if granted.truth is Truth.YES and against is None and not bounds:
            why = f"{granted.clause.name} gives {permission} on {shown(node.name)}."
            return Decision(truth=Truth.YES, why=why, clauses=_clauses(grants, Truth.YES))
        return _open_decision(permission, node, granted, against, bounds)


def _of(node: Node) -> Spot:
    return Spot(node=node, names=(node.name, *node.aliases), type=node.type)


def _together(decisions: list[Decision], permission: str) -> Decision:
    """Decide for several resources, any of which may be meant: YES all, NO none, otherwise a choice among them."""
    truths = {decision.truth for decision in decisions}
    if len(truths) == 1 and Truth.UNKNOWN not in truths:
        clauses = tuple(dict.fromkeys(clause for decision in decisions for clause in decision.clauses))
        return replace(decisions[0], clauses=clauses)
    best = max(decisions, key=lambda decision: decision.truth)
    residual = Residual(says="the resource is one of those that the grant is for", key="resource")
    return Decision(
        truth=Truth.UNKNOWN,
        why=f"{permission} is allowed on some of what fits, not on all.",
        clauses=best.clauses,
        residuals=(residual, *best.residuals) if Truth.YES in truths else best.residuals,
        unknowns=() if Truth.YES in truths else best.unknowns,
    )


def _condition(condition: str | Unknown | None, where: Surroundings) -> Outcome:
    if isinstance(condition, Unknown):
        return Outcome(Truth.UNKNOWN, unknowns=(f"its condition could not be seen: {condition.why}",))
    return judge(condition, where) if condition else _CERTAIN


def _surroundings(spot: Spot, permission: str, given: Mapping[str, Any]) -> Surroundings:
    values: dict[str, Any] = {key: _given(key, value) for key, value in given.items()}
    values.setdefault("resource.service", spot.type.partition("/")[0] or service(permission))
    if spot.type:
        values.setdefault("resource.type", spot.type)
    if spot.names:
        values.setdefault("resource.name", Names(tuple(map(relative, spot.names))))
    tags = spot.node.tags if spot.node else Unknown("the tags of the resource were not read")
    return Surroundings(values=values, tags=tags)


def _given(key: str, value: Any) -> Any:
    if key == "request.time" and isinstance(value, str):
        return time_of(value)
    if isinstance(value, tuple):
        return list(value)
    return int(value) if isinstance(value, str) and key == "destination.port" and value.isdigit() else value


def _weighed(clause: Clause, parts: Iterable[Belonging], condition: Outcome) -> Weighed | None:
    parts = tuple(parts)
    least = min(min(part.truth for part in parts), condition.truth)
    if least is Truth.NO:
        return None
    unknowns = tuple(part.why for part in parts if part.truth is Truth.UNKNOWN) + condition.unknowns
    return Weighed(replace(clause, held=least), least, condition.residuals, tuple(dict.fromkeys(unknowns)))


def _strongest(found: list[Weighed]) -> Weighed | None:
    """Return what decides: what is certain, then what waits for conditions alone, then what is not known."""
    return max(found, key=lambda each: (each.truth, not each.unknowns), default=None)


def _clauses(found: list[Weighed], held: Truth) -> tuple[Clause, ...]:
    return tuple(dict.fromkeys(each.clause for each in found if each.truth is held))


def _open_decision(
    permission: str, node: Node, granted: Weighed, against: Weighed | None, bounds: tuple[Residual, ...]
) -> Decision:
    residuals = [*granted.residuals, *bounds]
    unknowns = list(granted.unknowns)
    if against is not None:
        residuals += [replace(each, unless=not each.unless) for each in against.residuals]
        unknowns += against.unknowns
    clauses = (granted.clause, against.clause) if against else (granted.clause,)
    what = "depends on what is not known" if unknowns else "depends on conditions"
    return Decision(
        truth=Truth.UNKNOWN,
        why=f"Whether {permission} is allowed on {shown(node.name)} {what}.",
        clauses=clauses,
        residuals=tuple(dict.fromkeys(residuals)),
        unknowns=tuple(dict.fromkeys(unknowns)),
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
