"""Random estates and questions: all that the index must not confuse, small enough to ask of every principal."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from bartizan.core.truth import Unknown
from bartizan.identity.aws.document import parse
from bartizan.identity.aws.estate import Account, Estate, Principal, Resource
from bartizan.identity.aws.statement import Document, Policy
from bartizan.identity.hole import hole

MANAGED = Path("/work/shared/data/iam/aws-managed-policies.ndjson.gz")
ACCOUNTS = ("111111111111", "222222222222", hole("account"))
NAMES = ("ann", "bob", "app", "ci")
ACTIONS = (
    "s3:GetObject", "s3:PutObject", "s3:ListBucket", "s3:*", "iam:PassRole", "sts:AssumeRole", "sts:TagSession",
    "kms:Decrypt", "kms:CreateGrant", "sqs:SendMessage", "ec2:RunInstances", "lambda:InvokeFunction",
    "secretsmanager:GetSecretValue", "sts:GetCallerIdentity", "brandnew:DoThing", "iam:CreateUser",
    "sts:AssumeRoleWithWebIdentity", "s3:GetObjec?", "*",
)  # fmt: skip
WIDER = ("s3:Get*", "s3:*", "*", "iam:*", "sts:*", "kms:*", "ec2:Run*", "*:Get*", "sqs:send*", "s3:*Object", "lambda:*")
PRINCIPAL_KEYS = (
    "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:PrincipalType", "aws:username",
    "aws:PrincipalTag/team", "aws:userid", "aws:PrincipalIsAWSService", "aws:PrincipalOrgPaths",
)  # fmt: skip
OTHER_KEYS = (
    "aws:SourceIp", "aws:MultiFactorAuthPresent", "aws:RequestedRegion", "aws:ResourceAccount", "aws:ResourceTag/team",
    "aws:ResourceOrgID", "s3:prefix", "aws:SourceArn", "sts:ExternalId", "aws:CurrentTime", "iam:PassedToService",
)  # fmt: skip
VALUES = (
    "111111111111", "222222222222", "true", "false", "o-1", "blue", "red", "${aws:username}",
    "${aws:PrincipalTag/team}",
    "arn:aws:iam::111111111111:role/app", "arn:aws:iam::*:role/*", "ann", "User", "AssumedRole", "10.0.0.0/8", "eu-*",
    "${aws:PrincipalAccount}", "${aws:PrincipalTag/team, 'blue'}", "2026-01-01T00:00:00Z", "lambda.amazonaws.com",
    hole("account"), "${aws:SourceIp}", "ann*", "o-1/r-1/*",
)  # fmt: skip
OPERATORS = (
    "StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "ArnLike", "ArnNotLike", "ArnEquals", "Bool",
    "StringEqualsIgnoreCase", "IpAddress", "NotIpAddress", "DateGreaterThan", "NumericLessThan", "StringEqualsIfExists",
    "StringNotEqualsIfExists", "BoolIfExists", "ArnNotLikeIfExists", "ForAnyValue:StringLike",
    "ForAllValues:StringEquals",
)  # fmt: skip


@lru_cache(maxsize=1)
def managed() -> tuple[Document | Unknown, ...]:
    """Return AWS's managed policies, parsed."""
    with gzip.open(MANAGED, "rt", encoding="utf-8") as stream:
        return tuple(parse(json.dumps(json.loads(line)["document"])) for line in stream)


@dataclass(slots=True)
class Maker:
    """Draws one estate."""

    choose: Random

    def some(self, of: tuple[str, ...], most: int = 3) -> list[str]:
        """Draw a few, at least one."""
        return self.choose.choices(of, k=self.choose.randint(1, most))

    def chance(self, share: float) -> bool:
        """Tell whether something that seldom happens does."""
        return self.choose.random() < share

    def estate(self) -> Estate:
        """Draw all of it."""
        accounts = [self.account(each) for each in ACCOUNTS if not self.chance(0.1)]
        people = [self.principal(account, kind, name)
                  for account in ACCOUNTS for kind in ("user", "role", "root") for name in NAMES
                  if (kind != "root" or name == "ann") and not self.chance(0.2)]  # fmt: skip
        things = [self.resource(arn, account) for account in ACCOUNTS for arn in arns(account) if not self.chance(0.2)]
        return Estate(
            accounts={each.id: each for each in accounts},
            principals=tuple(people),
            resources=tuple({each.arn: each for each in things}.values()),
            endpoints={"vpce-1": self.policy("vpce-1", principals=True)},
        )

    def account(self, number: str) -> Account:
        """Draw an account with its guardrails."""
        organization = self.choose.choice(("", "o-1", "o-1", "o-2", hole("organization")))
        return Account(
            id=number,
            organization=organization,
            path=Unknown("not seen") if self.chance(0.1) else f"{organization}/r-1/ou-{number[0]}/",
            management=self.chance(0.1),
            service_controls=self.controls(principals=False),
            resource_controls=self.controls(principals=True),
        )

    def controls(self, principals: bool) -> tuple[tuple[Policy, ...], ...] | Unknown:
        """Draw levels of guardrails."""
        kind = self.choose.random()
        if kind < 0.5:
            return ()
        if kind < 0.6:
            return Unknown("guardrails were not seen")
        said: dict[str, Any] = {"Effect": "Allow", "Action": "*", "Resource": "*"}
        everything = Policy(source="full", document=_parsed([said | ({"Principal": "*"} if principals else {})]))
        levels = self.choose.randint(1, 2)
        return tuple(
            tuple(
                policy
                for policy in (everything, self.policy(f"guard-{at}", principals=principals))
                if not self.chance(0.15)
            )
            for at in range(levels)
        )

    def principal(self, account: str, kind: str, name: str) -> Principal:
        """Draw a user, role or root user."""
        arn = f"arn:aws:iam::{account}:{kind}" + ("" if kind == "root" else f"/{name}")
        policies = [self.policy(f"{arn}#{at}") for at in range(self.choose.randint(0, 3))]
        if self.chance(0.3):
            documents = managed()
            policies.append(Policy(source="managed", document=self.choose.choice(documents)))
        return Principal(
            id=f"asset {arn}",
            arn=arn,
            account=account,
            policies=() if kind == "root" else tuple(policies),
            boundary=self.policy("boundary") if kind != "root" and self.chance(0.2) else None,
            through={f"{arn}#0": ("group",)} if kind == "user" else {},
            tags=self.tags(),
            more=("attachments were not seen",) if self.chance(0.07) else (),
            service_linked=kind == "role" and self.chance(0.1),
        )

    def resource(self, arn: str, account: str) -> Resource:
        """Draw something that is acted on."""
        kind = self.choose.random()
        trust = ":role/" in arn
        policy: Policy | Unknown | None = self.policy(arn, principals=True, bare=trust)
        if kind < 0.3 and not trust:
            policy = None
        elif kind < 0.35:
            policy = Unknown("the policy was not seen")
        grants = (self.policy("grant", principals=True),) if ":kms:" in arn and self.chance(0.3) else ()
        return Resource(id=f"thing {arn}", arn=arn, account=account, policy=policy, grants=grants, tags=self.tags(),
                        block_public=":s3:" in arn and self.chance(0.3))  # fmt: skip

    def tags(self) -> dict[str, str] | Unknown:
        """Draw tags."""
        if self.chance(0.1):
            return Unknown("tags were not seen")
        return {} if self.chance(0.4) else {"team": self.choose.choice(("blue", "red", hole("team")))}

    def policy(self, source: str, principals: bool = False, bare: bool = False) -> Policy:
        """Draw a policy; `bare`: its statements name no resource."""
        if self.chance(0.04):
            return Policy(source=source, document=Unknown("the policy was not read"))
        statements = [self.statement(principals, bare) for _ in range(self.choose.randint(1, 3))]
        version = "2008-10-17" if self.chance(0.1) else "2012-10-17"
        return Policy(source=source, document=_parsed(statements, version))

    def statement(self, principals: bool, bare: bool) -> dict[str, Any]:
        """Draw a statement as AWS writes it."""
        said: dict[str, Any] = {"Effect": "Deny" if self.chance(0.25) else "Allow"}
        said["NotAction" if self.chance(0.1) else "Action"] = self.some((*ACTIONS[:-2], *WIDER, *WIDER))
        if not bare:
            said["NotResource" if self.chance(0.1) else "Resource"] = self.some(("*", "*", *_patterns()))
        if principals:
            said["NotPrincipal" if self.chance(0.07) else "Principal"] = self.whom()
        if self.chance(0.35):
            said["Condition"] = {}
            for operator in self.some(OPERATORS, 2):
                keys = self.some((*PRINCIPAL_KEYS, *OTHER_KEYS), 2)
                said["Condition"][operator] = {key: self.some(VALUES) for key in keys}
        return said

    def whom(self) -> Any:
        """Draw a `Principal` element."""
        if self.chance(0.3):
            return self.choose.choice(("*", {"AWS": "*"}))
        if self.chance(0.15):
            return self.choose.choice(({"Service": "lambda.amazonaws.com"}, {"Federated": "accounts.google.com"}))
        named = [
            f"arn:aws:iam::{account}:{rest}"
            for account in ACCOUNTS
            for rest in ("root", "user/ann", "user/bob", "role/app", "role/ci", "role/nobody")
        ]
        return {"AWS": self.some((*named, *ACCOUNTS, "arn:aws:sts::111111111111:assumed-role/app/x"), 2)}


def _parsed(statements: list[dict[str, Any]], version: str = "2012-10-17") -> Document | Unknown:
    return parse(json.dumps({"Version": version, "Statement": statements}))


def arns(account: str) -> list[str]:
    """Return what there is to act on in an account."""
    return [
        f"arn:aws:s3:::data-{account}",
        f"arn:aws:kms:eu-west-1:{account}:key/k1",
        f"arn:aws:sqs:eu-west-1:{account}:queue",
        f"arn:aws:secretsmanager:eu-west-1:{account}:secret:db",
        *(f"arn:aws:iam::{account}:role/{name}" for name in ("app", "ci")),
    ]


def _patterns() -> tuple[str, ...]:
    found = [
        "arn:aws:s3:::*", "arn:aws:s3:::data-${aws:username}/*", "arn:aws:s3:::data-${aws:PrincipalAccount}*",
        "arn:aws:s3:::data-111111111111/${aws:username}/*", "arn:aws:iam::*:role/*", "arn:aws:iam::*:role/a?p",
        "arn:aws:kms:*:${aws:PrincipalAccount}:key/*", "arn:aws:sqs:*:*:*", "arn:aws:s3:::${aws:PrincipalTag/team}",
        f"arn:aws:iam::{hole('account')}:role/app", "arn:aws:s3:::data-*/${aws:SourceIp}", "arn:aws:s3:::data-1*/ann/*",
        "arn:aws:sqs:eu-west-1:111111111111:q*e",
    ]  # fmt: skip
    return (*found, *arns(ACCOUNTS[0]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question, whoever asks it."""

    action: str
    resource: str
    given: Mapping[str, tuple[str, ...]]
    absent: frozenset[str]


def asking(choose: Random) -> Asking:
    """Draw a question."""
    things = [arn for account in ACCOUNTS for arn in arns(account)]
    target = choose.choice(things)
    endings = ("", "", "/ann/x", "/*", "/k") if ":s3:" in target else ("",)
    resource = choose.choice((target + choose.choice(endings), target + choose.choice(endings), "*", "arn:aws:s3:::*"))
    keys = choose.sample((*OTHER_KEYS, *PRINCIPAL_KEYS[:6], "aws:SourceVpce"), choose.randint(0, 3))
    given = {
        key.lower(): (choose.choice(("vpce-1", "10.1.2.3", "true", "blue", "ann", "111111111111")),) for key in keys
    }
    absent = choose.choice((frozenset[str](), frozenset({"*"}), frozenset({"aws:sourceip", "sts:externalid"})))
    return Asking(action=choose.choice(ACTIONS), resource=resource, given=given, absent=absent - set(given))
