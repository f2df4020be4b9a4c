"""Small AWS estates for tests: an account, somebody in it, a bucket, and policies written as Python values."""

from __future__ import annotations

import json
from typing import Any

from bartizan.core.access import Decision
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.aws.document import Sort, parse
from bartizan.identity.aws.estate import Account, Estate, Principal, Resource
from bartizan.identity.aws.evaluation import evaluate
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.statement import Policy

HOME, ABROAD = "111111111111", "222222222222"
USER = f"arn:aws:iam::{HOME}:user/ann"
EVE = f"arn:aws:iam::{ABROAD}:user/eve"
ROLE = f"arn:aws:iam::{HOME}:role/app"
SESSION = f"arn:aws:sts::{HOME}:assumed-role/app/run"
ROOT = f"arn:aws:iam::{HOME}:root"
BUCKET = "arn:aws:s3:::orders"
OBJECT = "arn:aws:s3:::orders/2026/a.json"
KEY = f"arn:aws:kms:us-east-1:{HOME}:key/k1"
TARGET = f"arn:aws:iam::{HOME}:role/target"
ALL: dict[str, Any] = {"Effect": "Allow", "Action": "*", "Resource": "*"}
YES, UNKNOWN, NO = Truth.YES, Truth.UNKNOWN, Truth.NO


def allow(action: Any = "*", resource: Any = "*", **more: Any) -> dict[str, Any]:
    """Return a statement that allows."""
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def deny(action: Any = "*", resource: Any = "*", **more: Any) -> dict[str, Any]:
    """Return a statement that denies."""
    return {"Effect": "Deny", "Action": action, "Resource": resource, **more}


def text(*statements: dict[str, Any], version: str = "2012-10-17") -> str:
    """Return a document."""
    return json.dumps({"Version": version, "Statement": list(statements)}, ensure_ascii=False)


def policy(
    *statements: dict[str, Any], source: str = "p", version: str = "2012-10-17", sort: Sort = Sort.ANY
) -> Policy:
    """Return a policy."""
    return Policy(source=source, name=source, document=parse(text(*statements, version=version), sort))


def unread(source: str = "hidden") -> Policy:
    """Return a policy that is attached but could not be read."""
    return Policy(source=source, document=Unknown("access denied"))


def user(*statements: dict[str, Any], **more: Any) -> Principal:
    """Return the user `ann` with one identity policy."""
    return _principal(USER, statements, more)


def role(*statements: dict[str, Any], **more: Any) -> Principal:
    """Return the role `app` with one identity policy."""
    return _principal(ROLE, statements, more)


def _principal(arn: str, statements: tuple[dict[str, Any], ...], more: dict[str, Any]) -> Principal:
    policies = (policy(*statements, source="own"),) if statements else ()
    return Principal(**{"id": arn, "arn": arn, "account": HOME, "policies": policies, **more})


def resource(arn: str, *statements: dict[str, Any], account: str = HOME, **more: Any) -> Resource:
    """Return a resource with a policy, or without one where no statement is given."""
    held = policy(*statements, source=arn, sort=Sort.RESOURCE) if statements else None
    return Resource(**{"id": arn, "arn": arn, "account": account, "policy": held, **more})


def account(id: str = HOME, **more: Any) -> Account:
    """Return an account of the organisation o-1."""
    return Account(**{"id": id, "organization": "o-1", "path": "o-1/r-1/ou-1/", **more})


def estate(*things: Principal | Resource | Account, **more: Any) -> Estate:
    """Return an estate of these."""
    accounts = {each.id: each for each in (account(), account(ABROAD)) if isinstance(each, Account)}
    accounts |= {each.id: each for each in things if isinstance(each, Account)}
    return Estate(
        accounts=accounts,
        principals=tuple(each for each in things if isinstance(each, Principal)),
        resources=tuple(each for each in things if isinstance(each, Resource)),
        **more,
    )


def ask(
    world: Estate,
    who: str | Caller = USER,
    action: str = "s3:GetObject",
    what: str = OBJECT,
    context: dict[str, Any] | None = None,
    absent: bool = True,
) -> Decision:
    """Decide a request; what its context does not have is absent, or else open."""
    caller = Caller(arn=who) if isinstance(who, str) else who
    given = {
        key.lower(): (value,) if isinstance(value, str) else tuple(value) for key, value in (context or {}).items()
    }
    gone = frozenset({"*"}) if absent else frozenset[str]()
    return evaluate(world, Request(caller=caller, action=action, resource=what, context=given, absent=gone))


def by(kind: str, name: Any = "*") -> dict[str, Any]:
    """Return a Principal element."""
    return {"Principal": {kind: name}}
