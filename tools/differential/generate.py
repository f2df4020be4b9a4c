"""Random cases, a recipe for each feature of the policy language and of the evaluation logic."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from random import Random
from typing import Any

from tools.differential.case import ENDPOINT, Case, Document, told
from tools.differential.conditions import FAMILIES, conditions, context

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

Recipe = Callable[[Random], Case]


def cases(count: int, seed: int, features: tuple[str, ...] = ()) -> Iterator[Case]:
    """Yield `count` cases, as many of each feature as of any other."""
    chosen = features or tuple(RECIPES)
    for number in range(count):
        feature = chosen[number % len(chosen)]
        yield replace(RECIPES[feature](Random(f"{seed}/{number}")), feature=feature)


def asked(random: Random, among: Mapping[str, str], *, across: float = 0.0) -> Case:
    """Return a bare request of a user or role session; with a chance of `across` for something of another account."""
    action = random.choice(tuple(among))
    owner = OTHER if random.random() < across else OWN
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
    near = (arn, "*", f"{head}:{tail[:at]}*", f"{head}:*", f"{head}:{tail[:at]}?{tail[at + 1 :]}")
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


def identity(random: Random) -> Case:
    """Identity policies alone: inline, managed and groups' come to the same."""
    case = asked(random, {**PLAIN, **TARGETS})
    return replace(case, identity=tuple(document(random, case) for _ in range(random.randint(0, 3))))


def wildcards(random: Random) -> Case:
    """Patterns of actions and resources, and no conditions."""
    case = asked(random, {**PLAIN, **TARGETS})
    return replace(case, identity=(document(random, case, tested=0, negated=0, deny=0.1),))


def negations(random: Random) -> Case:
    """NotAction and NotResource."""
    case = asked(random, {**PLAIN, **TARGETS})
    return replace(case, identity=(document(random, case, tested=0.1, negated=0.7),))


def variables(random: Random) -> Case:
    """Policy variables, with and without default values, in resources and conditions."""
    case = asked(random, TARGETS)
    policy = document(random, case, tested=0.2, variables=0.8)
    if random.random() < 0.5:
        name = random.choice(("aws:PrincipalTag/team", "aws:username", "aws:Ghost"))
        value = random.choice((f"${{{name}}}", f"${{{name}, 'red'}}", "${*}", f"x${{{name}}}*", f"${{{name.lower()}}}"))
        operator = random.choice(("StringEquals", "StringLike", "StringNotLike", "StringNotEqualsIgnoreCase"))
        first = policy["Statement"] if isinstance(policy["Statement"], dict) else policy["Statement"][0]
        first.setdefault("Condition", {}).setdefault(operator, {})["aws:PrincipalTag/team"] = value
    if random.random() < 0.15:
        policy["Version"] = "2008-10-17"
    return replace(case, identity=(policy,))


def tested(family: str) -> Recipe:
    """Return the recipe for the condition operators of a family."""

    def recipe(random: Random) -> Case:
        case = asked(random, {**PLAIN, **TARGETS})
        policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
        element = conditions(random, {**told(case), **case.context}, family)
        if random.random() < 0.5:
            policy["Statement"][0]["Condition"] = element  # type: ignore[index]  # a document is nested as it likes
            return replace(case, identity=(policy,))
        denial = {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": element}
        return replace(case, identity=(ALLOW_ALL, {"Version": "2012-10-17", "Statement": [denial]}))

    return recipe


def boundary(random: Random) -> Case:
    """A permissions boundary, with and without a resource policy."""
    case = asked(random, {**PLAIN, **TARGETS}, across=0.2)
    case = replace(case, identity=(document(random, case, deny=0.1),), boundary=document(random, case, deny=0.1))
    return _with_policy(random, case) if random.random() < 0.6 else case


def service_controls(random: Random) -> Case:
    """Service control policies on one to three levels."""
    case = asked(random, {**PLAIN, **TARGETS}, across=0.2)
    case = replace(case, organization="o-one", identity=(document(random, case, deny=0.1),))
    case = replace(case, owner_organization="o-one" if case.owner == OWN else case.owner_organization)
    levels = tuple(_level(random, case) for _ in range(random.randint(1, 3)))
    case = replace(case, service_controls=levels)
    return _with_policy(random, case) if random.random() < 0.5 else case


def _level(random: Random, case: Case) -> tuple[Document, ...]:
    others = [document(random, case, deny=0.5, negated=0.15) for _ in range(random.randint(0, 2))]
    return tuple([ALLOW_ALL, *others] if random.random() < 0.7 else others or [ALLOW_ALL])


def resource_controls(random: Random) -> Case:
    """Resource control policies: they may only deny."""
    case = asked(random, {name: TARGETS[name] for name in GUARDED}, across=0.4)
    case = replace(case, owner_organization="o-one", identity=(document(random, case, deny=0.1),))
    levels = tuple((_control(random, case),) for _ in range(random.randint(1, 2)))
    return _with_policy(random, replace(case, resource_controls=levels))


def _control(random: Random, case: Case) -> Document:
    service = case.action.split(":")[0]
    said = statement(random, case, deny=1.0, tested=0.7, negated=0.0)
    said |= {"Principal": "*", "Action": random.choice((case.action, f"{service}:*", f"{service}:Nothing"))}
    return {"Version": "2012-10-17", "Statement": [said]}


def session_policy(random: Random) -> Case:
    """A session policy, with resource policies that name the session, the role, or the account."""
    case = asked(random, {**PLAIN, **TARGETS}, across=0.2)
    case = replace(case, caller="session", arn=f"arn:aws:iam::{OWN}:role/ann", session="ci")
    case = replace(case, identity=(document(random, case, deny=0.1),))
    case = replace(case, session_policy=document(random, case, deny=0.1))
    return _with_policy(random, case) if random.random() < 0.6 else case


def resource_policy(random: Random) -> Case:
    """Resource policies within one account."""
    case = asked(random, TARGETS)
    return _with_policy(random, replace(case, identity=_maybe(random, case)))


def cross_account(random: Random) -> Case:
    """A resource of another account: both sides must allow."""
    case = asked(random, TARGETS, across=1.0)
    return _with_policy(random, replace(case, identity=(document(random, case, deny=0.05),)))


def not_principal(random: Random) -> Case:
    """NotPrincipal in resource policies."""
    case = asked(random, TARGETS, across=0.3)
    case = replace(case, identity=(ALLOW_ALL,))
    first = {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}
    said = statement(random, case, deny=1, named=True, negated=0, tested=0.2)
    said["NotPrincipal"] = said.pop("Principal")
    if said["NotPrincipal"] in ("*", {"AWS": "*"}):
        said["NotPrincipal"] = {"AWS": f"arn:aws:iam::{OWN}:user/bob"}
    policy = {"Version": "2012-10-17", "Statement": [first, said]}
    return replace(case, resource_policy=policy, boundary=ALLOW_ALL if random.random() < 0.1 else None)


def keys(random: Random) -> Case:
    """KMS: the key policy must allow, or leave it to the account's identity policies."""
    case = asked(random, KMS, across=0.3)
    case = replace(case, identity=_maybe(random, case))
    if random.random() < 0.3:
        case = replace(case, boundary=document(random, case, deny=0.1))
    return _with_policy(random, case)


def assume_role(random: Random) -> Case:
    """sts:AssumeRole: the trust policy, which names no resource, and identity policies."""
    case = asked(random, {"sts:AssumeRole": "arn:aws:iam::{owner}:role/target"}, across=0.4)
    case = replace(case, identity=_maybe(random, case))
    if random.random() < 0.2:
        case = replace(case, boundary=document(random, case, deny=0.1))
    trust = document(random, case, named=True, resourceless=True, negated=0.0)
    return replace(case, resource_policy=trust)


def federated(random: Random) -> Case:
    """sts:AssumeRoleWithWebIdentity: the trust policy alone decides."""
    provider = random.choice(("cognito-identity.amazonaws.com", "accounts.google.com"))
    case = Case(
        feature="",
        caller="federated",
        federated=provider,
        action="sts:AssumeRoleWithWebIdentity",
        resource=f"arn:aws:iam::{OWN}:role/web",
        owner=OWN,
        context={key: value for key, value in context(random).items() if not key.startswith("aws:Principal")},
    )
    trust = document(random, case, named=True, resourceless=True, negated=0.0, tested=0.4)
    return replace(case, resource_policy=trust)


def services(random: Random) -> Case:
    """A service calls by itself."""
    base = asked(random, {name: TARGETS[name] for name in TARGETS if name != "dynamodb:GetItem"})
    case = replace(base, caller="service", arn="", session="", account="", organization="", tags={})
    case = replace(case, service=random.choice(SERVICES))
    return _with_policy(random, case, tested=0.4)


def anonymous(random: Random) -> Case:
    """Nobody in particular asks, as for a public bucket."""
    base = asked(random, {name: TARGETS[name] for name in ("s3:GetObject", "s3:ListBucket", "sqs:SendMessage")})
    case = replace(base, caller="anonymous", arn="", session="", account="", organization="", tags={})
    return _with_policy(random, replace(case, block_public=random.random() < 0.2), tested=0.3)


def block_public(random: Random) -> Case:
    """S3 Block Public Access."""
    case = asked(random, {name: TARGETS[name] for name in TARGETS if name.startswith("s3:")}, across=0.6)
    case = replace(case, identity=(ALLOW_ALL,), block_public=random.random() < 0.8)
    said = statement(random, case, named=True, deny=0.05, negated=0.0, tested=0.5)
    return replace(case, resource_policy={"Version": "2012-10-17", "Statement": [said]})


def endpoint(random: Random) -> Case:
    """The policy of the VPC endpoint that a request comes through."""
    case = asked(random, {name: TARGETS[name] for name in ("s3:GetObject", "sqs:SendMessage", "dynamodb:GetItem")})
    case = replace(case, context={**case.context, "aws:SourceVpce": ENDPOINT}, identity=(document(random, case),))
    policy = document(random, case, negated=0.05)
    said = policy["Statement"] if isinstance(policy["Statement"], list) else [policy["Statement"]]
    return replace(case, endpoint=policy | {"Statement": [one | {"Principal": "*"} for one in said]})


def all_together(random: Random) -> Case:
    """Everything at once."""
    case = asked(random, {name: TARGETS[name] for name in GUARDED}, across=0.3)
    case = replace(case, organization="o-one", owner_organization="o-one", identity=_maybe(random, case))
    wide = {"deny": 0.1, "tested": 0.1}
    if random.random() < 0.4:
        case = replace(case, boundary=document(random, case, **wide))
    if random.random() < 0.4 and case.caller == "session":
        case = replace(case, session_policy=document(random, case, **wide))
    if random.random() < 0.5:
        case = replace(case, service_controls=tuple(_level(random, case) for _ in range(random.randint(1, 2))))
    if random.random() < 0.3:
        case = replace(case, resource_controls=((_control(random, case),),))
    return _with_policy(random, case) if random.random() < 0.7 else case


def _maybe(random: Random, case: Case) -> tuple[Document, ...]:
    return (document(random, case, deny=0.1),) if random.random() < 0.6 else ()


def _with_policy(random: Random, case: Case, **shape: Any) -> Case:
    if not any(case.action in group for group in (TARGETS, KMS)):
        return case
    return replace(case, resource_policy=document(random, case, named=True, **{"negated": 0.05, **shape}))


RECIPES: Mapping[str, Recipe] = {
    "identity policies": identity,
    "wildcards": wildcards,
    "NotAction, NotResource": negations,
    "policy variables": variables,
    **{f"conditions: {family}": tested(family) for family in FAMILIES},
    "permissions boundaries": boundary,
    "service control policies": service_controls,
    "resource control policies": resource_controls,
    "session policies": session_policy,
    "resource policies": resource_policy,
    "cross-account": cross_account,
    "NotPrincipal": not_principal,
    "KMS keys": keys,
    "sts:AssumeRole": assume_role,
    "web identity": federated,
    "service principals": services,
    "anonymous": anonymous,
    "S3 Block Public Access": block_public,
    "VPC endpoint policies": endpoint,
    "everything": all_together,
}
