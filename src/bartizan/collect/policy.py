"""What the query language can ask of an AWS policy document, as JSON text or decoded, partly known or not.

Grammar: the IAM JSON policy language (AWS documentation, "IAM JSON policy elements reference"). These
functions look at one document by itself; whether an access is allowed in the end takes all policies together.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from bartizan.collect.jsontext import decoded
from bartizan.core.truth import Composite, Ref, Truth, Unknown, truth

NARROWING = frozenset(
    {
        "aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner",
        "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn", "aws:userid",
        "aws:sourcevpc", "aws:sourcevpce", "aws:sourceip", "aws:vpcsourceip", "kms:calleraccount", "kms:viaservice",
        "lambda:functionurlauthtype", "lambda:eventsourcetoken", "elasticfilesystem:accessedviamounttarget",
        "s3:dataaccesspointaccount", "s3:dataaccesspointarn", "aws:username", "aws:principaltag",
    }
)  # fmt: skip
"""Condition keys that limit who calls; any other condition leaves "everyone" as it is."""

Holds = Callable[[dict[str, Any]], Truth]


def public(policy: Any) -> Any:
    """Tell whether some statement allows something to everyone, without a condition on who calls."""
    return _some(policy, lambda s: min(_effect(s, "Allow"), _everyone(s), -_narrowed(s)))


def public_actions(policy: Any, *prefixes: str) -> Any:
    """Tell whether some statement allows everyone an action that begins with one of `prefixes` (lower case)."""

    def holds(statement: dict[str, Any]) -> Truth:
        wanted = _any(statement.get("Action"), lambda action: _begins(action, prefixes))
        return min(_effect(statement, "Allow"), _everyone(statement), -_narrowed(statement), wanted)

    return _some(policy, holds)


def tls_only(policy: Any) -> Any:
    """Tell whether some statement denies everyone what does not come over TLS."""

    def holds(statement: dict[str, Any]) -> Truth:
        refused = max(_tested(statement, "aws:securetransport", "false"), _has_key(statement, "s3:tlsversion"))
        return min(_effect(statement, "Deny"), _everyone(statement), refused)

    return _some(policy, holds)


def admin(policy: Any) -> Any:
    """Tell whether some statement allows every action on every resource."""

    def holds(statement: dict[str, Any]) -> Truth:
        actions = _any(statement.get("Action"), lambda action: _is(action, "*", "*:*"))
        return min(_effect(statement, "Allow"), actions, _on_everything(statement))

    return _some(policy, holds)


def wildcard_service(policy: Any) -> Any:
    """Tell whether some statement allows all actions of a service, or of all services (`s3:*`, `*`)."""

    def holds(statement: dict[str, Any]) -> Truth:
        actions = _any(statement.get("Action"), lambda action: _ends(action, "*", ":*"))
        return min(_effect(statement, "Allow"), max(actions, truth("NotAction" in statement)))

    return _some(policy, holds)


def wildcard_resource(policy: Any, *prefixes: str) -> Any:
    """Tell whether some statement allows, on every resource, an action that begins with one of `prefixes`."""

    def holds(statement: dict[str, Any]) -> Truth:
        wanted = _any(statement.get("Action"), lambda action: _begins(action, prefixes or ("",)))
        return min(_effect(statement, "Allow"), _on_everything(statement), wanted)

    return _some(policy, holds)


def covers(statement: Any, *names: str) -> Any:
    """List the named actions that a statement's patterns cover, leaving out `*` and whole services (`iam:*`)."""
    actions = statement.get("Action") if isinstance(statement, dict) else statement
    if actions is None or isinstance(actions, Unknown):
        return [] if actions is None else actions
    covered: list[Any] = []
    for action in actions if isinstance(actions, list) else [actions]:
        if isinstance(action, Unknown):
            covered.append(Unknown(action.why))
        elif not str(action).endswith(("*:*", ":*")) and action != "*":
            covered.extend(_fitting(str(action), names))
    return covered


def own(arns: Any) -> Any:
    """Leave out of a list of managed policies those that AWS itself made."""
    if arns is None or (isinstance(arns, Unknown) and not arns.present):
        return arns
    return [arn for arn in (arns if isinstance(arns, list) else [arns]) if not _made_by_aws(arn)]


def _made_by_aws(arn: Any) -> bool:
    parts = arn.parts if isinstance(arn, Composite) else (arn,)
    return any(isinstance(part, str) and ":iam::aws:policy/" in part for part in parts)


def unlimited(statement: Any) -> Any:
    """Tell whether a statement is about every resource, or every one of a type: `*`, `arn:aws:iam::*:role/*`."""
    if not isinstance(statement, dict):
        return statement
    if "NotResource" in statement:
        return True
    held = _any(statement.get("Resource"), _all_of_a_type)
    return Unknown("part of the resources is not known") if held is Truth.UNKNOWN else held is Truth.YES


def trusts_service(policy: Any) -> Any:
    """Tell whether some statement trusts an AWS service without naming for whom it may act."""

    def holds(statement: dict[str, Any]) -> Truth:
        principal = statement.get("Principal")
        service = truth(isinstance(principal, dict) and principal.get("Service") is not None)
        return min(_effect(statement, "Allow"), service, -_narrowed(statement))

    return _some(policy, holds)


def statements(policy: Any) -> Any:
    """Return the statements of a document as a list; unknown when it is not readable."""
    if isinstance(policy, str):
        try:
            policy = json.loads(policy)
        except (ValueError, RecursionError):
            return Unknown("the policy is not valid JSON")
    if isinstance(policy, Composite):
        structure = decoded(policy)
        policy = policy if structure is None else structure
    if isinstance(policy, Unknown):
        return policy
    found = policy.get("Statement") if isinstance(policy, dict) else None
    if found is None:
        return []
    return found if isinstance(found, list | Unknown) else [found]


def _some(policy: Any, holds: Holds) -> Any:
    """Return whether a statement holds for some statement, as a query value; None policy means none."""
    found = statements(policy)
    if isinstance(found, Unknown):
        return found
    decided, doubt = Truth.NO, Unknown("part of the policy is not known")
    for statement in found:
        if isinstance(statement, dict):
            held = holds(statement)
        else:
            held = Truth.UNKNOWN
            doubt = statement if isinstance(statement, Unknown) else doubt
        decided = max(decided, held)
    return Unknown(doubt.why) if decided is Truth.UNKNOWN else decided is Truth.YES


def _effect(statement: dict[str, Any], effect: str) -> Truth:
    return _is(statement.get("Effect"), effect)


def _everyone(statement: dict[str, Any]) -> Truth:
    principal = statement.get("Principal")
    if "NotPrincipal" in statement:
        return Truth.YES
    if not isinstance(principal, dict):
        return _is(principal, "*")
    return _any(principal.get("AWS"), lambda who: _is(who, "*"))


def _on_everything(statement: dict[str, Any]) -> Truth:
    if "NotResource" in statement:
        return Truth.YES
    return _any(statement.get("Resource"), lambda resource: _is(resource, "*", "arn:aws:*"))


def _narrowed(statement: dict[str, Any]) -> Truth:
    condition = statement.get("Condition")
    if isinstance(condition, Unknown):
        return Truth.UNKNOWN
    return max((truth(key.split("/")[0] in NARROWING) for key in _condition_keys(condition)), default=Truth.NO)


def _condition_keys(condition: Any) -> list[str]:
    tests = condition.values() if isinstance(condition, dict) else ()
    return [str(key).lower() for test in tests if isinstance(test, dict) for key in test]


def _has_key(statement: dict[str, Any], key: str) -> Truth:
    condition = statement.get("Condition")
    return Truth.UNKNOWN if isinstance(condition, Unknown) else truth(key in _condition_keys(condition))


def _tested(statement: dict[str, Any], key: str, value: str) -> Truth:
    condition = statement.get("Condition")
    if isinstance(condition, Unknown):
        return Truth.UNKNOWN
    tests = condition.values() if isinstance(condition, dict) else ()
    found = [v for test in tests if isinstance(test, dict) for k, v in test.items() if str(k).lower() == key]
    return max((_any(v, lambda each: _is(each, value)) for v in found), default=Truth.NO)


def _any(values: Any, holds: Callable[[Any], Truth]) -> Truth:
    if values is None:
        return Truth.NO
    return max((holds(value) for value in (values if isinstance(values, list) else [values])), default=Truth.NO)


def _is(value: Any, *options: str) -> Truth:
    if isinstance(value, Composite):
        return Truth.NO if any(isinstance(part, str) and part.strip("*:") for part in value.parts) else Truth.UNKNOWN
    if isinstance(value, Unknown):
        return Truth.NO if isinstance(value, Ref) else Truth.UNKNOWN
    return truth(str(value).lower() in [option.lower() for option in options])


def _begins(action: Any, prefixes: tuple[str, ...]) -> Truth:
    if isinstance(action, Unknown):
        return Truth.UNKNOWN
    text = str(action).lower()
    stem = text.partition("*")[0]
    return truth(any(text.startswith(p) or ("*" in text and p.startswith(stem)) for p in prefixes))


def _ends(action: Any, *options: str) -> Truth:
    if isinstance(action, Unknown):
        return Truth.UNKNOWN
    return truth(str(action) == options[0] or any(str(action).endswith(option) for option in options[1:]))


@lru_cache(maxsize=4096)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(text).replace(r"\*", ".*").replace(r"\?", "."), re.IGNORECASE)


@lru_cache(maxsize=16384)
def _fitting(pattern: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that a pattern fits; an account's policies name the same actions again and again."""
    return tuple(name for name in names if _pattern(pattern).fullmatch(name))


def _all_of_a_type(resource: Any) -> Truth:
    """Judge one resource pattern of a statement by the last field of its ARN."""
    parts = resource.parts if isinstance(resource, Composite) else (resource,)
    doubt = truth(True) if all(not isinstance(p, Unknown) or p.present for p in parts) else Truth.UNKNOWN
    text = "".join(_UNSEEN if isinstance(part, Unknown) else str(part) for part in parts)
    if text.startswith(_UNSEEN):
        return -doubt
    fields = text.split(":", 5)
    if len(fields) < _ARN_FIELDS:
        return truth(text.endswith("*"))
    if _UNSEEN in fields[-1] or _UNSEEN in fields[2]:
        return -doubt
    every = _EVERY_BUCKET if fields[2] == "s3" else _EVERY_RESOURCE
    return truth(every.fullmatch(fields[-1]) is not None)


_UNSEEN = "\ue000"
_ARN_FIELDS = 6
_EVERY_BUCKET = re.compile(r"\*(/\*)*")
_TYPES = (
    "alias|db|dbuser|document|function|group|instance|instance-profile|key|layer|log-group|mfa|parameter|policy"
    "|repository|role|saml-provider|oidc-provider|secret|stack|table|user"
)
_EVERY_RESOURCE = re.compile(rf"(?:(?:{_TYPES})[:/]|/)?\*(?:[:/]\*)*")
"""Types whose name stands before the resource's own; elsewhere the first word may be the name of one resource."""


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "policy_admin": admin,
    "policy_covers": covers,
    "policy_own": own,
    "policy_public": public,
    "policy_public_actions": public_actions,
    "policy_statements": statements,
    "policy_tls_only": tls_only,
    "policy_trusts_service": trusts_service,
    "policy_unlimited": unlimited,
    "policy_wildcard_resource": wildcard_resource,
    "policy_wildcard_service": wildcard_service,
}
