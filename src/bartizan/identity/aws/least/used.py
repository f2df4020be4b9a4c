"""What a recorded call was about: the ARNs of its resources, as far as the record tells.

A record names them itself, or its parameters hold an ARN, or a name from which the published ARN format makes one. What
none of them tells stays unknown: nothing is narrowed by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bartizan.core.truth import Truth
from bartizan.identity.aws import actions
from bartizan.identity.hole import matches

NAMES = {
    "bucket": ("bucketName",),
    "object": (),
    "queue": ("queueName",),
    "key": ("keyId",),
    "alias": ("aliasName",),
    "secret": ("secretId", "name"),
    "parameter": ("name",),
    "log-group": ("logGroupName",),
    "log-stream": (),
    "cluster": ("clusterName", "name"),
    "repository": ("repositoryName",),
    "instance-profile": ("instanceProfileName",),
    "mfa": ("serialNumber",),
}
"""Parameters that name a kind of resource where they are not called as the kind is: `tableName` for `table`."""
_DEPTH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One action used on one resource."""

    action: str
    resource: str | None
    """ARN; `*` for an action about no resource; None where the record does not tell."""


def used(
    action: str, arns: tuple[str, ...], parameters: Mapping[str, Any], account: str, region: str
) -> tuple[Use, ...]:
    """Return what an action was used on in one call."""
    kinds = [kind for kind in actions.kinds(action) if kind.pattern != "*"]
    if not kinds:
        return (Use(action=action, resource="*" if actions.known(action) else None),)
    told = [arn for arn in (*arns, *_told(parameters, 0)) if _fits(arn, kinds)]
    told += [arn for kind in kinds for arn in _made(kind, parameters, account, region)]
    found = _narrowest(list(dict.fromkeys(told)), kinds)
    return tuple(Use(action=action, resource=arn) for arn in found) or (Use(action=action, resource=None),)


def _fits(arn: str, kinds: list[actions.Kind]) -> bool:
    return any(matches(kind.pattern, arn) is Truth.YES for kind in kinds)


def _narrowest(arns: list[str], kinds: list[actions.Kind]) -> list[str]:
    """Leave out the bucket where the call was about an object in it and the action is about objects."""
    objects = [arn for arn in arns if arn.startswith("arn:") and ":s3:::" in arn and "/" in arn]
    about = {kind.name for kind in kinds}
    return objects if objects and "bucket" not in about else arns


def _told(value: Any, depth: int) -> Iterator[str]:
    """Yield the ARNs anywhere in parameters."""
    if isinstance(value, str) and value.startswith("arn:"):
        yield value
    elif depth < _DEPTH and isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _told(each, depth + 1)


def _made(kind: actions.Kind, parameters: Mapping[str, Any], account: str, region: str) -> Iterator[str]:
    """Yield the ARN that a kind's format makes of the name in the parameters."""
    if kind.name == "object" and kind.pattern.endswith(":s3:::*/*"):
        bucket, key = parameters.get("bucketName"), parameters.get("key")
        if isinstance(bucket, str) and isinstance(key, str):
            yield f"arn:{partition(region)}:s3:::{bucket}/{key}"
        return
    name = next((text for text in _named(kind.name, parameters) if text), None)
    fields = kind.pattern.split(":", 5)
    if name is None or len(fields) < 6 or fields[5].count("*") != 1:
        return
    place = (partition(region), fields[2], fields[3] and region, fields[4] and account)
    yield ":".join(("arn", *place, fields[5].replace("*", name)))


def _named(kind: str, parameters: Mapping[str, Any]) -> Iterator[str]:
    bare = re.sub(r"[^a-z]", "", kind.lower())
    wanted = {bare + end for end in ("", "name", "id", "url")} | {each.lower() for each in NAMES.get(kind, ())}
    for key, value in parameters.items():
        if isinstance(value, str) and key.lower() in wanted and not value.startswith("arn:"):
            yield value.rstrip("/").rpartition("/")[2] if value.startswith("https://") else value


def partition(region: str) -> str:
    """Return the partition that a region is in."""
    if region.startswith("cn-"):
        return "aws-cn"
    return "aws-us-gov" if region.startswith("us-gov-") else "aws"
