"""Connections to endpoint services are accepted one by one."""

from bartizan.content.kinds.aws.vpc_endpoint import EndpointService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-endpoint-service-accepts-by-hand",
    title="Connections to endpoint services are accepted one by one",
    severity=Severity.MEDIUM,
    every=EndpointService,
    must=EndpointService.accepts_by_hand,
    because="Whoever may ask for a connection has one at once, and with it a private way to the service behind.",
    fix="Set acceptance_required (AcceptanceRequired) to true.",
    serves=("cross-account-control",),
    also=("CKV_AWS_123",),
    passes=[EndpointService(accepts_by_hand=True)],
    fails=[EndpointService(accepts_by_hand=False)],
)
