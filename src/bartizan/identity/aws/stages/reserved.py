"""What AWS keeps to itself: calls that no policy can allow.

Published in the IAM user guide, "Managed policies and inline policies" (AWS managed policies can not be changed) and
"Service-linked roles" (their policies can not be changed); IAM Identity Center user guide, "Roles created by IAM
Identity Center"; KMS developer guide, "Aliases" (names beginning with alias/aws/ are AWS's); STS API reference,
"AssumeRole" (not for root users).
"""

from __future__ import annotations

from bartizan.core.truth import Truth
from bartizan.identity.aws.arn import arn
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.judged import HOLDS, Judged

_POLICY = frozenset({
    "iam:createpolicyversion", "iam:deletepolicy", "iam:deletepolicyversion", "iam:setdefaultpolicyversion",
    "iam:tagpolicy", "iam:untagpolicy",
})  # fmt: skip
_ROLE = frozenset({
    "iam:attachrolepolicy", "iam:detachrolepolicy", "iam:putrolepolicy", "iam:deleterolepolicy",
    "iam:putrolepermissionsboundary", "iam:deleterolepermissionsboundary", "iam:updateassumerolepolicy",
})  # fmt: skip
_ALIAS = frozenset({"kms:createalias", "kms:deletealias", "kms:updatealias"})


def reserved(case: Case) -> Judged:
    """Judge whether the call is one that the caller can make at all."""
    if case.action not in ACTIONS:
        return HOLDS
    if case.action == "sts:assumerole":
        return Judged(Truth.NO, lacks=("a root user can not assume roles",)) if case.kind == "root" else HOLDS
    parts = arn(case.asked)
    if parts is None:
        return HOLDS
    if case.action in _POLICY and parts.account == "aws":
        return Judged(Truth.NO, lacks=("AWS managed policies can not be changed",))
    if case.action in _ROLE and parts.rest.startswith(("role/aws-service-role/", "role/aws-reserved/")):
        return Judged(Truth.NO, lacks=("the role is managed by AWS and can not be changed here",))
    if case.action in _ALIAS and parts.rest.startswith("alias/aws/"):
        return Judged(Truth.NO, lacks=("aliases that begin with alias/aws/ are kept by AWS",))
    return HOLDS


ACTIONS = _POLICY | _ROLE | _ALIAS | {"sts:assumerole"}
"""Calls that are looked at here; all others can be made."""
