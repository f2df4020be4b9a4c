"""Service control policies: what anyone of an account may do at most.

They count for users, roles and the root user of a member account. Not for the management account, not for
service-linked roles, not for AWS services. Published in the AWS Organizations user guide, "Service control policies".
"""

from __future__ import annotations

from bartizan.identity.aws.case import Case
from bartizan.identity.aws.stages.guardrails import guarded
from bartizan.identity.aws.stages.ruling import SILENT, Ruling

STAGE = "service control policies"


def service_controls(case: Case) -> Ruling:
    """Read the policies above the caller's account."""
    account = case.account_of(case.account)
    if account is None or account.management or service_linked(case):
        return SILENT
    return guarded(account.service_controls, case, STAGE)


def service_linked(case: Case) -> bool:
    """Tell whether the caller is a role that belongs to a service."""
    if case.principal is not None and case.principal.service_linked:
        return True
    return case.kind == "role" and ":role/aws-service-role/" in case.arn
