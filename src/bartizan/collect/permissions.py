"""Permissions that are declared one by one, written as the policy document that AWS makes of them.

A call to a Lambda function or an event bus is allowed by declarations of their own; the service keeps them as
statements of the resource's policy (AWS Lambda API reference, "AddPermission"; Amazon EventBridge API reference,
"PutPermission").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bartizan.core.truth import Composite, Ref, Unknown

_ACCOUNT = re.compile(r"\d{12}")


def of_functions(permissions: Any) -> Any:
    """Return the document of a list of `aws_lambda_permission` or `AWS::Lambda::Permission`; null for none."""
    if not isinstance(permissions, list):
        return permissions
    statements = [_call(each) if isinstance(each, dict) else each for each in permissions]
    return {"Version": "2012-10-17", "Statement": statements} if statements else None


def of_buses(permissions: Any) -> Any:
    """Return the document of a list of `aws_cloudwatch_event_permission` or `AWS::Events::EventBusPolicy`."""
    if not isinstance(permissions, list):
        return permissions
    statements = [item for each in permissions for item in (_events(each) if isinstance(each, dict) else [each])]
    return {"Version": "2012-10-17", "Statement": statements} if statements else None


def _call(given: dict[str, Any]) -> dict[str, Any]:
    either = _either(given)
    condition: dict[str, dict[str, Any]] = {}
    for operator, key, names in (
        ("StringEquals", "aws:SourceAccount", ("source_account", "SourceAccount")),
        ("ArnLike", "aws:SourceArn", ("source_arn", "SourceArn")),
        ("StringEquals", "aws:PrincipalOrgID", ("principal_org_id", "PrincipalOrgID")),
        ("StringEquals", "lambda:FunctionUrlAuthType", ("function_url_auth_type", "FunctionUrlAuthType")),
        ("StringEquals", "lambda:EventSourceToken", ("event_source_token", "EventSourceToken")),
        ("Bool", "lambda:InvokedViaFunctionUrl", ("invoked_via_function_url", "InvokedViaFunctionUrl")),
    ):
        value = either(*names)
        if value is not None:
            condition.setdefault(operator, {})[key] = _text(value)
    return {
        **_sid(either("statement_id", "StatementId")),
        "Effect": "Allow",
        "Principal": _principal(either("principal", "Principal")),
        "Action": either("action", "Action"),
        "Resource": _function(either("function_name", "FunctionName"), either("qualifier")),
        **({"Condition": condition} if condition else {}),
    }


def _events(given: dict[str, Any]) -> list[Any]:
    """Return the statements of one permission: its own, or those that it has written out."""
    either = _either(given)
    written = either("Statement")
    if written is not None:
        return written if isinstance(written, list) else [written]
    statement: dict[str, Any] = {
        **_sid(either("statement_id", "StatementId")),
        "Effect": "Allow",
        "Principal": _principal(either("principal", "Principal")),
        "Action": "events:PutEvents" if (action := either("action", "Action")) is None else action,
        "Resource": "*",
    }
    condition = either("condition", "Condition")
    if isinstance(condition, list):
        condition = condition[0] if condition else None
    if condition is not None:
        statement["Condition"] = _test(condition)
    return [statement]


def _test(condition: Any) -> Any:
    """Return the one test a permission of a bus may have, as documents write it."""
    if not isinstance(condition, dict):
        return condition if isinstance(condition, Unknown) else Unknown("the condition is not an object")
    either = _either(condition)
    operator, key = either("type", "Type"), either("key", "Key")
    if isinstance(operator, str) and isinstance(key, str):
        return {operator: {key: either("value", "Value")}}
    return Unknown("the condition is not known")


def _either(given: dict[str, Any]) -> Callable[..., Any]:
    return lambda *names: next((given[name] for name in names if given.get(name) is not None), None)


def _sid(name: Any) -> dict[str, Any]:
    return {} if name is None else {"Sid": name}


def _text(value: Any) -> Any:
    return ("true" if value else "false") if isinstance(value, bool) else value


def _principal(name: Any) -> Any:
    """Return a principal in the form of documents: a service has a dot, all others are accounts and ARNs."""
    if isinstance(name, int) and not isinstance(name, bool):
        name = f"{name:012}"
    if not isinstance(name, str):
        known = "".join(part for part in getattr(name, "parts", ()) if isinstance(part, str))
        return {"Service": name} if ".amazonaws" in known else {"AWS": name} if isinstance(name, Ref) or known else name
    if name == "*":
        return "*"
    if _ACCOUNT.fullmatch(name):
        return {"AWS": f"arn:aws:iam::{name}:root"}
    return {"AWS": name} if name.startswith("arn:") else {"Service": name}


def _function(name: Any, qualifier: Any) -> Any:
    """Return the ARN of a function that is named by a reference, its ARN or its name."""
    if isinstance(name, Ref) and name.address and not name.address.startswith(("data.", "AWS::")):
        arn: Any = Ref(name.why, name.address, "Arn" if name.attribute[:1] in ("R", "A") else "arn")
    elif isinstance(name, str) and not name.startswith("arn:"):
        arn = f"arn:*:lambda:*:*:function:{name.rpartition(':')[2]}"
    else:
        arn = "*" if name is None else name
    if qualifier is None:
        return arn
    parts = (arn, ":", qualifier)
    doubt = next((part for part in parts if isinstance(part, Unknown)), None)
    return "".join(map(str, parts)) if doubt is None else Composite(doubt.why, _flat(parts))


def _flat(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(
        inner for part in parts for inner in (part.parts if isinstance(part, Composite) and part.parts else (part,))
    )


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "policy_of_bus_permissions": of_buses,
    "policy_of_permissions": of_functions,
}
