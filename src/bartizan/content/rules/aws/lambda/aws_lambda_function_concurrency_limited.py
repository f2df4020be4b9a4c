"""Lambda functions limit how many calls run at once."""

from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-lambda-function-concurrency-limited",
    title="Lambda functions limit how many calls run at once",
    severity=Severity.LOW,
    every=Function,
    must=Function.concurrency.is_set(),
    because=(
        "One function that is called in floods takes all that the account may run, and every other function stops."
    ),
    fix="Set reserved_concurrent_executions (ReservedConcurrentExecutions).",
    serves=("resource-limits",),
    also=("CKV_AWS_115",),
    passes=[Function(concurrency=5)],
    fails=[Function(concurrency=None)],
)
