"""Queries to public DNS zones are logged."""

from bartizan.content.kinds.aws.route53_zone import Zone
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-route53-zone-query-logged",
    title="Queries to public DNS zones are logged",
    severity=Severity.LOW,
    every=Zone,
    where=~Zone.private,
    must=Zone.query_logged,
    because="Look-ups that prepare an attack, or that show a name left dangling, are seen by nobody.",
    fix="Add aws_route53_query_log (QueryLoggingConfig).",
    serves=("network-logging",),
    also=("CKV2_AWS_39",),
    passes=[Zone(private=False, query_logged=True)],
    fails=[Zone(private=False, query_logged=False)],
)
