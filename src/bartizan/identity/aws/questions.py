"""Questions in plain names, into requests: ids of assets, ARNs, `service:NAME`, `federated:ARN`, `account:ID`."""

from __future__ import annotations

from collections.abc import Callable

from bartizan.core.access import Decision, Question
from bartizan.core.truth import Truth
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.roster import Roster
from bartizan.identity.hole import OPEN, shown


def request_of(question: Question, roster: Roster) -> Request | Decision:
    """Return the request a question is about, or why there is none."""
    caller = _caller(question.actor, roster)
    if caller is None:
        return _unknown(f"{shown(question.actor)} is no user or role that was seen: name it by its id or its ARN")
    target = _target(question.target, roster)
    if target is None:
        return _unknown(f"{shown(question.target)} was not seen: name a resource by its id or its ARN")
    given = {key.lower(): (value,) if isinstance(value, str) else tuple(value) for key, value in question.given.items()}
    return Request(caller=caller, action=question.action, resource=target, context=given)


def _unknown(why: str) -> Decision:
    return Decision(truth=Truth.UNKNOWN, why=f"It can not be told: {why}.", unknowns=(why,))


def _caller(actor: str, roster: Roster) -> Caller | None:
    if principal := roster.principal(actor):
        return Caller(arn=principal.arn)
    if actor == "anonymous":
        return Caller(anonymous=True)
    word, colon, name = actor.partition(":")
    if colon and name and word in _WORDS:
        return _WORDS[word](name)
    return Caller(arn=actor) if actor.startswith("arn:") else None


_WORDS: dict[str, Callable[[str], Caller]] = {
    "service": lambda name: Caller(service=name),
    "federated": lambda name: Caller(federated=name),
    "account": lambda name: Caller(account=name),
}


def _target(target: str, roster: Roster) -> str | None:
    if found := roster.resources_by_id.get(target) or roster.principals_by_id.get(target):
        return found.arn
    return target if target == "*" or target.startswith(("arn:", OPEN)) else None
