"""CloudFront speaks to its origins over TLS."""

from bartizan.content.kinds.aws.cloudfront_distribution import Behaviour, Distribution, Origin
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudfront-origins-use-tls",
    title="CloudFront speaks to its origins over TLS",
    severity=Severity.MEDIUM,
    every=Origin,
    where=Origin.protocol.is_set(),
    must=Origin.protocol.equals("https-only")
    | (
        Origin.protocol.equals("match-viewer")
        & Origin.distribution.any()
        & Origin.distribution.all(
            Distribution.behaviours.any()
            & Distribution.behaviours.all(Behaviour.viewer_protocol.one_of("https-only", "redirect-to-https"))
        )
    ),
    because=(
        "Between CloudFront and the origin the requests cross the Internet: in the clear they can be read and "
        "changed there although the visitor sees a lock."
    ),
    fix="Set origin_protocol_policy (OriginProtocolPolicy) to https-only.",
    serves=("encryption-in-transit",),
    also=("CKV2_AWS_72",),
    passes=[
        Origin(protocol="https-only"),
        (
            Origin("o", protocol="match-viewer", distribution=frozenset({"d"})),
            Distribution("d", behaviours=frozenset({"b"})),
            Behaviour("b", viewer_protocol="https-only"),
        ),
    ],
    fails=[
        Origin(protocol="http-only"),
        (
            Origin("o", protocol="match-viewer", distribution=frozenset({"d"})),
            Distribution("d", behaviours=frozenset({"b"})),
            Behaviour("b", viewer_protocol="allow-all"),
        ),
    ],
)
