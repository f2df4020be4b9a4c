"""CloudFront answers over TLS only."""

from bartizan.content.kinds.aws.cloudfront_distribution import Behaviour
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudfront-viewers-use-tls",
    title="CloudFront answers over TLS only",
    severity=Severity.HIGH,
    every=Behaviour,
    must=Behaviour.viewer_protocol.one_of("https-only", "redirect-to-https"),
    because=(
        "What is sent over plain HTTP, passwords and session cookies first, can be read and changed by "
        "everyone on the way."
    ),
    fix=(
        "Set viewer_protocol_policy (ViewerProtocolPolicy) of the cache behaviour to redirect-to-https or https-only."
    ),
    serves=("encryption-in-transit",),
    also=("CKV_AWS_34", "AWS-0012", "AVD-AWS-0012", "aws-cloudfront-enforce-https"),
    passes=[Behaviour(viewer_protocol="https-only"), Behaviour(viewer_protocol="redirect-to-https")],
    fails=[Behaviour(viewer_protocol="allow-all")],
)
