"""Random conditions: every operator, on keys of its type, with values that hold about as often as not."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

TEXTS = ("aws:PrincipalTag/team", "aws:UserAgent", "aws:Referer", "aws:SourceVpc", "aws:SourceAccount")
MORE_TEXTS = ("aws:RequestedRegion", "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:ResourceAccount", "aws:userid")
LISTS = ("aws:TagKeys", "aws:CalledVia", "aws:PrincipalOrgPaths", "aws:ResourceOrgPaths")
FLAGS = ("aws:SecureTransport", "aws:MultiFactorAuthPresent", "aws:ViaAWSService")
NUMBERS = ("aws:MultiFactorAuthAge",)
DATES = ("aws:CurrentTime", "aws:TokenIssueTime")
ADDRESSES = ("aws:SourceIp", "aws:VpcSourceIp")
ARNS = ("aws:SourceArn", "aws:PrincipalArn")

WORDS = ("red", "Red", "blue", "green-1", "a/b", "r*d", "us-east-1", "a.b", "a+b", "[ab]", "a b")
LIKE = ("vpc-*", "vpc-1", "111111111111", "o-one", "A*:ci", "?ed", "a?b", "[a]*", "")
MOMENTS = ("2024-01-01T00:00:00Z", "2026-06-30T12:00:00Z", "2030-12-31T23:59:59Z", "2025-01-01")
ELSEWHERE = ("2026-06-30T14:00:00+02:00", "2023-12-31T19:00:00-05:00")
HOSTS = ("10.0.0.1", "10.1.2.3", "192.168.1.77", "2001:db8::1", "203.0.113.9")
NETWORKS = ("10.0.0.0/8", "10.0.0.1", "192.168.1.64/26", "0.0.0.0/0", "203.0.113.0/24", "10.1.2.3/9")
NETWORKS_6 = ("2001:db8::/32", "::/0", "2001:db8::1/128")
OBJECTS = ("arn:aws:s3:::logs", "arn:aws:sns:us-east-1:111111111111:news", "arn:aws:iam::111111111111:role/dev")
ALIKE = ("arn:aws:iam::111111111111:*", "arn:aws:iam::*:user/*", "arn:aws:iam::1*:role/*", "arn:aws:*:*:*:*", "arn:*")
MEMBERS = ("team", "cost", "env", "t*", "athena.amazonaws.com", "*.amazonaws.com", "o-one/*", "o-*/r-1/")

OPERATORS: Mapping[str, tuple[str, ...]] = {
    "string": (
        *("StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"),
        *("StringLike", "StringNotLike"),
    ),
    "numeric": (
        *("NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals"),
        *("NumericGreaterThan", "NumericGreaterThanEquals"),
    ),
    "date": (
        *("DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals"),
        *("DateGreaterThan", "DateGreaterThanEquals"),
    ),
    "bool": ("Bool",),
    "address": ("IpAddress", "NotIpAddress"),
    "arn": ("ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"),
    "null": ("Null",),
}
POOLS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "string": ((*TEXTS, *MORE_TEXTS), (*WORDS, *LIKE)),
    "numeric": (NUMBERS, ("0", "5", "3600", "60", "100000", "5.0", "-1")),
    "date": (DATES, (*MOMENTS, *ELSEWHERE, "1767225600")),
    "bool": (FLAGS, ("true", "false", "True")),
    "address": (ADDRESSES, (*NETWORKS, *NETWORKS_6)),
    "arn": (ARNS, (*OBJECTS, *ALIKE, "arn:aws:s3:::l*", "arn:*:sns:*:111111111111:n?ws")),
    "null": ((*TEXTS, *FLAGS, *NUMBERS, *ARNS, *LISTS), ("true", "false")),
    "list": (LISTS, MEMBERS),
}
"""By family: condition keys, and values to compare them with."""
FAMILIES = tuple(POOLS)


def context(random: Random) -> dict[str, Any]:
    """Return what a request has: each key about half the time."""
    values: dict[str, Any] = {}
    values.update({key: random.choice(WORDS) for key in ("aws:UserAgent", "aws:Referer")})
    values["aws:SourceVpc"] = random.choice(("vpc-1", "vpc-2"))
    values["aws:SourceAccount"] = random.choice(("111111111111", "222222222222"))
    values["aws:RequestedRegion"] = random.choice(("us-east-1", "eu-west-1"))
    values.update({key: random.choice(("true", "false")) for key in FLAGS})
    values.update({key: str(random.choice((0, 5, 3600, 86400))) for key in NUMBERS})
    values.update({key: random.choice(MOMENTS) for key in DATES})
    values.update({key: random.choice(HOSTS) for key in ADDRESSES})
    values["aws:SourceArn"] = random.choice(OBJECTS)
    values["aws:TagKeys"] = random.sample(("team", "cost", "env"), random.randint(1, 3))
    values["aws:CalledVia"] = random.sample(("athena.amazonaws.com", "glue.amazonaws.com"), random.randint(1, 2))
    return {key: value for key, value in values.items() if random.random() < 0.5}


def conditions(random: Random, known: Mapping[str, Any], family: str = "", *, most: int = 2) -> dict[str, Any]:
    """Return a Condition element of one to `most` tests; `known` are the keys of the request and their values."""
    element: dict[str, Any] = {}
    for _ in range(random.randint(1, most)):
        operator, key, values = _test(random, known, family or random.choice(FAMILIES))
        element.setdefault(operator, {})[key] = values[0] if len(values) == 1 and random.random() < 0.7 else values
    return element


def _test(random: Random, known: Mapping[str, Any], family: str) -> tuple[str, str, list[Any]]:
    keys, pool = POOLS[family]
    key = random.choice(keys)
    operator = random.choice(OPERATORS["string" if family == "list" else family])
    if family == "null":
        return operator, key, [random.choice(pool)]
    if family == "list":
        operator = f"{random.choice(('ForAllValues', 'ForAnyValue'))}:{operator}"
    if random.random() < 0.25:
        operator += "IfExists"
    spelt = random.choice((key, key, key, key.lower(), key.upper())) if "/" not in key else key
    return operator, spelt, _values(random, known, key, pool)


def _values(random: Random, known: Mapping[str, Any], key: str, pool: tuple[str, ...]) -> list[Any]:
    """Return one to three values; the request's own among them about half the time. Few are no texts."""
    values = [random.choice(pool) for _ in range(random.choice((1, 1, 2, 3)))]
    own = known.get(key)
    if own is not None and random.random() < 0.5:
        values[0] = own if isinstance(own, str) else random.choice(own)
    bare = {"true": True, "false": False, "5": 5}
    return [bare.get(value, value) if random.random() < 0.1 else value for value in dict.fromkeys(values)]
