"""Load balancers listen with TLS."""

from bartizan.content.kinds.aws.elb_load_balancer import Listener
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elb-listener-uses-tls",
    title="Load balancers listen with TLS",
    severity=Severity.HIGH,
    every=Listener,
    where=Listener.protocol.one_of("HTTP", "HTTPS", "TLS"),
    must=Listener.protocol.one_of("HTTPS", "TLS") | Listener.redirects_to_https,
    because=(
        "What is sent over plain HTTP, passwords and session cookies first, can be read and changed by "
        "everyone on the way."
    ),
    fix=(
        "Set protocol to HTTPS with a certificate, or let the listener redirect (default_action of type "
        "redirect with protocol HTTPS; DefaultActions)."
    ),
    serves=("encryption-in-transit",),
    also=("CKV_AWS_2", "CKV_AWS_376", "CKV2_AWS_20", "AWS-0054", "AVD-AWS-0054", "aws-elb-http-not-used"),
    passes=[Listener(protocol="HTTPS", redirects_to_https=False), Listener(protocol="HTTP", redirects_to_https=True)],
    fails=[Listener(protocol="HTTP", redirects_to_https=False)],
)
