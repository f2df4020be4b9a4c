"""Answers a case with Bartizan's evaluator."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from bartizan.core.access import Decision, Verdict
from bartizan.identity.aws.document import parse
from bartizan.identity.aws.estate import Account, Estate, Principal, Resource
from bartizan.identity.aws.evaluation import evaluate
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.statement import Policy
from tools.differential.case import ENDPOINT, Case, Document, path, told


def answer(case: Case) -> Decision:
    """Return the evaluator's decision."""
    return evaluate(estate(case), request(case))


def verdict(case: Case) -> str:
    """Return `allow`, `deny`, or what else the evaluator says, which is a fault: everything is known here."""
    found = answer(case).verdict
    return found.value if found in (Verdict.ALLOW, Verdict.DENY) else f"{found.value}!"


def estate(case: Case) -> Estate:
    """Return the estate that a case is set in."""
    accounts = {case.owner: _account(case, case.owner, case.owner_organization)}
    if case.account:
        accounts[case.account] = _account(case, case.account, case.organization)
    principals = (_principal(case),) if case.arn else ()
    return Estate(
        accounts=accounts,
        principals=principals,
        resources=(_resource(case),) if case.resource != "*" else (),
        endpoints={ENDPOINT: _policy("endpoint", case.endpoint)} if case.endpoint is not None else {},
    )


def request(case: Case) -> Request:
    """Return the request of a case: what is not in its context is absent."""
    context = {name.lower(): _values(value) for name, value in case.context.items()}
    if case.endpoint is not None:
        context["aws:sourcevpce"] = (ENDPOINT,)
    if case.account:
        context["aws:userid"] = _values(told(case)["aws:userid"])  # made up when a principal is: no estate tells it
    caller = Caller(
        arn=case.arn,
        session=case.session,
        session_policies=(_policy("session", case.session_policy),) if case.session_policy is not None else (),
        service=case.service,
        federated=case.federated,
        anonymous=case.caller == "anonymous",
    )
    absent = frozenset({"*"})
    return Request(caller=caller, action=case.action, resource=case.resource, context=context, absent=absent)


def _values(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


def _account(case: Case, account: str, organization: str) -> Account:
    return Account(
        id=account,
        organization=organization,
        path=path(organization) if organization else "",
        service_controls=_levels("scp", case.service_controls) if account == case.account else (),
        resource_controls=_levels("rcp", _with_default(case.resource_controls)) if account == case.owner else (),
    )


def _with_default(levels: Iterable[Iterable[Document]]) -> tuple[tuple[Document, ...], ...]:
    """Add RCPFullAWSAccess, which AWS keeps attached to every level."""
    allows = {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}
    default: Document = {"Version": "2012-10-17", "Statement": [allows]}
    return tuple((default, *level) for level in levels)


def _levels(name: str, levels: Iterable[Iterable[Document]]) -> tuple[tuple[Policy, ...], ...]:
    return tuple(
        tuple(_policy(f"{name}-{at}-{number}", document) for number, document in enumerate(level))
        for at, level in enumerate(levels)
    )


def _principal(case: Case) -> Principal:
    policies = tuple(_policy(f"identity-{number}", document) for number, document in enumerate(case.identity))
    boundary = _policy("boundary", case.boundary) if case.boundary is not None else None
    return Principal(
        id="caller", arn=case.arn, account=case.account, policies=policies, boundary=boundary, tags=case.tags
    )


def _resource(case: Case) -> Resource:
    return Resource(
        id="target",
        arn=case.resource.split("/")[0] if case.resource.startswith("arn:aws:s3:::") else case.resource,
        account=case.owner,
        policy=_policy("target", case.resource_policy) if case.resource_policy is not None else None,
        tags=case.owner_tags,
        block_public=case.block_public,
    )


def _policy(source: str, document: Document | None) -> Policy:
    return Policy(source=source, name=source, document=parse(json.dumps(document)))
