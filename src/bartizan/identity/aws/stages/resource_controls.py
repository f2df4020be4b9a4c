"""Resource control policies: what may be done at most with the resources of an account, by whomever.

They count for the resources of member accounts in the services that take part, for AWS services as callers too; not for
service-linked roles, not for the management account, not for keys that AWS manages. Published in the AWS Organizations
user guide, "Resource control policies".
"""

from __future__ import annotations

from bartizan.identity.aws.case import Case
from bartizan.identity.aws.stages.guardrails import guarded
from bartizan.identity.aws.stages.ruling import SILENT, Ruling
from bartizan.identity.aws.stages.service_controls import service_linked

STAGE = "resource control policies"

SERVICES = frozenset(
    {"s3", "sts", "kms", "sqs", "secretsmanager", "ecr", "aoss", "cognito-idp", "cognito-identity", "logs", "dynamodb"}
)
"""Prefixes of the services whose actions they count for."""


def resource_controls(case: Case) -> Ruling:
    """Read the policies above the resource's account."""
    account = case.account_of(case.resource_account or case.account)
    if account is None or account.management or case.service not in SERVICES or service_linked(case):
        return SILENT
    return guarded(account.resource_controls, case, STAGE)
