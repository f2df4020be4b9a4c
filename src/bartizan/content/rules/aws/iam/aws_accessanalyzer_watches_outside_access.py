"""Access Analyzer looks for access from outside."""

from bartizan.content.kinds.aws.access_analyzer import Analyzer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-accessanalyzer-watches-outside-access",
    title="Access Analyzer looks for access from outside",
    severity=Severity.LOW,
    every=Analyzer,
    must=Analyzer.type.one_of("ACCOUNT", "ORGANIZATION"),
    because=(
        "An analyzer for unused access alone does not tell when a bucket, key or role becomes reachable by strangers."
    ),
    fix="Set type (Terraform) or Type (CloudFormation) to ACCOUNT or ORGANIZATION, in an analyzer of its own.",
    serves=("access-review",),
    also=(
        "AVD-AWS-0175",
        "AWS-0175",
        "aws-accessanalyzer-enable-access-analyzer",
    ),
    passes=[
        Analyzer(type="ACCOUNT"),
    ],
    fails=[
        Analyzer(type="ACCOUNT_UNUSED_ACCESS"),
    ],
)
