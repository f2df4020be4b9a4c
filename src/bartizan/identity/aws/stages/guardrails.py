"""Control policies of the organisation: at every level from the root down to the account something must allow.

Published in the AWS Organizations user guide, "SCP evaluation" and "RCP evaluation".
"""

from __future__ import annotations

from bartizan.core.truth import Unknown
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.stages.ruling import SILENT, Ruling, merged, perhaps, rule
from bartizan.identity.aws.statement import Policy

Levels = tuple[tuple[Policy, ...], ...] | Unknown


def guarded(levels: Levels, case: Case, stage: str) -> Ruling:
    """Read the policies of all levels."""
    if isinstance(levels, Unknown):
        return perhaps(f"the {stage} were not seen: {levels.why}")
    if not levels:
        return SILENT
    return merged(
        rule(
            policies,
            case,
            stage.replace("policies", "policy"),
            f"no {stage.replace('policies', 'policy')} allows it at level {number} of {len(levels)}",
        )
        for number, policies in enumerate(levels, 1)
    )
