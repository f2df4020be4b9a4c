"""Permissions boundaries: the most that identity policies can give a user or role.

Published in the IAM user guide, "Permissions boundaries for IAM entities". A `NotPrincipal` that denies meets everyone
who has a boundary, whomever it lists.
"""

from __future__ import annotations

from bartizan.identity.aws.case import Case
from bartizan.identity.aws.stages.ruling import SILENT, Ruling, rule

STAGE = "permissions boundary"


def boundary(case: Case) -> Ruling:
    """Read the caller's boundary, if it has one."""
    if case.principal is None or case.principal.boundary is None or case.kind == "root":
        return SILENT
    return rule((case.principal.boundary,), case, STAGE, "the permissions boundary does not allow it")
