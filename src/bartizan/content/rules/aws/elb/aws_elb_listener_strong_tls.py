"""Load balancers use TLS 1.2 or later."""

from bartizan.content.kinds.aws.elb_load_balancer import Listener
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elb-listener-strong-tls",
    title="Load balancers use TLS 1.2 or later",
    severity=Severity.MEDIUM,
    every=Listener,
    where=Listener.protocol.one_of("HTTPS", "TLS"),
    must=Listener.tls_policy.matches(r"^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)"),
    because=(
        "Older versions of TLS have known weaknesses, and an attacker on the way can make both sides agree on "
        "the oldest that is offered."
    ),
    fix="Set ssl_policy (SslPolicy) to ELBSecurityPolicy-TLS13-1-2-2021-06 or a stricter one.",
    serves=("strong-tls",),
    also=("CKV_AWS_103", "CKV2_AWS_74", "AWS-0047", "AVD-AWS-0047", "aws-elb-use-secure-tls-policy"),
    passes=[
        Listener(protocol="HTTPS", tls_policy="ELBSecurityPolicy-TLS13-1-2-2021-06"),
        Listener(protocol="TLS", tls_policy="ELBSecurityPolicy-TLS13-1-3-2021-06"),
    ],
    fails=[
        Listener(protocol="HTTPS", tls_policy="ELBSecurityPolicy-2016-08"),
        Listener(protocol="TLS", tls_policy="ELBSecurityPolicy-TLS13-1-0-2021-06"),
    ],
)
