"""Rewrites cases: each function makes of a case one that says to our engine what it says to the oracle."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tools.differential.case import Case, Document, told

NEVER = "arn:aws:none:::never"
"""A resource that nothing is."""


def rewritten(case: Case, change: Callable[[Document], Document]) -> Case:
    """Return a case with every policy changed."""

    def levels(of: tuple[tuple[Document, ...], ...]) -> tuple[tuple[Document, ...], ...]:
        return tuple(tuple(change(document) for document in level) for level in of)

    def one(document: Document | None) -> Document | None:
        return None if document is None else change(document)

    return replace(
        case,
        identity=tuple(change(document) for document in case.identity),
        boundary=one(case.boundary),
        session_policy=one(case.session_policy),
        service_controls=levels(case.service_controls),
        resource_controls=levels(case.resource_controls),
        resource_policy=one(case.resource_policy),
        endpoint=one(case.endpoint),
    )


def said(document: Document) -> list[Document]:
    """Return the statements of a policy."""
    statements: Any = document.get("Statement", [])
    return statements if isinstance(statements, list) else [statements]


def by_statement(change: Callable[[Document], Document]) -> Callable[[Document], Document]:
    """Return the change of a policy that changes each of its statements."""
    return lambda document: document | {"Statement": [change(one) for one in said(document)]}


def texts(value: Any) -> list[str]:
    """Return the texts of an element that may be one or a list; true, false and numbers as JSON has them."""
    return [one if isinstance(one, str) else json.dumps(one) for one in (value if isinstance(value, list) else [value])]


def _patterns(case: Case, unmatched: Callable[[str], bool]) -> Case:
    def change(statement: Document) -> Document:
        named = {name: statement[name] for name in ("Resource", "NotResource") if name in statement}
        swapped = {n: [NEVER if unmatched(text) else text for text in texts(v)] for n, v in named.items()}
        return statement | {name: swapped[name] for name in swapped if swapped[name] != texts(named[name])}

    return rewritten(case, by_statement(change))


def _type(pattern: str) -> str:
    """Return what comes before the first slash or colon of the last part of an ARN; nothing for buckets."""
    parts = pattern.split(":", 5)
    if len(parts) < 6 or parts[2:5] == ["s3", "", ""]:
        return ""
    return "".join(re.findall(r"^[^:/]*[:/]", parts[5]))


def wild_types(case: Case) -> Case:
    """Wild cards in the type of resource match nothing."""
    return _patterns(case, lambda text: "${" not in _type(text) and any(sign in _type(text) for sign in "*?"))


def split_variables(case: Case) -> Case:
    """A variable at the start of a resource's name is cut in two at its colon, and matches nothing."""
    return _patterns(case, lambda text: "${" in _type(text))


def old_variables(case: Case) -> Case:
    """Variables count in policies of any version."""
    return rewritten(case, lambda document: document | {"Version": "2012-10-17"})


def _conditions(case: Case, change: Callable[[str, str, list[str]], tuple[str, list[str]]]) -> Case:
    def per_statement(statement: Document) -> Document:
        if "Condition" not in statement:
            return statement
        element: dict[str, Any] = {}
        for operator, keys in statement["Condition"].items():
            for key, values in keys.items():
                name, changed = change(operator, key, texts(values))
                element.setdefault(name, {})[key] = values if changed == texts(values) else changed
        return statement | {"Condition": element}

    return rewritten(case, by_statement(per_statement))


def whole_internet(case: Case) -> Case:
    """A network of prefix length 0 is one address."""
    return _conditions(case, lambda name, _, values: (name, [re.sub(r"^([\d.]+)/0$", r"\1/32", v) for v in values]))


def epoch_seconds(case: Case) -> Case:
    """Seconds since 1970 are milliseconds."""

    def change(name: str, _: str, values: list[str]) -> tuple[str, list[str]]:
        return name, [_early(text) if name.startswith("Date") and text.isdecimal() else text for text in values]

    return _conditions(case, change)


def _early(text: str) -> str:
    return datetime.fromtimestamp(int(text) / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def any_if_exists(case: Case) -> Case:
    """IfExists does nothing to ForAnyValue."""

    def change(name: str, _: str, values: list[str]) -> tuple[str, list[str]]:
        return name.removesuffix("IfExists") if name.startswith("ForAnyValue") else name, values

    return _conditions(case, change)


def account_spared(case: Case) -> Case:
    """NotPrincipal with an account spares everyone in it."""

    def change(statement: Document) -> Document:
        spared: Any = statement.get("NotPrincipal")
        names = texts(spared.get("AWS", [])) if isinstance(spared, dict) else []
        if not {case.account, f"arn:aws:iam::{case.account}:root"} & {*names} or not case.account:
            return statement
        more = [case.arn, *([case.session_arn()] if case.session else [])]
        return statement | {"NotPrincipal": {**spared, "AWS": [*names, *more]}}

    return rewritten(case, by_statement(change))


def _names_session(statement: Document, case: Case) -> bool:
    named: Any = statement.get("Principal", {})
    names = texts(named.get("AWS", [])) if isinstance(named, dict) else texts(named)
    return statement["Effect"] == "Allow" and bool({"*", case.session_arn()} & {*names})


def session_limited(case: Case) -> Case:
    """A session policy limits what a resource policy gives to the session, as a service control policy does."""
    if case.session_policy is None or not any(_names_session(one, case) for one in said(case.resource_policy or {})):
        return case
    return replace(case, session_policy=None, service_controls=(*case.service_controls, (case.session_policy,)))


def federated_account(case: Case) -> Case:
    """A federated identity is of the account that its provider is in."""
    account = case.federated.split(":")[4] if case.federated.startswith("arn:") else ""
    names = {account, f"arn:aws:iam::{account}:root"}

    def change(statement: Document) -> Document:
        named = statement.get("Principal")
        met = account and isinstance(named, dict) and names & {*texts(named.get("AWS", []))}
        return statement | {"Principal": {"Federated": case.federated}} if met else statement

    return rewritten(case, by_statement(change))


def control_short_arns(case: Case) -> Case:
    """An ARN of less than six parts matches nothing in a resource control policy."""

    def change(statement: Document) -> Document:
        named = [NEVER if text != "*" and text.count(":") < 5 else text for text in texts(statement["Resource"])]
        return statement | {"Resource": named}

    levels = tuple(tuple(by_statement(change)(one) for one in level) for level in case.resource_controls)
    return replace(case, resource_controls=levels)


def _known(case: Case) -> dict[str, Any]:
    """Return the condition keys of a request in lower case, with their values."""
    return {key.lower(): value for key, value in (told(case) | {**case.context}).items()}


def _unresolved(case: Case, text: str) -> bool:
    return any(name.lower() not in _known(case) for name in re.findall(r"\$\{([^*?$,}][^,}]*)\}", text))


def unresolved_negated(case: Case) -> Case:
    """A negated operator fails where a variable in its values has none."""
    known = _known(case)

    def change(name: str, key: str, values: list[str]) -> tuple[str, list[str]]:
        own = known.get(key.lower())
        if "Not" not in name or own is None or not any(_unresolved(case, text) for text in values):
            return name, values
        return name, [*values, *texts(own)]

    return _conditions(case, change)


def unresolved_excepted(case: Case) -> Case:
    """NotResource with a variable that has no value makes the statement void."""

    def change(statement: Document) -> Document:
        patterns = texts(statement.get("NotResource", []))
        return statement | {"NotResource": "*"} if any(_unresolved(case, text) for text in patterns) else statement

    return rewritten(case, by_statement(change))


def mixed_addresses(case: Case) -> Case:
    """NotIpAddress with a single IPv4 address fails for IPv6 addresses."""

    def change(name: str, key: str, values: list[str]) -> tuple[str, list[str]]:
        own = _known(case).get(key.lower(), "")
        mixed = any("/" not in text and (":" in text) != (":" in own) for text in values)
        return name, [*values, own] if name.startswith("NotIp") and own and mixed else values

    return _conditions(case, change)


def no_arns(case: Case) -> Case:
    """Negated ARN operators fail where a value is no ARN of six parts."""
    known = _known(case)

    def change(name: str, key: str, values: list[str]) -> tuple[str, list[str]]:
        own = known.get(key.lower())
        short = name.startswith("ArnNot") and own is not None and any(text.count(":") < 5 for text in values)
        return name, [*values, *texts(own)] if short else values

    return _conditions(case, change)


def public_source(case: Case) -> Case:
    """To Block Public Access, ArnLike is never about one source, even without wild cards."""

    def change(name: str, key: str, values: list[str]) -> tuple[str, list[str]]:
        met = name == "ArnLike" and key.lower() == "aws:sourcearn"
        return name, [f"{text[:-1]}?" for text in values] if met else values

    return _conditions(case, change) if case.block_public else case
