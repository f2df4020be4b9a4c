"""Classic load balancers log requests."""

from bartizan.content.kinds.aws.elb_classic import Classic
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elb-classic-access-logged",
    title="Classic load balancers log requests",
    severity=Severity.LOW,
    every=Classic,
    must=Classic.access_logged,
    because="Without the log nobody can tell afterwards who asked for what: an attack leaves its traces only there.",
    fix="Set bucket in access_logs (Enabled and S3BucketName in AccessLoggingPolicy).",
    serves=("application-logging",),
    also=("CKV_AWS_92",),
    passes=[Classic(access_logged=True)],
    fails=[Classic(access_logged=False)],
)
