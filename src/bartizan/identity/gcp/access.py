"""Answers who may do what in a Google Cloud estate."""

from __future__ import annotations

from collections.abc import Hashable

from bartizan.core.access import Decision, Question
from bartizan.core.answer import Rights
from bartizan.core.truth import Truth
from bartizan.identity.gcp.estate import Estate
from bartizan.identity.gcp.evaluation import Evaluation
from bartizan.identity.gcp.hierarchy import Hierarchy
from bartizan.identity.gcp.holding import Holdings
from bartizan.identity.gcp.holdings import held
from bartizan.identity.gcp.member import Belonging, named


class GoogleAccess:
    """Access in one estate; see `bartizan.core.access.Access`."""

    def __init__(self, estate: Estate) -> None:
        self._principals = {each.id: each for each in estate.principals}
        self._members = {each.member: each for each in estate.principals}
        self._hierarchy = Hierarchy(estate.nodes)
        self._holdings = Holdings(estate, self._hierarchy)
        self._evaluation = Evaluation(self._hierarchy, self._holdings)
        self._estate = estate

    def can(self, question: Question) -> Decision:
        """Answer one question. Never raises: what is not there is UNKNOWN, with the reason.

        With `caller.holds` given as `target`, the caller must also have been granted the custom role asked about.
        """
        caller, why = self._caller(question.actor)
        if why:
            return _unknown(why)
        known = self._principals.get(question.actor) or self._members.get(caller)
        if known is not None and known.disabled:
            return Decision(truth=Truth.NO, why=f"{known.id} is disabled and cannot act.")
        if not self._holdings.is_permission(question.action):
            return _unknown(f"{question.action} is no permission that is known; check its spelling")
        if question.given.get("caller.holds") == "target":
            held = self._holdings.holds_role(caller, question.target)
            if held.truth is not Truth.YES:
                return _not_held(held, question)
        spot = self._hierarchy.named(question.target)
        return self._evaluation.decide(caller, question.action, spot, question.given)

    def held(self, actor: str) -> Rights:
        """Return all that an actor may do, in patterns; who is not there has nothing, with the reason as a note."""
        caller, why = self._caller(actor)
        if why or self.idle(caller):
            note = why or f"{actor} is disabled and cannot act"
            return Rights(id=actor, name=actor, kind="", rights=(), notes=(f"{note[:1].upper()}{note[1:]}.",))
        return held(self._estate, actor, caller)

    def _caller(self, actor: str) -> tuple[str, str]:
        """Return the member that an actor is, or why that cannot be told."""
        known = self._principals.get(actor)
        if known is not None:
            return known.member, ""
        member = named(actor)
        if not member:
            return "", f"{actor} was not read, and is not written as a member: user:ann@shop.example"
        if member.startswith("service:"):
            return "", f"the service agent that {actor} acts as is not known"
        return member, ""

    def actors(self) -> tuple[str, ...]:
        """Return the ids of service accounts, and the other members that grants and groups name."""
        found = dict.fromkeys(each.id for each in self._estate.principals)
        named_ = (member for node in self._estate.nodes for each in node.bindings for member in each.members)
        grouped = (member for group in self._estate.groups.values() for member in group.members)
        for member in (*named_, *grouped):
            acting = member.startswith(("user:", "serviceAccount:", "principal://", "principalSet://", "group:"))
            if acting and member not in self._members:
                found.setdefault(member)
        return tuple(found)

    def is_permission(self, permission: str) -> bool:
        """Tell whether some role has a permission of this name."""
        return self._holdings.is_permission(permission)

    def caller(self, actor: str) -> str | None:
        """Return the member that an actor is, None for one that is not there."""
        member, why = self._caller(actor)
        return None if why else member

    def idle(self, caller: str) -> bool:
        """Tell whether a caller is disabled."""
        known = self._members.get(caller)
        return known is not None and known.disabled

    def means(self, member: str, caller: str) -> Truth:
        """Judge whether a member of a grant means a caller."""
        return self._holdings.among(caller, (member,)).truth

    def counting(self, permission: str, target: str) -> tuple[Hashable, tuple[str, ...], bool]:
        """Return a key that two targets share when all that counts for a permission is the same; whom it names; and
        whether whoever else asks is certain to be refused.
        """
        spot = self._hierarchy.asked_at(self._hierarchy.named(target), permission)
        if spot.node is None:
            named_ = [self._evaluation.counting(permission, node) for node in spot.options]
            return target, tuple(member for each in named_ for member in each.members), False
        counts = self._evaluation.counting(permission, spot.node)
        own = counts.conditional or bool(self._estate.boundaries)
        return (target if own else "", counts.key), counts.members, counts.closed


def _not_held(held: Belonging, question: Question) -> Decision:
    if held.truth is Truth.NO:
        return Decision(truth=Truth.NO, why=f"{question.actor} does not hold {question.target}.")
    return _unknown(held.why)


def _unknown(why: str) -> Decision:
    return Decision(truth=Truth.UNKNOWN, why=f"{why[:1].upper()}{why[1:]}.", unknowns=(why,))
