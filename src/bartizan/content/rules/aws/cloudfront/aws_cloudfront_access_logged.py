"""CloudFront logs requests."""

from bartizan.content.kinds.aws.cloudfront_distribution import Distribution
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudfront-access-logged",
    title="CloudFront logs requests",
    severity=Severity.LOW,
    every=Distribution,
    must=Distribution.access_logged,
    because="Without the log nobody can tell afterwards who asked for what: an attack leaves its traces only there.",
    fix=(
        "Set logging_config (Logging), or deliver the log with aws_cloudwatch_log_delivery_source "
        "(AWS::Logs::DeliverySource)."
    ),
    serves=("application-logging",),
    also=("CKV_AWS_86", "AWS-0010", "AVD-AWS-0010", "aws-cloudfront-enable-logging"),
    passes=[Distribution(access_logged=True)],
    fails=[Distribution(access_logged=False)],
)
