"""Exports of an AWS account, as `aws iam get-account-authorization-details` prints them."""

from __future__ import annotations

import json
from typing import Any

ACCOUNT = "111122223333"
BORN = "2024-01-01T00:00:00Z"
LISTS = {"user": "UserDetailList", "group": "GroupDetailList", "role": "RoleDetailList", "policy": "Policies"}


def arn(rest: str) -> str:
    """Return the ARN of something of IAM: `user/ann`."""
    return f"arn:aws:iam::{ACCOUNT}:{rest}"


def allow(action: Any, resource: Any = "*", **more: Any) -> dict[str, Any]:
    """Return a statement that allows."""
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def document(*statements: dict[str, Any]) -> dict[str, Any]:
    """Return a policy document."""
    return {"Version": "2012-10-17", "Statement": list(statements)}


def trusting(*principals: str) -> dict[str, Any]:
    """Return a trust policy for these."""
    return document({"Effect": "Allow", "Principal": {"AWS": list(principals)}, "Action": "sts:AssumeRole"})


def user(name: str, *statements: Any, groups: Any = (), attached: Any = ()) -> dict[str, Any]:
    """Return a user with one inline policy; a text in place of statements is its document as it stands."""
    return {
        **_named("user", name, attached),
        "GroupList": list(groups),
        "UserPolicyList": _inline(statements),
    }


def group(name: str, *statements: Any, attached: Any = ()) -> dict[str, Any]:
    """Return a group with one inline policy."""
    return {**_named("group", name, attached), "GroupPolicyList": _inline(statements)}


def role(name: str, *statements: Any, trust: Any, attached: Any = ()) -> dict[str, Any]:
    """Return a role with one inline policy and a trust policy."""
    return {
        **_named("role", name, attached),
        "AssumeRolePolicyDocument": trust,
        "InstanceProfileList": [],
        "RolePolicyList": _inline(statements),
    }


def export(*things: dict[str, Any]) -> str:
    """Return the export of an account that has these."""
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in LISTS.values()}
    for thing in things:
        kind = next(kind for kind in LISTS if f"{kind.title()}Name" in thing)
        found[LISTS[kind]].append(thing)
    return json.dumps(found, indent=1)


def _named(kind: str, name: str, attached: Any) -> dict[str, Any]:
    policies = [{"PolicyName": each.rpartition("/")[2], "PolicyArn": each} for each in attached]
    title = kind.title()
    identity = {"Path": "/", f"{title}Name": name, f"{title}Id": f"AID{name}", "Arn": arn(f"{kind}/{name}")}
    return {**identity, "CreateDate": BORN, "AttachedManagedPolicies": policies, "Tags": []}


def _inline(statements: tuple[Any, ...]) -> list[dict[str, Any]]:
    if not statements:
        return []
    body = statements[0] if isinstance(statements[0], str) else document(*statements)
    return [{"PolicyName": "own", "PolicyDocument": body}]
