"""Transit gateways accept attachments one by one."""

from bartizan.content.kinds.aws.vpc_transit_gateway import TransitGateway
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-transit-gateway-accepts-by-hand",
    title="Transit gateways accept attachments one by one",
    severity=Severity.MEDIUM,
    every=TransitGateway,
    must=~TransitGateway.accepts_by_itself,
    because=(
        "Every account the gateway is shared with can join its own network to all others without anyone deciding so."
    ),
    fix="Set auto_accept_shared_attachments (AutoAcceptSharedAttachments) to disable.",
    serves=("network-segmentation", "cross-account-control"),
    also=("CKV_AWS_331",),
    passes=[TransitGateway(accepts_by_itself=False)],
    fails=[TransitGateway(accepts_by_itself=True)],
)
