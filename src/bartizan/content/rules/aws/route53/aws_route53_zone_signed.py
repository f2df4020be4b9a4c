"""Public DNS zones are signed."""

from bartizan.content.kinds.aws.route53_zone import Zone
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-route53-zone-signed",
    title="Public DNS zones are signed",
    severity=Severity.LOW,
    every=Zone,
    where=~Zone.private,
    must=Zone.signed,
    because="An attacker who can answer in place of the name server sends visitors, and mail, somewhere else.",
    fix="Add aws_route53_key_signing_key and aws_route53_hosted_zone_dnssec (AWS::Route53::DNSSEC).",
    serves=("dns-protection",),
    also=("CKV2_AWS_38",),
    passes=[Zone(private=False, signed=True)],
    fails=[Zone(private=False, signed=False)],
)
