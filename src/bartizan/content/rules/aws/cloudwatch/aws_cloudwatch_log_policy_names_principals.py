"""Others can write to CloudWatch Logs only if they are named."""

from bartizan.content.kinds.aws.cloudwatch_log_policy import LogPolicy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudwatch-log-policy-names-principals",
    title="Others can write to CloudWatch Logs only if they are named",
    severity=Severity.MEDIUM,
    every=LogPolicy,
    must=~LogPolicy.open_to_all,
    because="Strangers can fill the logs with false events, which hides their traces and costs money.",
    fix=(
        "Name services or accounts as Principal in policy_document (Terraform) or PolicyDocument (CloudFormation), "
        "with a condition on aws:SourceArn."
    ),
    serves=("no-wildcard-trust", "log-integrity"),
    passes=[
        LogPolicy(open_to_all=False),
    ],
    fails=[
        LogPolicy(open_to_all=True),
    ],
)
