"""Random requests, and random policies that have about an even chance to apply to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from tools.differential.case import Case, Document, told
from tools.differential.conditions import conditions, context

OWN, OTHER = "111111111111", "222222222222"
TARGETS: Mapping[str, str] = {
    "s3:GetObject": "arn:aws:s3:::orders/2026/a.json",
    "s3:PutObject": "arn:aws:s3:::orders/in/b.json",
    "s3:ListBucket": "arn:aws:s3:::orders",
    "s3:PutBucketPolicy": "arn:aws:s3:::orders",
    "sqs:SendMessage": "arn:aws:sqs:us-east-1:{owner}:jobs",
    "sqs:ReceiveMessage": "arn:aws:sqs:us-east-1:{owner}:jobs",
    "sns:Publish": "arn:aws:sns:us-east-1:{owner}:news",
    "secretsmanager:GetSecretValue": "arn:aws:secretsmanager:us-east-1:{owner}:secret:db-AbCdEf",
    "lambda:InvokeFunction": "arn:aws:lambda:us-east-1:{owner}:function:resize",
    "dynamodb:GetItem": "arn:aws:dynamodb:us-east-1:{owner}:table/carts",
    "ecr:BatchGetImage": "arn:aws:ecr:us-east-1:{owner}:repository/shop/web",
    "events:PutEvents": "arn:aws:events:us-east-1:{owner}:event-bus/main",
}
PLAIN: Mapping[str, str] = {
    "iam:PassRole": "arn:aws:iam::{owner}:role/deploy",
    "iam:CreateAccessKey": "arn:aws:iam::{owner}:user/ann",
    "ec2:StopInstances": "arn:aws:ec2:us-east-1:{owner}:instance/i-0a1b2c",
    "ssm:GetParameter": "arn:aws:ssm:us-east-1:{owner}:parameter/app/key",
    "rds:DeleteDBInstance": "arn:aws:rds:us-east-1:{owner}:db:main",
    "ec2:DescribeInstances": "*",
    "s3:ListAllMyBuckets": "*",
    "iam:ListUsers": "*",
}
"""Actions on what has no resource policy."""
KMS: Mapping[str, str] = dict.fromkeys(
    ("kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"), "arn:aws:kms:us-east-1:{owner}:key/1234abcd"
)
GUARDED = ("s3:GetObject", "s3:PutObject", "sqs:SendMessage", "secretsmanager:GetSecretValue", "s3:ListBucket")
"""Actions of services that resource control policies cover."""
SERVICES = ("lambda.amazonaws.com", "sns.amazonaws.com", "cloudtrail.amazonaws.com")
ALLOW_ALL: Document = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}


def asked(random: Random, among: Mapping[str, str], *, across: float = 0.0) -> Case:
    """Return a bare request of a user or role session; with a chance of `across` for something of another account."""
    action = random.choice(tuple(among))
    owner = OTHER if random.random() < across and among[action] != "*" else OWN
    caller = random.choice(("user", "session"))
    path = random.choice(("", "", "team/"))
    organization = random.choice(("", "o-one"))
    return Case(
        feature="",
        caller=caller,
        arn=f"arn:aws:iam::{OWN}:{'user' if caller == 'user' else 'role'}/{path}ann",
        session="ci" if caller == "session" else "",
        action=action,
        resource=among[action].format(owner=owner),
        account=OWN,
        owner=owner,
        organization=organization,
        owner_organization=organization if owner == OWN else random.choice(("", "o-one", "o-two")),
        context=context(random),
        tags=random.choice(({}, {"team": "red"}, {"team": "orders", "env": "prod"})),
    )


def document(random: Random, case: Case, **shape: Any) -> Document:
    """Return a policy of one to three statements about a case; `shape` goes to `statement`."""
    statements = [statement(random, case, **shape) for _ in range(random.choice((1, 1, 2, 3)))]
    whole = statements[0] if len(statements) == 1 and random.random() < 0.2 else statements
    return {"Version": "2012-10-17", "Statement": whole}


def statement(
    random: Random,
    case: Case,
    *,
    deny: float = 0.2,
    named: bool = False,
    negated: float = 0.1,
    tested: float = 0.15,
    family: str = "",
    variables: float = 0.0,
    resourceless: bool = False,
) -> Document:
    """Return a statement that has about an even chance to apply to a case.

    `deny`, `negated`, `tested` and `variables` are the chances of a denial, of the Not-elements, of conditions, and of
    policy variables; `named` is for resource policies, `resourceless` for those that name no resource.
    """
    found: Document = {"Effect": "Deny" if random.random() < deny else "Allow"}
    if named:
        element = "NotPrincipal" if found["Effect"] == "Deny" and random.random() < negated else "Principal"
        found[element] = principal(random, case, everyone=element == "Principal")
    found["NotAction" if random.random() < negated else "Action"] = listed(random, lambda: action(random, case))
    if not resourceless:
        element = "NotResource" if random.random() < negated else "Resource"
        found[element] = listed(random, lambda: resource(random, case, variables))
    if random.random() < tested:
        found["Condition"] = conditions(random, {**told(case), **case.context}, family)
    return found


def listed(random: Random, one: Callable[[], str]) -> str | list[str]:
    """Return one text or a list of up to three."""
    return one() if random.random() < 0.5 else list(dict.fromkeys(one() for _ in range(random.randint(1, 3))))


def action(random: Random, case: Case) -> str:
    """Return a pattern of actions, more often than not one that covers the case's."""
    service, name = case.action.split(":")
    at = random.randrange(1, len(name))
    near = (case.action, case.action.upper(), f"{service}:*", f"{service}:{name[:at]}*", "*")
    odd = (f"{service}:*{name[at:]}", f"{service}:{name[:at]}?{name[at + 1 :]}", f"{service}:{name[:at]}*{name[-1]}")
    far = ("ec2:RunInstances", "s3:GetBucketAcl", "sqs:Purge*", f"{service}:Nothing*", f"{service}:{name}?", "iam:*")
    return random.choice((*near, *near, *odd, *far))


def resource(random: Random, case: Case, variables: float = 0.0) -> str:
    """Return a pattern of resources, more often than not one that covers the case's."""
    if case.resource == "*":
        return random.choice(("*", "*", "*", "arn:aws:s3:::orders"))
    arn = case.resource
    head, tail = arn.rsplit(":", 1)
    if random.random() < variables:
        return f"{head}:{_varied(random, case, tail)}"
    at = random.randrange(1, len(tail))
    near = (
        arn,
        "*",
        f"{arn[: arn.index(':', 8)]}:*",
        f"{head}:{tail[:at]}*",
        f"{head}:*",
        f"{head}:{tail[:at]}?{tail[at + 1 :]}",
    )
    odd = (f"{head}:*{tail[at:]}", arn.replace("us-east-1", "*"), f"{arn}*", f"{head}:{tail[:at]}*{tail[-1]}")
    far = (f"{arn}?", f"{head}:other", arn.upper(), "arn:aws:s3:::elsewhere/*", f"{arn}/x", f"{head}:{tail[:-1]}")
    return random.choice((*near, *near, *odd, *far))


def _varied(random: Random, case: Case, tail: str) -> str:
    name = random.choice(
        ("aws:PrincipalTag/team", "aws:username", "aws:PrincipalAccount", "aws:UserAgent", "aws:Ghost")
    )
    value = {**told(case), **case.context}.get(name)
    if isinstance(value, str) and value in tail and value not in ("", "*"):
        return tail.replace(value, f"${{{name}}}", 1)
    return random.choice(
        (
            *(f"${{{name}}}", f"{tail[:3]}${{{name}}}*", f"{tail}${{{name}}}", f"*${{{name}, '{tail[-4:]}'}}"),
            *(f"${{{name}, '{tail}'}}", tail.replace("s", "${*}"), f"{tail[:-1]}${{?}}", f"${{{name}}}/*", "${*}"),
        )
    )


def principal(random: Random, case: Case, *, everyone: bool = True) -> Any:
    """Return a Principal element, more often than not one that names the caller."""
    if case.caller == "service" and random.random() < 0.7:
        return {"Service": random.choice((case.service, list(SERVICES)))}
    if case.caller == "federated" and random.random() < 0.8:
        return {"Federated": random.choice((case.federated, case.federated, "graph.facebook.com"))}
    account = case.account or OWN
    near = [f"arn:aws:iam::{account}:root", account, case.arn or f"arn:aws:iam::{OWN}:user/ann"]
    near += [case.session_arn()] if case.session else []
    far = [f"arn:aws:iam::{OWN}:user/bob", f"arn:aws:iam::{OTHER}:root", f"arn:aws:iam::{OWN}:role/other", OTHER]
    far += [f"{case.session_arn()}x"] if case.session else []
    wide = ["*", {"AWS": "*"}] if everyone else []
    named = {"AWS": random.choice(near)}
    several = {"AWS": [random.choice(near), random.choice(far)], "Service": random.choice(SERVICES)}
    return random.choice((*wide, named, named, named, several, {"AWS": random.choice(far)}))
