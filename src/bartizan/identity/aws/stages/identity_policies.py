"""Identity policies: what a principal may do by itself. A root user may do everything.

Published in the IAM user guide, "Policies and permissions in AWS Identity and Access Management".
"""

from __future__ import annotations

from bartizan.identity.aws.case import Case
from bartizan.identity.aws.judged import either
from bartizan.identity.aws.stages.ruling import SILENT, Ruling, perhaps, rule
from bartizan.identity.hole import shown

STAGE = "identity policy"


def identity_policies(case: Case) -> Ruling:
    """Read the policies attached to the caller, directly and through its groups."""
    if case.kind in ("root", "account"):
        return SILENT
    principal = case.principal
    if principal is None:
        return perhaps(f"the policies of {shown(case.arn)} were not seen")
    ruling = rule(principal.policies, case, STAGE, f"no identity policy of {shown(case.arn)} allows it")
    if not principal.more:
        return ruling
    more = perhaps(*principal.more)
    return Ruling(either((ruling.allowed, more.allowed)), (*ruling.denials, *more.denials))
