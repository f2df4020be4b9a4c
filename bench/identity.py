"""How fast permissions are answered: an organisation of 100,000 principals, and one account beside principalmapper.

Runs in a process of its own, so that the memory is its own: `python -m bench.identity`.
"""

from __future__ import annotations

import gc
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from bartizan.identity.aws.estate import Estate, Principal
from bartizan.identity.aws.evaluation import Evaluator
from bartizan.identity.aws.index.index import Index
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.statement import Policy
from bench.organization import allow, managed, organization, policy

ACCOUNTS, PRINCIPALS, RESOURCES = 100, 100_000, 10_000
QUESTIONS = 100
PEER = (110, 330)
"""Principals that are given to principalmapper."""
HERE = Path(__file__).parent


def tell(folder: Path) -> None:
    """Measure in a process of its own; principalmapper is installed into a folder."""
    environment = os.environ | {"BENCH_MAPPER": str(folder)}
    subprocess.run([sys.executable, "-m", "bench.identity"], check=False, env=environment)


def main() -> None:
    """Measure and print."""
    print(f"identity: {ACCOUNTS} accounts, {PRINCIPALS:,} principals, {RESOURCES:,} resources and all roles as such")
    if not managed():
        print("  left out: AWS's managed policies are not there (see bench/organization.py)")
        return
    estate = organization(ACCOUNTS, PRINCIPALS, RESOURCES)
    gc.collect()
    gc.freeze()  # as the program does with what it keeps
    before = _megabytes()
    began = time.perf_counter()
    index = Index(estate)
    _row("compile", time.perf_counter() - began, "s", "wanted: under 10 s")
    _row("compile, peak memory beside the estate's", _megabytes() - before, "MB", "")
    _row("compile, peak memory with the estate", _megabytes(), "MB", "wanted: under 300 MB")
    _questions(index, estate)
    _grids(index, estate)
    _roles(index)
    _single(estate)
    for count in PEER:
        _peer(count, Path(os.environ.get("BENCH_MAPPER", tempfile.gettempdir())))


def _questions(index: Index, estate: Estate) -> None:
    asked = list(questions(estate, random.Random(3)))
    taken = [_seconds(lambda each=each: index.who_can(*each)) * 1000 for each in asked]
    _row(f"who-can, median of {QUESTIONS} different questions", median(taken), "ms", "wanted: under 10 ms")
    worst = int(np.argmax(taken))
    _row("who-can, the worst of them", taken[worst], "ms", " ".join(asked[worst]))
    again = [_seconds(lambda each=each: index.who_can(*each)) * 1000 for each in asked]
    _row("who-can, asked again", median(again), "ms", "")


def questions(estate: Estate, choose: random.Random) -> Iterator[tuple[str, str]]:
    """Yield different questions: actions of many services, resources with policies of their own and without."""
    by_service: dict[str, list[str]] = {}
    for each in estate.resources:
        by_service.setdefault(each.arn.split(":")[2], []).append(each.arn)
    accounts = list(estate.accounts)
    for number in range(QUESTIONS):
        account, other = choose.choice(accounts), choose.choice(accounts)
        yield (
            ("s3:GetObject", choose.choice(by_service["s3"]) + "/x/y"),
            ("s3:GetObject", choose.choice(by_service["s3"]) + "/*"),
            ("kms:Decrypt", choose.choice(by_service["kms"])),
            ("sqs:SendMessage", choose.choice(by_service["sqs"])),
            ("secretsmanager:GetSecretValue", choose.choice(by_service["secretsmanager"])),
            ("sts:AssumeRole", choose.choice(by_service["iam"])),
            ("iam:PassRole", choose.choice(by_service["iam"])),
            ("ec2:TerminateInstances", f"arn:aws:ec2:eu-west-1:{account}:instance/i-1"),
            ("iam:AttachUserPolicy", f"arn:aws:iam::{other}:user/x"),
            ("dynamodb:GetItem", f"arn:aws:dynamodb:eu-west-1:{account}:table/app-0001"),
        )[number % 10]


def _grids(index: Index, estate: Estate) -> None:
    roles = [each.arn for each in estate.principals if ":role/" in each.arn]
    service = {"iam:passedtoservice": "lambda.amazonaws.com"}
    seconds = _seconds(lambda: index.grid("iam:PassRole", roles, service))
    _row(f"pass-role, {PRINCIPALS:,} principals x {len(roles):,} roles", seconds, "s", "wanted: under 1 s")
    seconds = _seconds(lambda: index.grid("sts:AssumeRole", roles, actors=("service:lambda.amazonaws.com",)))
    _row("roles that lambda may take", seconds, "s", "")


def _roles(index: Index) -> None:
    _row("who can take which role", _seconds(index.assumers), "s", "")
    pairs = sum(len(each.takers) * len(each.roles) for each in index.assumers().groups)
    answered = index.who_can("s3:GetObject", "arn:aws:s3:::data-100000000000-0/x")
    _row(f"who-can through roles ({pairs:,} pairs)", _seconds(lambda: index.reaching(answered)) * 1000, "ms", "")


def _single(estate: Estate) -> None:
    evaluator, choose = Evaluator(estate), random.Random(5)
    requests = [
        Request(caller=Caller(arn=choose.choice(estate.principals).arn), action=action, resource=target)
        for action, target in questions(estate, choose)
        for _ in range(10)
    ]
    for request in requests:
        evaluator.evaluate(request)
    taken = [_seconds(lambda each=each: evaluator.evaluate(each)) * 1e6 for each in requests]
    _row("one evaluation, median", median(taken), "us", "wanted: under 200 us")


def _peer(count: int, folder: Path) -> None:
    """Compare with principalmapper: who can take which role, who can become whom through IAM."""
    program = folder / "principalmapper" / "bin" / "python"
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", str(program.parent.parent)], check=True)
        pip = [str(program.parent / "pip"), "install", "--quiet", "--disable-pip-version-check", "principalmapper"]
        if subprocess.run(pip, check=False, stderr=subprocess.DEVNULL).returncode:
            print("  principalmapper cannot be installed here; it is left out")
            return
    estate = one_account(count)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "principals.json"
        file.write_text(json.dumps([_told(each, estate) for each in estate.principals]), "utf-8")
        ran = subprocess.run([str(program), str(HERE / "mapper.py"), str(file)], capture_output=True, check=False)
    if ran.returncode:
        print(f"  principalmapper did not run: {ran.stderr.decode(errors='replace').splitlines()[-1:]}")
        return
    theirs = json.loads(ran.stdout)
    seconds = median(_seconds(lambda: edges(estate)) for _ in range(3))
    ours, said = edges(estate), _edges(theirs)
    _row(f"principalmapper, {count} principals, {len(said)} edges", theirs["seconds"], "s", "")
    ratio = f"x{theirs['seconds'] / seconds:.0f}; wanted: at least x100"
    _row(f"bartizan, compiled and asked, {len(ours)} edges", seconds, "s", ratio)
    print(f"    edges alike {len(ours & said)}, theirs alone {len(said - ours)}, ours alone {len(ours - said)}")


Edge = tuple[str, str, str]
WAYS = {
    "can access via sts:AssumeRole": "sts:AssumeRole",
    "can create access keys to authenticate as": "iam:CreateAccessKey",
    "can set the password to authenticate as": "iam:CreateLoginProfile",
    "can update the trust document to access": "iam:UpdateAssumeRolePolicy",
}
"""What principalmapper says of an edge, and the action that it means."""


def _edges(said: dict[str, Any]) -> set[Edge]:
    return {(one, other, WAYS[why]) for one, other, why in said["edges"] if why in WAYS}


def edges(estate: Estate) -> set[Edge]:
    """Return the edges that principalmapper looks for: those of admins are left out, as it leaves them out."""
    index, found = Index(estate), set()
    arns = [each.arn for each in estate.principals]
    closed = frozenset({"*"})
    admins = _admins(index, estate, closed)
    for action in WAYS.values():
        targets = [
            arn for arn in arns if (":role/" in arn) == (action in ("sts:AssumeRole", "iam:UpdateAssumeRolePolicy"))
        ]
        grid = index.grid(action, targets, absent=closed)
        for row, column in zip(*np.nonzero(grid.truths[grid.rows][:, grid.columns] > 0), strict=True):
            if arns[row] != targets[column] and arns[row] not in admins:
                found.add((arns[row], targets[column], action))
    return found


def _admins(index: Index, estate: Estate, closed: frozenset[str]) -> set[str]:
    """Return those who can give themselves any permission: their own policies, or a role of their making."""
    given = {"iam:policyarn": "arn:aws:iam::aws:policy/AdministratorAccess"}
    account = next(iter(estate.accounts))
    found = set()
    for kind, put, attach in (("user", "iam:PutUserPolicy", "iam:AttachUserPolicy"),
                              ("role", "iam:PutRolePolicy", "iam:AttachRolePolicy")):  # fmt: skip
        mine = [each.arn for each in estate.principals if f":{kind}/" in each.arn]
        for grid in (index.grid(put, mine, absent=closed), index.grid(attach, mine, given, absent=closed)):
            places = {each.arn: at for at, each in enumerate(estate.principals)}
            found |= {arn for column, arn in enumerate(mine) if grid.at(places[arn], column) > 0}
    new = f"arn:aws:iam::{account}:role/*"
    create = index.who_can("iam:CreateRole", new, absent=closed).truths
    attach_new = index.who_can("iam:AttachRolePolicy", new, given, closed).truths
    put_new = index.who_can("iam:PutRolePolicy", new, given, closed).truths
    able = np.flatnonzero(np.minimum(create, np.maximum(attach_new, put_new)) > 0)
    return found | {estate.principals[at].arn for at in able}


def one_account(count: int) -> Estate:
    """Make one account without guardrails and boundaries, which principalmapper is not given."""
    made = organization(1, count, 0)
    account = next(iter(made.accounts.values()))
    choose = random.Random(9)
    names = [each.arn for each in made.principals]
    principals, number = [], account.id
    for each in made.principals:
        more = []
        if choose.random() < 0.2:
            more = [policy(f"{each.arn}/taking", allow("sts:AssumeRole", choose.choice((choose.choice(names), "*"))))]
        principals.append(
            Principal(id=each.id, arn=each.arn, account=number, policies=(*each.policies, *more), through=each.through)
        )
    return Estate(accounts={number: type(account)(id=number)}, principals=tuple(principals), resources=made.resources)


def _told(principal: Principal, estate: Estate) -> dict[str, Any]:
    things = {each.arn: each for each in estate.resources}
    policies = [(_named(each.source, principal.arn), written(each.document)) for each in principal.policies]
    trust = things[principal.arn].policy if principal.arn in things else None
    return {
        "arn": principal.arn,
        "policies": policies,
        "groups": [],
        "trust": written(trust.document) if isinstance(trust, Policy) else None,
    }


def _named(source: str, arn: str) -> str:
    return source if ":policy/" in source else arn


def written(document: Any) -> dict[str, Any]:
    """Write a document as JSON again."""
    statements = []
    for each in document.statements:
        said: dict[str, Any] = {"Effect": "Allow" if each.allows else "Deny"}
        said["NotAction" if each.all_actions_but else "Action"] = list(each.actions)
        if each.resources:
            said["NotResource" if each.all_resources_but else "Resource"] = list(each.resources)
        if names := each.principals:
            whom = {"AWS": list(names.aws), "Service": list(names.services), "Federated": list(names.federated)}
            said["Principal"] = "*" if names.everyone else {key: value for key, value in whom.items() if value}
        for test in each.tests:
            prefix = {"forallvalues": "ForAllValues:", "foranyvalue": "ForAnyValue:"}.get(test.each, "")
            operator = prefix + str(_OPERATORS.get(test.operator, test.operator)) + "IfExists" * test.if_exists
            said.setdefault("Condition", {}).setdefault(operator, {})[test.key] = list(test.values)
        statements.append(said)
    return {"Version": document.version, "Statement": statements}


_OPERATORS = {
    name.lower(): name
    for name in (
        "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike",
        "StringNotLike", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "Bool", "Null", "IpAddress",
        "NotIpAddress", "NumericEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan",
        "NumericGreaterThanEquals", "DateLessThan", "DateGreaterThan",
    )
}  # fmt: skip


def _seconds(work: Any) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _megabytes() -> float:
    """Return the peak of the resident memory of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1024)


def _row(what: str, amount: float, unit: str, wanted: str) -> None:
    print(f"  {what:<58} {amount:9.3f} {unit:<3} {wanted}", flush=True)


if __name__ == "__main__":
    main()
