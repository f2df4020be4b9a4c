"""REST APIs log errors in handling requests."""

from bartizan.content.kinds.aws.apigateway_rest import MethodSettings
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-apigateway-stage-execution-logged",
    title="REST APIs log errors in handling requests",
    severity=Severity.LOW,
    every=MethodSettings,
    must=MethodSettings.logging.one_of("ERROR", "INFO"),
    because="Failed authorisers, rejected requests and broken back ends are seen by nobody.",
    fix="Set logging_level (LoggingLevel) to ERROR.",
    serves=("application-logging",),
    also=("CKV2_AWS_4",),
    passes=[MethodSettings(logging="ERROR")],
    fails=[MethodSettings(logging="OFF")],
)
