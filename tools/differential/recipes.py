"""A recipe for each feature of the policy language and of the evaluation logic: how to make random cases of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from random import Random
from typing import Any

from bartizan.identity.aws import actions, managed
from tools.differential.case import Case, Document, told
from tools.differential.conditions import FAMILIES, conditions, context
from tools.differential.policies import (
    ALLOW_ALL,
    GUARDED,
    KMS,
    OWN,
    PLAIN,
    SERVICES,
    TARGETS,
    asked,
    document,
    statement,
)  # fmt: skip

Recipe = Callable[[Random], Case]


def cases(count: int, seed: int, features: tuple[str, ...] = ()) -> Iterator[Case]:
    """Yield `count` cases, as many of each feature as of any other."""
    chosen = features or tuple(RECIPES)
    for number in range(count):
        feature = chosen[number % len(chosen)]
        yield replace(RECIPES[feature](Random(f"{seed}/{number}")), feature=feature)


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
    case = replace(case, organization="o-one" if case.owner == OWN else case.organization)
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
    provider = f"arn:aws:iam::{OWN}:{random.choice(('oidc-provider/ci.example.com', 'saml-provider/office'))}"
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
    closed = base.action.startswith("s3:") and random.random() < 0.2
    case = replace(base, caller="anonymous", arn="", session="", account="", organization="", tags={})
    return _with_policy(random, replace(case, block_public=closed), tested=0.3)


def block_public(random: Random) -> Case:
    """S3 Block Public Access."""
    case = asked(random, {name: TARGETS[name] for name in TARGETS if name.startswith("s3:")}, across=0.6)
    case = replace(case, identity=(ALLOW_ALL,), block_public=random.random() < 0.8)
    said = statement(random, case, named=True, deny=0.05, negated=0.0, tested=0.5)
    return replace(case, resource_policy={"Version": "2012-10-17", "Statement": [said]})


def endpoint(random: Random) -> Case:
    """The policy of the VPC endpoint that a request comes through."""
    case = asked(random, {name: TARGETS[name] for name in ("s3:GetObject", "sqs:SendMessage", "dynamodb:GetItem")})
    case = replace(case, identity=(document(random, case),))
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


def managed_policies(random: Random) -> Case:
    """The policies that AWS manages, and an action that one of their patterns is about."""
    text = managed.document(random.choice(managed.arns())) or "{}"
    policy = json.loads(text)
    said = policy["Statement"] if isinstance(policy["Statement"], list) else [policy["Statement"]]
    pattern = random.choice(_texts(random.choice(said).get("Action", "s3:*")))
    case = _about(random, random.choice(actions.expand(pattern) or ("s3:GetObject",)))
    return replace(case, identity=(policy,))


def every_action(random: Random) -> Case:
    """Any action that is published, on a resource of one of its types."""
    case = _about(random, random.choice(actions.names()))
    return replace(case, identity=(document(random, case),))


def _about(random: Random, action: str) -> Case:
    name = random.choice(("main", "prod-1", "aws-sam-x", "Ann"))
    target = random.choice(actions.resources(action)).replace("arn:*:", "arn:aws:", 1)
    parts = target.split(":", 5)
    if len(parts) == 6:
        place = {3: "us-east-1", 4: OWN}
        parts = [place.get(at, name) if part == "*" else part.replace("*", name) for at, part in enumerate(parts)]
    case = asked(random, {action: ":".join(parts)})
    guarded = ":key/" in case.resource or (action.startswith("sts:") and ":role/" in case.resource)
    return replace(case, resource_policy=DEFAULT) if guarded else case


DEFAULT: Document = {
    "Version": "2012-10-17",
    "Statement": {"Effect": "Allow", "Principal": {"AWS": OWN}, "Action": "*", "Resource": "*"},
}
"""What keys and roles that trust their account have: there are none without a policy."""


def reserved(random: Random) -> Case:
    """What AWS keeps for itself, and what is like it."""
    targets = {
        "iam:AttachRolePolicy": f"arn:aws:iam::{OWN}:role/{random.choice(('aws-reserved/sso.amazonaws.com/', ''))}a",
        "iam:CreatePolicyVersion": f"arn:aws:iam::{random.choice((OWN, 'aws'))}:policy/ReadOnlyAccess",
        "iam:GetPolicy": "arn:aws:iam::aws:policy/ReadOnlyAccess",
        "kms:DeleteAlias": f"arn:aws:kms:us-east-1:{OWN}:alias/{random.choice(('aws/s3', 'mine'))}",
    }
    case = asked(random, targets)
    return replace(case, identity=(ALLOW_ALL,) if random.random() < 0.7 else (document(random, case),))


def partitions(random: Random) -> Case:
    """China and the government's regions: ARNs start otherwise."""
    case = random.choice((resource_policy, assume_role, identity, session_policy))(random)
    partition = random.choice(("aws-cn", "aws-us-gov"))
    changed = {field.name: _moved(getattr(case, field.name), partition) for field in fields(Case)}
    return Case(**changed)


def _moved(value: Any, partition: str) -> Any:
    if isinstance(value, str):
        return value.replace("arn:aws:", f"arn:{partition}:")
    if isinstance(value, dict):
        return {name: _moved(part, partition) for name, part in value.items()}
    return type(value)(_moved(part, partition) for part in value) if isinstance(value, (list, tuple)) else value


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


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
    "AWS managed policies": managed_policies,
    "every action": every_action,
    "kept by AWS": reserved,
    "other partitions": partitions,
    "everything": all_together,
}
