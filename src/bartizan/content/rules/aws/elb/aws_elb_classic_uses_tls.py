"""Classic load balancers listen with TLS."""

from bartizan.content.kinds.aws.elb_classic import ClassicListener
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elb-classic-uses-tls",
    title="Classic load balancers listen with TLS",
    severity=Severity.HIGH,
    every=ClassicListener,
    where=~ClassicListener.protocol.equals("TCP"),
    must=ClassicListener.protocol.one_of("HTTPS", "SSL") & ClassicListener.has_certificate,
    because=(
        "What is sent over plain HTTP, passwords and session cookies first, can be read and changed by "
        "everyone on the way."
    ),
    fix=(
        "Set lb_protocol to https or ssl with ssl_certificate_id (Protocol, SSLCertificateId), or better move "
        "to an application load balancer."
    ),
    serves=("encryption-in-transit",),
    also=("CKV_AWS_376", "CKV_AWS_127"),
    passes=[ClassicListener(protocol="HTTPS", has_certificate=True)],
    fails=[ClassicListener(protocol="HTTP", has_certificate=False)],
)
