"""REST APIs do not log whole requests."""

from bartizan.content.kinds.aws.apigateway_rest import MethodSettings
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-apigateway-stage-no-data-trace",
    title="REST APIs do not log whole requests",
    severity=Severity.MEDIUM,
    every=MethodSettings,
    must=~MethodSettings.logs_data,
    because=(
        "Passwords, tokens and personal data of all callers are written into a log that many more people may read."
    ),
    fix="Set data_trace_enabled (DataTraceEnabled) to false.",
    serves=("data-minimisation",),
    also=("CKV_AWS_276",),
    passes=[MethodSettings(logs_data=False)],
    fails=[MethodSettings(logs_data=True)],
)
