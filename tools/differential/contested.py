"""Rules on which the oracle is taken to be wrong: what AWS publishes says otherwise, or leaves it open.

An entry holds a recast: it rewrites a case so that our engine reads it as the oracle does. A difference is put down to
an entry only where the recast case gets the oracle's answer; so an entry hides nothing but what it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tools.differential import ours, recasts
from tools.differential.case import Case, Document


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
USER: Mapping[str, str] = {"action": "iam:GetUser", "resource": "arn:aws:iam::111111111111:user/bob"}
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
    return document | {"Statement": [{k: v for k, v in one.items() if k != element} for one in document["Statement"]]}


OLD = about(policy({"NotResource": "arn:aws:dynamodb:*:*:table/${aws:username}"}, version="2008-10-17"), "Resource")
TABLE: Mapping[str, str] = {
    "action": "dynamodb:GetItem",
    "resource": "arn:aws:dynamodb:us-east-1:111111111111:table/ann",
}
ALL_BUT_THE_ACCOUNT = policy({"Effect": "Deny", "NotPrincipal": {"AWS": "111111111111"}})
FOR_THE_SESSION = policy({"Principal": {"AWS": _SESSION_ARN}})
NOTHING = policy({"Action": "s3:ListAllMyBuckets"})
TRUST = about(
    policy({"Principal": {"Federated": _PROVIDER}}, {"Effect": "Deny", "Principal": {"AWS": "111111111111"}}),
    "Resource",
)
NONE_OF_SQS = policy({"Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "arn:aws:sqs:*"})


_SOURCE = "arn:aws:sns:us-east-1:111111111111:news"
BUCKET: Mapping[str, Any] = {
    "action": "s3:ListBucket",
    "resource": "arn:aws:s3:::orders",
    "owner": "222222222222",
    "context": {"aws:SourceArn": _SOURCE},
    "resource_policy": policy({"Principal": "*", "Condition": {"ArnLike": {"aws:SourceArn": _SOURCE}}}),
    "block_public": True,
}


def tested(condition: Document) -> Case:
    """Return the example of a condition."""
    return example({"Resource": "*", "Condition": condition}, context=FROM)


CONTESTED: tuple[Contested, ...] = (
    Contested(
        id="wild cards in the type of resource",
        published="IAM user guide, reference of ARNs: the type of resource (`user` in an ARN of IAM) may not have a "
        "wild card; what such a pattern matches once it is in a policy is not said, and IAM accepts it.",
        ours="It matches like any other part: a grant is not overlooked.",
        theirs="It matches nothing; in NotResource, it excepts nothing.",
        recast=recasts.wild_types,
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
        recast=recasts.split_variables,
        example=example({"Resource": "arn:aws:sqs:*:*:${aws:Ghost, 'jobs'}"}),
    ),
    Contested(
        id="variables in policies of 2008",
        published="IAM user guide, element Version: variables count from version 2012-10-17 on; before, "
        "they are plain text.",
        ours="`${aws:username}` is text in such a policy.",
        theirs="It is replaced in any version.",
        recast=recasts.old_variables,
        example=example({}, **TABLE, identity=(OLD,)),
    ),
    Contested(
        id="the network 0.0.0.0/0",
        published="IAM user guide, IP address operators: values are CIDR; 0.0.0.0/0 is every IPv4 address.",
        ours="Every IPv4 address is in it.",
        theirs="Only 0.0.0.0 is: a shift by 32 bits is one by none in JavaScript.",
        recast=recasts.whole_internet,
        example=tested({"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}),
    ),
    Contested(
        id="dates in seconds since 1970",
        published="IAM user guide, date operators: a W3C date, or UNIX time, which is in seconds.",
        ours="1767225600 is the start of 2026.",
        theirs="It is in January 1970: compared as milliseconds.",
        recast=recasts.epoch_seconds,
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
        recast=recasts.any_if_exists,
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
        recast=recasts.account_spared,
        example=example({"Resource": "*"}, resource_policy=ALL_BUT_THE_ACCOUNT),
    ),
    Contested(
        id="session policies and resource policies",
        published="IAM user guide, session policies: what a resource policy gives to the ARN of the session is added "
        "after the session is made, and the session policy does not limit it; for the ARN of the role it does.",
        ours="A session that is named by its own ARN, or by `*`, is not limited.",
        theirs="The session policy limits it all the same.",
        recast=recasts.session_limited,
        example=example({"Resource": "*"}, **SESSION, resource_policy=FOR_THE_SESSION, session_policy=NOTHING),
    ),
    Contested(
        id="federated identities and accounts",
        published="IAM user guide, element Principal: an account stands for its root user, its users and roles.",
        ours="Somebody who comes with a token of a provider is none of these.",
        theirs="The account in the ARN of the provider is taken for that of the caller.",
        recast=recasts.federated_account,
        example=example({}, **FEDERATED, resource_policy=TRUST),
    ),
    Contested(
        id="short ARNs in resource control policies",
        published="IAM user guide, element Resource: `*` at the end of a part goes beyond the colons.",
        ours="`arn:aws:s3:*` is everything of S3.",
        theirs="It matches nothing in a resource control policy, and everything of S3 in others.",
        recast=recasts.control_short_arns,
        example=example({"Resource": "*"}, resource_controls=((NONE_OF_SQS,),)),
    ),
    Contested(
        id="variables without a value, negated",
        published="IAM user guide, policy variables with no value: nothing is equal to or like them, and so the "
        "negated operators hold.",
        ours="StringNotLike `${aws:Ghost}` holds.",
        theirs="It does not.",
        recast=recasts.unresolved_negated,
        example=example(
            {"Resource": "*", "Condition": {"StringNotLike": {"aws:username": "${aws:Ghost}"}}},
        ),
    ),
    Contested(
        id="variables without a value in NotResource",
        published="IAM user guide, policy variables with no value: nothing is like them.",
        ours="NotResource `${aws:Ghost}` excepts nothing: the statement is about everything.",
        theirs="The statement is void.",
        recast=recasts.unresolved_excepted,
        example=example({"NotResource": "arn:aws:dynamodb:*:*:table/ann${aws:Ghost}"}, **TABLE),
    ),
    Contested(
        id="single addresses of the other kind",
        published="IAM user guide, IP address operators: NotIpAddress holds for all addresses but the given ones, "
        "IPv4 or IPv6.",
        ours="2001:db8::1 is not 10.0.0.1.",
        theirs="NotIpAddress `10.0.0.1` fails for it, though `10.0.0.1/32` holds.",
        recast=recasts.mixed_addresses,
        example=example(
            {"Resource": "*", "Condition": {"NotIpAddress": {"aws:VpcSourceIp": "10.0.0.1"}}}, context=FROM
        ),
    ),
    Contested(
        id="what is no ARN, negated",
        published="IAM user guide, ARN operators: each of the six parts of an ARN is compared by itself; of a value "
        "with fewer parts nothing is said.",
        ours="ArnNotLike `arn:*` holds, as ArnLike `arn:*` does not.",
        theirs="Neither holds.",
        recast=recasts.no_arns,
        example=tested({"ArnNotLike": {"aws:PrincipalArn": "arn:*"}}),
    ),
    Contested(
        id="Block Public Access and ArnLike",
        published="S3 user guide, the meaning of public: a policy is not public where aws:SourceArn must have a fixed "
        "value, without wild cards and variables; operators are not told apart.",
        ours="ArnLike with a whole ARN is a fixed value.",
        theirs="ArnEquals alone is.",
        recast=recasts.public_source,
        example=example({"Resource": "*"}, **BUCKET),
    ),
)
