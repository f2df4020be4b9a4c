"""Policies of VPC endpoints: what may be done at most through an endpoint.

Published in the AWS PrivateLink guide, "Control access to VPC endpoints using endpoint policies". An endpoint without a
policy lets everything through.
"""

from __future__ import annotations

from bartizan.identity.aws.case import Case
from bartizan.identity.aws.stages.ruling import SILENT, Ruling, rule

STAGE = "VPC endpoint policy"


def endpoint(case: Case) -> Ruling:
    """Read the policy of the endpoint that the request comes through, where the request says which."""
    through = case.request.context.get("aws:sourcevpce", ())
    policy = case.roster.estate.endpoints.get(through[0]) if through else None
    return (
        rule((policy,), case, STAGE, f"the policy of the VPC endpoint {through[0]} does not allow it")
        if policy
        else SILENT
    )
