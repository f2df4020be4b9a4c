"""REST APIs limit how often they are called."""

from bartizan.content.kinds.aws.apigateway_rest import MethodSettings
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-apigateway-stage-throttled",
    title="REST APIs limit how often they are called",
    severity=Severity.LOW,
    every=MethodSettings,
    must=MethodSettings.rate.is_set(),
    because="One caller can use up what the whole account may handle, and every other API of it fails too.",
    fix="Set throttling_rate_limit and throttling_burst_limit (ThrottlingRateLimit, ThrottlingBurstLimit).",
    serves=("rate-limiting",),
    passes=[MethodSettings(rate=100)],
    fails=[MethodSettings(rate=None)],
)
