"""Makes an AWS organisation up, of any size: real managed policies, and around them what real accounts have.

Everything is drawn from one seed, so that two runs measure the same thing.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from bartizan.identity.aws.document import parse
from bartizan.identity.aws.estate import Account, Estate, Principal, Resource
from bartizan.identity.aws.statement import Policy

MANAGED = Path("/work/shared/data/iam/aws-managed-policies.ndjson.gz")
"""One line of JSON for each of AWS's managed policies: `name`, `document`."""
ORGANIZATION = "o-a1b2c3d4e5"
SERVICES = ("lambda", "ec2", "ecs-tasks", "glue", "states", "codebuild", "sagemaker", "events")
ROLES = 0.7
"""Share of the principals that are roles; the others are users."""


def allow(actions: Any, resources: Any, **more: Any) -> dict[str, Any]:
    """Return a statement that allows."""
    return {"Effect": "Allow", "Action": actions, "Resource": resources, **more}


def deny(actions: Any, resources: Any, **more: Any) -> dict[str, Any]:
    """Return a statement that denies."""
    return {"Effect": "Deny", "Action": actions, "Resource": resources, **more}


def policy(source: str, *statements: dict[str, Any], attribute: str = "document") -> Policy:
    """Return a policy of these statements."""
    text = json.dumps({"Version": "2012-10-17", "Statement": list(statements)})
    return Policy(source=source, attribute=attribute, document=parse(text))


@lru_cache(maxsize=1)
def managed() -> tuple[Policy, ...]:
    """Return AWS's managed policies; none where the data is not there."""
    if not MANAGED.exists():
        return ()
    with gzip.open(MANAGED, "rt", encoding="utf-8") as stream:
        lines = [json.loads(line) for line in stream]
    return tuple(
        Policy(source=f"arn:aws:iam::aws:policy/{each['name']}", document=parse(json.dumps(each["document"])))
        for each in lines
    )


@dataclass(slots=True)
class Making:
    """What is being made, account by account."""

    choose: random.Random
    principals: list[Principal] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)

    def drawn(self) -> Policy:
        """Draw a managed policy; few are attached often, most seldom."""
        everything = managed()
        return everything[min(int(self.choose.paretovariate(0.35)), 10**9) % len(everything)]


def organization(accounts: int = 100, principals: int = 100_000, resources: int = 10_000, seed: int = 4) -> Estate:
    """Make an organisation; each account has its share of the principals and of the resources."""
    making = Making(random.Random(seed))
    numbers = [f"{100_000_000_000 + 7_919 * each:012}" for each in range(accounts)]
    for number in numbers:
        _people(making, number, principals // accounts, numbers)
        _things(making, number, resources // accounts, numbers)
    return Estate(
        accounts={each.id: each for each in _accounts(numbers)},
        principals=tuple(making.principals),
        resources=tuple(making.resources),
    )


def _accounts(numbers: list[str]) -> Iterator[Account]:
    everything = policy("arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess", allow("*", "*"))
    trusted = policy(
        "p-guard",
        deny(["organizations:LeaveOrganization", "cloudtrail:StopLogging", "cloudtrail:DeleteTrail"], "*"),
        deny("*", "*", Condition={"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:root"}}),
        deny("iam:*", "arn:aws:iam::*:role/guard-*",
             Condition={"ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/admin-*"}}),
    )  # fmt: skip
    regions = {"StringNotEquals": {"aws:RequestedRegion": ["eu-west-1", "eu-central-1"]}}
    away = policy("p-regions", {"Effect": "Deny", "NotAction": ["iam:*", "sts:*", "s3:*", "organizations:*",
                  "cloudfront:*", "route53:*", "support:*"], "Resource": "*", "Condition": regions})  # fmt: skip
    outside = policy("p-perimeter", {"Effect": "Deny", "Principal": "*", "Action": ["s3:*", "sqs:*", "kms:*"],
                     "Resource": "*", "Condition": {
                         "StringNotEqualsIfExists": {"aws:PrincipalOrgID": ORGANIZATION},
                         "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}})  # fmt: skip
    for at, number in enumerate(numbers):
        frozen = policy(f"p-frozen-{at % 10}", deny([f"{SERVICES[at % 8]}:Delete*", "ec2:TerminateInstances"], "*"))
        yield Account(
            id=number,
            organization=ORGANIZATION,
            path=f"{ORGANIZATION}/r-ab12/ou-ab12-{at % 5:08}/",
            management=at == 0,
            service_controls=((everything, trusted), (everything, away) if at % 5 else (everything,),
                              (everything, frozen) if at % 3 else (everything,)),
            resource_controls=((everything, outside), (everything,), (everything,)),
        )  # fmt: skip


def _people(making: Making, number: str, count: int, numbers: list[str]) -> None:
    choose = making.choose
    bounds = [
        policy(f"arn:aws:iam::{number}:policy/bound", allow("*", "*"), deny(["iam:*", "organizations:*"], "*")),
        policy(f"arn:aws:iam::{number}:policy/narrow", allow(["s3:*", "logs:*", "lambda:*", "sqs:*", "kms:*"], "*")),
    ]
    groups = {
        f"{number}/group-{each}": tuple(making.drawn() for _ in range(choose.randint(1, 3))) for each in range(20)
    }
    for each in range(count):
        role = choose.random() < ROLES
        name = f"{choose.choice(('app', 'ci', 'admin', 'job', 'lambda'))}-{each:04}"
        arn = f"arn:aws:iam::{number}:{'role' if role else 'user'}/{name}"
        held = [making.drawn() for _ in range(choose.randint(0 if not role else 1, 3))]
        through: dict[str, tuple[str, ...]] = {}
        if not role:
            for group in choose.sample(sorted(groups), 2):
                held += groups[group]
                through |= {member.source: (group,) for member in groups[group]}
        held += _inline(making, arn, number, name, numbers)
        making.principals.append(
            Principal(
                id=arn,
                arn=arn,
                account=number,
                policies=tuple(held),
                boundary=choose.choice(bounds) if choose.random() < 0.1 else None,
                through=through,
                tags={"team": f"team-{each % 40}"},
            )
        )
        if role:
            making.resources.append(
                Resource(id=f"{arn}#", arn=arn, account=number, policy=_trust(choose, arn, number, numbers))
            )


def _inline(making: Making, arn: str, number: str, name: str, numbers: list[str]) -> list[Policy]:
    kind = making.choose.random()
    if kind < 0.15:
        return [policy(f"{arn}/own", allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::home/${aws:username}/*"))]
    if kind < 0.25:
        team = {"StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}}
        return [policy(f"{arn}/team", allow(["ec2:StartInstances", "ec2:StopInstances"], "*", Condition=team))]
    if kind < 0.45:
        table = f"arn:aws:dynamodb:eu-west-1:{number}:table/{name}"
        return [policy(f"{arn}/table", allow(["dynamodb:GetItem", "dynamodb:PutItem"], [table, f"{table}/index/*"]))]
    if kind < 0.5:
        into = [f"arn:aws:iam::{making.choose.choice(numbers)}:role/ci-*", f"arn:aws:iam::{number}:role/job-*"]
        return [policy(f"{arn}/into", allow("sts:AssumeRole", into), allow("iam:PassRole", into[1]))]
    if kind < 0.53:
        mfa = {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}
        return [policy(f"{arn}/mfa", {"Effect": "Deny", "NotAction": "iam:*", "Resource": "*", "Condition": mfa})]
    return []


def _trust(choose: random.Random, arn: str, number: str, numbers: list[str]) -> Policy:
    kind = choose.random()
    whom: dict[str, Any]
    if kind < 0.6:
        whom = {"Service": f"{choose.choice(SERVICES)}.amazonaws.com"}
    elif kind < 0.8:
        whom = {"AWS": f"arn:aws:iam::{number}:root"}
    elif kind < 0.9:
        whom = {"AWS": f"arn:aws:iam::{number}:role/{choose.choice(('app', 'ci'))}-{choose.randrange(1000):04}"}
    else:
        whom = {"AWS": f"arn:aws:iam::{choose.choice(numbers)}:root"}
    statement: dict[str, Any] = {"Effect": "Allow", "Principal": whom, "Action": "sts:AssumeRole"}
    if kind > 0.95:
        statement["Condition"] = {"StringEquals": {"sts:ExternalId": "a-secret"}}
    return policy(arn, statement, attribute="trust")


def _things(making: Making, number: str, count: int, numbers: list[str]) -> None:
    choose = making.choose
    for each in range(count):
        kind, other = each % 4, choose.choice(numbers)
        if kind == 0:
            arn = f"arn:aws:s3:::data-{number}-{each}"
            said = {"AWS": [f"arn:aws:iam::{other}:root", f"arn:aws:iam::{number}:role/app-{each:04}"]}
            statements = [allow("s3:GetObject", f"{arn}/*", Principal=said),
                          deny("s3:*", [arn, f"{arn}/*"], Principal="*",
                               Condition={"Bool": {"aws:SecureTransport": "false"}})]  # fmt: skip
        elif kind == 1:
            arn = f"arn:aws:kms:eu-west-1:{number}:key/{each:08}"
            statements = [allow("kms:*", "*", Principal={"AWS": f"arn:aws:iam::{number}:root"}),
                          allow(["kms:Decrypt"], "*", Principal={"AWS": f"arn:aws:iam::{other}:root"})]  # fmt: skip
        elif kind == 2:
            arn = f"arn:aws:sqs:eu-west-1:{number}:queue-{each}"
            source = {"ArnLike": {"aws:SourceArn": f"arn:aws:sns:eu-west-1:{number}:topic-{each}"}}
            service = {"Service": "sns.amazonaws.com"}
            statements = [allow("sqs:SendMessage", arn, Principal=service, Condition=source)]
        else:
            arn = f"arn:aws:secretsmanager:eu-west-1:{number}:secret:db-{each}-AbCdEf"
            inside = {"StringEquals": {"aws:PrincipalOrgID": ORGANIZATION}}
            statements = [allow("secretsmanager:GetSecretValue", "*", Principal="*", Condition=inside)]
        making.resources.append(
            Resource(id=arn, arn=arn, account=number, policy=policy(arn, *statements, attribute="policy"))
        )
