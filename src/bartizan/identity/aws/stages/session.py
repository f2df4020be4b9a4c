"""Session policies: what a session may do at most of what its role or user may.

Published in the IAM user guide, "Session policies".
"""

from __future__ import annotations

from bartizan.identity.aws.case import Case
from bartizan.identity.aws.stages.ruling import SILENT, Ruling, rule

STAGE = "session policy"


def session(case: Case) -> Ruling:
    """Read the policies that the session was made with."""
    policies = case.caller.session_policies
    return rule(policies, case, STAGE, "no session policy allows it") if policies else SILENT
