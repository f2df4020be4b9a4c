"""Calls of Lambda functions are traced."""

from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-lambda-function-traced",
    title="Calls of Lambda functions are traced",
    severity=Severity.LOW,
    every=Function,
    must=Function.traced,
    because="Nobody can tell which part is slow, fails, or is called in ways it should not be.",
    fix="Set mode in tracing_config (Mode in TracingConfig) to Active.",
    serves=("application-logging",),
    also=(
        "CKV_AWS_50",
        "AWS-0066",
        "AVD-AWS-0066",
        "aws-lambda-enable-tracing",
        "AWS-0125",
        "AVD-AWS-0125",
        "aws-sam-enable-function-tracing",
    ),
    passes=[Function(traced=True)],
    fails=[Function(traced=False)],
)
