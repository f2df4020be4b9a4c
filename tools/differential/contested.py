"""Rules on which the oracle is taken to be wrong: what AWS publishes says otherwise, or leaves it open.

An entry holds a recast: it rewrites a case so that our engine reads it as the oracle does. A difference is put down to
an entry only where the recast case gets the oracle's answer; so an entry hides nothing but what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from tools.differential import ours
from tools.differential.case import Case, Document, told

NEVER = "arn:aws:none:::never"
"""A resource that nothing is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """One rule on which the two differ."""

    id: str
    published: str
    """What AWS publishes, in our words, and where."""
    ours: str
    theirs: str
    recast: Callable[[Case], Case]
    """Rewrites a case into one that says to us what it says to the oracle."""
    example: Case
    """A case that they differ on."""


def example(statement: Document, **more: Any) -> Case:
    """Return a case of a user, with one statement in an identity policy; `more` are other fields of the case."""
    policy: Document = {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*"} | statement}
    account = "111111111111"
    fields: dict[str, Any] = {
        "feature": "contested",
        "caller": "user",
        "arn": f"arn:aws:iam::{account}:user/ann",
        "action": "sqs:SendMessage",
        "resource": f"arn:aws:sqs:us-east-1:{account}:jobs",
        "account": account,
        "owner": account,
        "identity": (policy,),
    }
    return Case(**(fields | more))


def contested(case: Case, theirs: str) -> str | None:
    """Return the id of the entry that explains the oracle's verdict on a case, `several` for more than one."""
    for entry in CONTESTED:
        other = entry.recast(case)
        if other != case and ours.verdict(other) == theirs:
            return entry.id
    together = case
    for entry in CONTESTED:
        together = entry.recast(together)
    return "several" if together != case and ours.verdict(together) == theirs else None


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
    statements: Any = document["Statement"]
    return statements if isinstance(statements, list) else [statements]


def by_statement(change: Callable[[Document], Document]) -> Callable[[Document], Document]:
    """Return the change of a policy that changes each of its statements."""
    return lambda document: document | {"Statement": [change(one) for one in said(document)]}


def texts(value: Any) -> list[str]:
    """Return the texts of an element that may be one or a list."""
    return [value] if isinstance(value, str) else list(value)


def _patterns(case: Case, unmatched: Callable[[str], bool]) -> Case:
    def change(statement: Document) -> Document:
        named = {name: statement[name] for name in ("Resource", "NotResource") if name in statement}
        swapped = {n: [NEVER if unmatched(text) else text for text in texts(v)] for n, v in named.items()}
        return statement | {name: swapped[name] for name in swapped if swapped[name] != texts(named[name])}

    return rewritten(case, by_statement(change))


def _type(pattern: str) -> str:
    """Return what comes before the first slash or colon of the last part of an ARN; nothing for buckets."""
    parts = pattern.split(":", 5)
    if len(parts) < 6 or parts[2] == "s3":
        return ""
    return re.match(r"[^:/]*[:/]|", parts[5])[0]  # type: ignore[index]  # the empty alternative always matches


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
        spared = statement.get("NotPrincipal")
        names = texts(spared.get("AWS", [])) if isinstance(spared, dict) else []
        if not {case.account, f"arn:aws:iam::{case.account}:root"} & {*names} or not case.account:
            return statement
        more = [case.arn, *([case.session_arn()] if case.session else [])]
        return statement | {"NotPrincipal": {**spared, "AWS": [*names, *more]}}

    return rewritten(case, by_statement(change))


def session_limited(case: Case) -> Case:
    """A session policy limits everything, as a service control policy does."""
    if case.session_policy is None:
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


def _unresolved(case: Case, text: str) -> bool:
    known = {key.lower() for key in (*told(case), *case.context)}
    return any(name.lower() not in known for name in re.findall(r"\$\{([^*?$,}][^,}]*)\}", text))


def unresolved_negated(case: Case) -> Case:
    """A negated operator fails where a variable in its values has none."""
    known = {key.lower(): value for key, value in (told(case) | {**case.context}).items()}

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
        own = case.context.get(key, "")
        mixed = any("/" not in text and (":" in text) != (":" in own) for text in values)
        return name, [*values, own] if name.startswith("NotIp") and own and mixed else values

    return _conditions(case, change)


def no_arns(case: Case) -> Case:
    """Negated ARN operators fail where a value is no ARN of six parts."""
    known = told(case) | {**case.context}

    def change(name: str, key: str, values: list[str]) -> tuple[str, list[str]]:
        own = known.get(key)
        short = name.startswith("ArnNot") and own is not None and any(text.count(":") < 5 for text in values)
        return name, [*values, *texts(own)] if short else values

    return _conditions(case, change)


_SESSION_ARN = "arn:aws:sts::111111111111:assumed-role/dev/ci"
_PROVIDER = "arn:aws:iam::111111111111:oidc-provider/ci.example.com"
SESSION: Mapping[str, Any] = {"caller": "session", "arn": "arn:aws:iam::111111111111:role/dev", "session": "ci"}
FEDERATED: Mapping[str, Any] = {
    "caller": "federated",
    "federated": _PROVIDER,
    "arn": "",
    "account": "",
    "identity": (),
    "action": "sts:AssumeRoleWithWebIdentity",
    "resource": "arn:aws:iam::111111111111:role/web",
}
FROM: Mapping[str, str] = {
    "aws:SourceIp": "10.1.2.3",
    "aws:VpcSourceIp": "2001:db8::1",
    "aws:CurrentTime": "2025-01-01T00:00:00Z",
}


def policy(*statements: Document, version: str = "2012-10-17") -> Document:
    """Return a policy of statements about everything, each an Allow but for what it says itself."""
    return {
        "Version": version,
        "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"} | one for one in statements],
    }


def about(document: Document, element: str) -> Document:
    """Return a policy without one element."""
    return document | {"Statement": [{k: v for k, v in one.items() if k != element} for one in said(document)]}


OLD = about(policy({"NotResource": "arn:aws:sqs:*:*:${aws:username, 'jobs'}"}, version="2008-10-17"), "Resource")
ALL_BUT_THE_ACCOUNT = policy({"Effect": "Deny", "NotPrincipal": {"AWS": "111111111111"}})
FOR_THE_SESSION = policy({"Principal": {"AWS": _SESSION_ARN}})
NOTHING = policy({"Action": "s3:ListAllMyBuckets"})
TRUST = about(
    policy({"Principal": {"Federated": _PROVIDER}}, {"Effect": "Deny", "Principal": {"AWS": "111111111111"}}),
    "Resource",
)
NONE_OF_SQS = policy({"Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "arn:aws:sqs:*"})

CONTESTED: tuple[Contested, ...] = (
    Contested(
        id="wild cards in the type of resource",
        published="IAM user guide, reference of ARNs: the type of resource (`user` in an ARN of IAM) may not have a "
        "wild card; what such a pattern matches once it is in a policy is not said, and IAM accepts it.",
        ours="It matches like any other part: a grant is not overlooked.",
        theirs="It matches nothing; in NotResource, it excepts nothing.",
        recast=wild_types,
        example=example(
            {"Resource": "arn:aws:iam::*:us*/bob"}, action="iam:GetUser", resource="arn:aws:iam::111111111111:user/bob"
        ),
    ),
    Contested(
        id="variables at the start of a name",
        published="IAM user guide, policy variables: they may stand in the last part of an ARN, and "
        "take a default value.",
        ours="`${aws:username, 'jobs'}` is one variable.",
        theirs="The colon within the variable is taken for the end of the type of resource, and nothing matches.",
        recast=split_variables,
        example=example({"Resource": "arn:aws:sqs:*:*:${aws:Ghost, 'jobs'}"}),
    ),
    Contested(
        id="variables in policies of 2008",
        published="IAM user guide, element Version: variables count from version 2012-10-17 on; before, "
        "they are plain text.",
        ours="`${aws:username}` is text in such a policy.",
        theirs="It is replaced in any version.",
        recast=old_variables,
        example=example({}, identity=(OLD,)),
    ),
    Contested(
        id="the network 0.0.0.0/0",
        published="IAM user guide, IP address operators: values are CIDR; 0.0.0.0/0 is every IPv4 address.",
        ours="Every IPv4 address is in it.",
        theirs="Only 0.0.0.0 is: a shift by 32 bits is one by none in JavaScript.",
        recast=whole_internet,
        example=example({"Resource": "*", "Condition": {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}}, context=FROM),
    ),
    Contested(
        id="dates in seconds since 1970",
        published="IAM user guide, date operators: a W3C date, or UNIX time, which is in seconds.",
        ours="1767225600 is the start of 2026.",
        theirs="It is in January 1970: compared as milliseconds.",
        recast=epoch_seconds,
        example=example(
            {"Resource": "*", "Condition": {"DateLessThan": {"aws:CurrentTime": "1767225600"}}}, context=FROM
        ),
    ),
    Contested(
        id="ForAnyValue with IfExists",
        published="IAM user guide, IfExists: may follow any operator but Null, and is true where the key is missing; "
        "ForAnyValue by itself is false then.",
        ours="ForAnyValue:...IfExists is true where the key is missing.",
        theirs="It is false.",
        recast=any_if_exists,
        example=example(
            {"Resource": "*", "Condition": {"ForAnyValue:StringEqualsIfExists": {"aws:TagKeys": "team"}}},
        ),
    ),
    Contested(
        id="NotPrincipal with an account",
        published="IAM user guide, NotPrincipal: its example lists user Bob and Bob's account to deny all but Bob; the "
        "account alone spares no user of it.",
        ours="The account spares its root user; users and roles have to be named too.",
        theirs="The account spares everyone in it; a comment in its source says this is not tested.",
        recast=account_spared,
        example=example({"Resource": "*"}, resource_policy=ALL_BUT_THE_ACCOUNT),
    ),
    Contested(
        id="session policies and resource policies",
        published="IAM user guide, session policies: what a resource policy gives to the ARN of the session is added "
        "after the session is made, and the session policy does not limit it; for the ARN of the role it does.",
        ours="A session that is named by its own ARN, or by `*`, is not limited.",
        theirs="The session policy limits it all the same.",
        recast=session_limited,
        example=example({"Resource": "*"}, **SESSION, resource_policy=FOR_THE_SESSION, session_policy=NOTHING),
    ),
    Contested(
        id="federated identities and accounts",
        published="IAM user guide, element Principal: an account stands for its root user, its users and roles.",
        ours="Somebody who comes with a token of a provider is none of these.",
        theirs="The account in the ARN of the provider is taken for that of the caller.",
        recast=federated_account,
        example=example({}, **FEDERATED, resource_policy=TRUST),
    ),
    Contested(
        id="short ARNs in resource control policies",
        published="IAM user guide, element Resource: `*` at the end of a part goes beyond the colons.",
        ours="`arn:aws:s3:*` is everything of S3.",
        theirs="It matches nothing in a resource control policy, and everything of S3 in others.",
        recast=control_short_arns,
        example=example({"Resource": "*"}, resource_controls=((NONE_OF_SQS,),)),
    ),
    Contested(
        id="variables without a value, negated",
        published="IAM user guide, policy variables with no value: nothing is equal to or like them, and so the "
        "negated operators hold.",
        ours="StringNotLike `${aws:Ghost}` holds.",
        theirs="It does not.",
        recast=unresolved_negated,
        example=example(
            {"Resource": "*", "Condition": {"StringNotLike": {"aws:username": "${aws:Ghost}"}}},
        ),
    ),
    Contested(
        id="variables without a value in NotResource",
        published="IAM user guide, policy variables with no value: nothing is like them.",
        ours="NotResource `${aws:Ghost}` excepts nothing: the statement is about everything.",
        theirs="The statement is void.",
        recast=unresolved_excepted,
        example=example({"NotResource": "arn:aws:sqs:*:*:jobs${aws:Ghost}"}),
    ),
    Contested(
        id="single addresses of the other kind",
        published="IAM user guide, IP address operators: NotIpAddress holds for all addresses but the given ones, "
        "IPv4 or IPv6.",
        ours="2001:db8::1 is not 10.0.0.1.",
        theirs="NotIpAddress `10.0.0.1` fails for it, though `10.0.0.1/32` holds.",
        recast=mixed_addresses,
        example=example(
            {"Resource": "*", "Condition": {"NotIpAddress": {"aws:VpcSourceIp": "10.0.0.1"}}}, context=FROM
        ),
    ),
    Contested(
        id="what is no ARN, negated",
        published="IAM user guide, ARN operators: each of the six parts of an ARN is compared by itself; of a value with "
        "fewer parts nothing is said.",
        ours="ArnNotLike `arn:*` holds, as ArnLike `arn:*` does not.",
        theirs="Neither holds.",
        recast=no_arns,
        example=example({"Resource": "*", "Condition": {"ArnNotLike": {"aws:PrincipalArn": "arn:*"}}}),
    ),
)
