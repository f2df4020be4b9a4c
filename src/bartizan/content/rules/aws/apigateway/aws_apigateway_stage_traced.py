"""Requests to REST APIs are traced."""

from bartizan.content.kinds.aws.apigateway_rest import Stage
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-apigateway-stage-traced",
    title="Requests to REST APIs are traced",
    severity=Severity.LOW,
    every=Stage,
    must=Stage.traced,
    because="Nobody can tell which part behind the API is slow, fails, or is called in ways it should not be.",
    fix="Set xray_tracing_enabled (TracingEnabled) to true.",
    serves=("application-logging",),
    also=(
        "CKV_AWS_73",
        "AWS-0003",
        "AVD-AWS-0003",
        "aws-apigateway-enable-tracing",
        "AWS-0111",
        "AVD-AWS-0111",
        "aws-sam-enable-api-tracing",
    ),
    passes=[Stage(traced=True)],
    fails=[Stage(traced=False)],
)
