"""Load balancers speak to their targets over TLS."""

from bartizan.content.kinds.aws.elb_load_balancer import TargetGroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elb-target-group-uses-tls",
    title="Load balancers speak to their targets over TLS",
    severity=Severity.LOW,
    every=TargetGroup,
    must=~TargetGroup.protocol.equals("HTTP"),
    because=(
        "Inside the network the requests of all visitors travel in the clear, for everyone who has a foothold "
        "there to read."
    ),
    fix="Set protocol (Protocol) of the target group to HTTPS, and give the targets a certificate.",
    serves=("encryption-in-transit",),
    also=("CKV_AWS_378",),
    passes=[TargetGroup(protocol="HTTPS"), TargetGroup(protocol="TCP")],
    fails=[TargetGroup(protocol="HTTP")],
)
