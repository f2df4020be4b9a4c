"""Permissions for services to call Lambda functions name the source."""

from bartizan.content.kinds.aws.lambda_function import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-lambda-permission-names-source",
    title="Permissions for services to call Lambda functions name the source",
    severity=Severity.HIGH,
    every=Permission,
    where=Permission.principal.matches(r"\.amazonaws\.com(\.cn)?$"),
    must=Permission.names_source,
    because=(
        "The service acts for every account of AWS: a stranger can point a bucket, topic or API of their own "
        "at the function."
    ),
    fix="Set source_arn or source_account (SourceArn, SourceAccount).",
    serves=("no-wildcard-trust", "cross-account-control"),
    also=("CKV_AWS_364", "AWS-0067", "AVD-AWS-0067", "aws-lambda-restrict-source-arn"),
    passes=[Permission(principal="s3.amazonaws.com", names_source=True)],
    fails=[Permission(principal="s3.amazonaws.com", names_source=False)],
)
