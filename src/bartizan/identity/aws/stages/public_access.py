"""S3 Block Public Access: where a bucket's policy is public, only its own account and AWS services get in.

Published in the S3 user guide, "Blocking public access to your Amazon S3 storage", "The meaning of public".
"""

from __future__ import annotations

from bartizan.core.truth import Truth, Unknown
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.judged import HOLDS, Judged, unseen
from bartizan.identity.aws.operators import NEGATED
from bartizan.identity.aws.statement import Statement, Test

_FIXING = frozenset({
    "aws:principalorgid", "aws:principalorgpaths", "aws:principalarn", "aws:principalaccount", "aws:sourcearn",
    "aws:sourcevpc", "aws:sourcevpce", "aws:sourceowner", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceip",
    "aws:userid", "s3:x-amz-server-side-encryption-aws-kms-key-id",
    "s3:dataaccesspointarn", "s3:dataaccesspointaccount",
    "s3:resourceaccount", "aws:principalservicename",
})  # fmt: skip
"""Keys that, held to fixed values, keep a statement from being public."""


def public_access(case: Case) -> Judged:
    """Judge whether Block Public Access lets the caller through."""
    resource = case.resource
    if resource is None or not resource.block_public or case.service != "s3" or case.kind == "service":
        return HOLDS
    policy = resource.policy
    if policy is None:
        return HOLDS
    if isinstance(policy, Unknown) or isinstance(policy.document, Unknown):
        return (
            HOLDS if case.local is Truth.YES else unseen(f"whether the policy of {resource.id} is public is not known")
        )
    if case.local is Truth.YES or not any(is_public(statement) for statement in policy.document.statements):
        return HOLDS
    if case.local is Truth.UNKNOWN:
        return unseen("whether the bucket is in the caller's account is not known")
    return Judged(Truth.NO, lacks=("S3 Block Public Access refuses it: the bucket's policy is public",))


def is_public(statement: Statement) -> bool:
    """Tell whether a statement allows everyone, and no condition holds it to somebody."""
    names = statement.principals
    everyone = names is not None and (names.everyone is not names.negated)
    return statement.allows and everyone and not any(_fixes(test) for test in statement.tests)


def _fixes(test: Test) -> bool:
    if test.key not in _FIXING or test.operator in NEGATED or test.operator == "null" or test.if_exists:
        return False
    if test.key == "aws:sourceip":
        return all(_narrow(value) for value in test.values)
    loose = ("${",) if test.key == "s3:dataaccesspointarn" else ("${", "*", "?")
    return bool(test.values) and not any(sign in value for value in test.values for sign in loose)


def _narrow(block: str) -> bool:
    _, slash, length = block.partition("/")
    least = 32 if ":" in block else 8
    return not slash or (length.isdigit() and int(length) >= least)
