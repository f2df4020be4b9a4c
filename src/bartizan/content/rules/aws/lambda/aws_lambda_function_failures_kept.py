"""Failed calls of Lambda functions are kept."""

from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-lambda-function-failures-kept",
    title="Failed calls of Lambda functions are kept",
    severity=Severity.LOW,
    every=Function,
    must=Function.failures_kept,
    because="An event that fails in the end is lost, and nobody learns that it was.",
    fix="Set target_arn in dead_letter_config (TargetArn in DeadLetterConfig), or a destination on failure.",
    serves=("application-logging", "high-availability"),
    also=("CKV_AWS_116",),
    passes=[Function(failures_kept=True)],
    fails=[Function(failures_kept=False)],
)
