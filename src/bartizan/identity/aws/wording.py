"""Decisions in words: what decided, what is left, what was not seen."""

from __future__ import annotations

from collections.abc import Mapping

from bartizan.core.access import Clause, Decision, Residual
from bartizan.core.truth import Truth
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.judged import Hit, Judged
from bartizan.identity.hole import shown


def decision(case: Case, judged: Judged) -> Decision:
    """Return what was judged as a decision."""
    through: Mapping[str, tuple[str, ...]] = case.principal.through if case.principal else {}
    hits = {(id(hit.policy), hit.stage, hit.number): hit for hit in judged.hits}
    clauses: list[Clause] = [hit.clause(through.get(hit.policy.source, ())) for hit in hits.values()]
    return Decision(
        truth=judged.truth,
        why=_why(case, judged),
        clauses=tuple(clauses),
        residuals=judged.left,
        unknowns=judged.unseen,
    )


def denial(judged: Judged) -> str:
    """Say that a statement denies."""
    return f"{_named(judged.hits[0])} denies it" if judged.hits else "what was not seen may deny it"


def _named(hit: Hit) -> str:
    policy = shown(hit.policy.name or hit.policy.source)
    if hit.statement is None:
        return f"the {hit.stage} {policy}"
    sid = f' "{shown(hit.statement.sid)}"' if hit.statement.sid else f" {hit.number + 1}"
    return f"statement{sid} of the {hit.stage} {policy}"


def _why(case: Case, judged: Judged) -> str:
    if judged.truth is Truth.NO:
        return _sentence("; ".join(judged.lacks[:3]) or "nothing allows it")
    if judged.truth is Truth.UNKNOWN:
        return _open(judged)
    allowing = [hit for hit in judged.hits if hit.statement is not None and hit.statement.allows]
    if allowing:
        return _sentence(f"{_named(allowing[0])} allows it{_unread(case)}")
    if case.kind == "root":
        return _sentence(f"a root user may do everything in its account{_unread(case)}")
    if case.kind == "account":
        return _sentence("it is for the account's own policies to allow it, and nothing is in the way")
    return _sentence("it needs no permission")


def _open(judged: Judged) -> str:
    if judged.unseen:
        first, *rest = judged.unseen
        return _sentence(f"it can not be told: {first}{f' (and {len(rest)} more)' if rest else ''}")
    return _sentence(f"it is allowed if {' and '.join(_asks(item) for item in judged.left)}")


def _asks(item: Residual) -> str:
    return f"not ({item.says})" if item.unless else item.says


def _unread(case: Case) -> str:
    """Say that the resource was not seen, where a policy of its own could matter."""
    if case.resource is None and not case.open_resource and case.service in OWN_POLICIES:
        return f"; {shown(case.asked)} itself was not seen, and a policy of its own could deny it"
    return ""


OWN_POLICIES = frozenset({
    "s3", "sqs", "sns", "lambda", "secretsmanager", "ecr", "execute-api", "es", "aoss", "elasticfilesystem", "backup",
    "events", "glue", "dynamodb", "kinesis", "logs", "ses", "codeartifact", "glacier", "iot", "lex", "schemas",
})  # fmt: skip
"""Services of which resources may have policies of their own."""


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"
