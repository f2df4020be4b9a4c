"""Resource policies: who may do what with a resource, by which of their names.

Published in the IAM user guide, "Policy evaluation logic" and "Identity-based policies and resource-based policies";
KMS developer guide, "Key policies" (every key has one; without a statement for the account IAM policies have no say);
STS and IAM, "Role trust policies".
"""

from __future__ import annotations

from typing import NamedTuple

from bartizan.core.truth import Truth, Unknown
from bartizan.identity.aws.arn import arn
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.judged import FAILS, HOLDS, Judged, both, either, open_to, unseen
from bartizan.identity.aws.principals import NOBODY
from bartizan.identity.aws.stages.ruling import Told, read
from bartizan.identity.aws.statement import Policy
from bartizan.identity.hole import shown


class Granted(NamedTuple):
    """What the resource's policy allows the caller, by the name it is called there."""

    direct: Judged = FAILS
    role: Judged = FAILS
    account: Judged = FAILS
    denials: tuple[Judged, ...] = ()
    required: bool = False
    """Nothing but this policy opens the resource: identity policies count only as far as it hands on to the account."""

    def any(self) -> Judged:
        """Return whether it allows it at all."""
        return either((self.direct, self.role, self.account))


def resource_policy(case: Case) -> Granted:
    """Read the policy of what is asked about."""
    required = requires(case)
    if required and case.open_resource and case.resource is None:
        return _chosen(case)
    if case.resource_maybe:
        return _unread(required, f"whether {shown(case.asked)} is {' or '.join(case.resource_maybe[:3])} is not known")
    resource = case.resource
    if resource is None:
        if required or case.local is Truth.NO or (case.local is Truth.UNKNOWN and not case.open_resource):
            return _unread(required, f"{shown(case.asked)} was not seen, nor who its own policy allows")
        return Granted()
    if _of_iam(case) and case.service != "sts":
        return Granted()
    stage = _stage(case)
    if isinstance(resource.policy, Unknown):
        return _unread(required, f"the {stage} of {resource.id} could not be read: {resource.policy.why}")
    if resource.policy is None and required and case.service == "kms":
        return Granted(account=_DEFAULT_KEY[case.local], required=True)
    policies = (resource.policy, *resource.grants) if resource.policy else resource.grants
    return _granted(policies, case, stage, required)


def requires(case: Case) -> bool:
    """Tell whether only the resource's own policy can open it: keys of KMS, and roles to be assumed."""
    parts = arn(case.asked)
    if case.service == "kms":
        if case.asked == "*":
            return case.open_resource
        return parts is not None and (parts.rest.startswith("key/") or "*" in parts.rest.partition("/")[0])
    return case.action in TRUSTED


_DEFAULT_KEY = {
    Truth.YES: HOLDS,
    Truth.UNKNOWN: unseen("whether the key is in the caller's own account is not known"),
    Truth.NO: FAILS,
}
"""A key that is made without a policy gets one that leaves it to the policies of its account."""

TRUSTED = frozenset({
    "sts:assumerole", "sts:assumerolewithwebidentity", "sts:assumerolewithsaml",
    "sts:tagsession", "sts:setsourceidentity",
    "sts:setcontext",
})  # fmt: skip
"""Actions that the trust policy of a role must allow."""


def _of_iam(case: Case) -> bool:
    parts = arn(case.asked)
    return parts is not None and parts.service == "iam"


def _stage(case: Case) -> str:
    return (
        "trust policy"
        if _of_iam(case) or case.action in TRUSTED
        else "key policy"
        if case.service == "kms"
        else "resource policy"
    )


def _chosen(case: Case) -> Granted:
    """Where any of several may be meant, it depends on which."""
    left = open_to(f"the {_stage(case)} of the resource allows it", "resource")
    return Granted(left, left, left, required=True)


def _unread(required: bool, why: str) -> Granted:
    what = unseen(why)
    return Granted(what, what, what, (what,), required)


def _granted(policies: tuple[Policy, ...], case: Case, stage: str, required: bool) -> Granted:
    names: tuple[list[Judged], ...] = ([], [], [])
    denials: list[Judged] = []
    for told in read(policies, case, stage, NOBODY):
        if not told.allows:
            judged = _denied(told, case)
            if judged.truth is not Truth.NO:
                denials.append(judged)
            continue
        for kept, reached in zip(names, told.reach, strict=True):
            judged = both((told.judged, reached))
            if judged.truth is not Truth.NO:
                kept.append(judged)
    direct, role, account = (either(kept) if kept else FAILS for kept in names)
    return Granted(direct, role, account, tuple(denials), required)


def _denied(told: Told, case: Case) -> Judged:
    """A denial by `NotPrincipal` meets everyone who has a permissions boundary."""
    hit = told.judged.hits[0]
    names = hit.statement.principals if hit.statement else None
    if names is not None and names.negated and case.principal is not None and case.principal.boundary is not None:
        return told.judged
    return both((told.judged, told.reach.any()))
