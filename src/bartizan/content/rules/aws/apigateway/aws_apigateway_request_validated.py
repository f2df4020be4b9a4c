"""REST APIs check requests before they pass them on."""

from bartizan.content.kinds.aws.apigateway_rest import Method
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-apigateway-request-validated",
    title="REST APIs check requests before they pass them on",
    severity=Severity.LOW,
    every=Method,
    where=~Method.verb.equals("OPTIONS"),
    must=Method.validated,
    because=(
        "Whatever a caller makes up reaches the program behind the API, which must then be right about every "
        "malformed request."
    ),
    fix="Set request_validator_id (RequestValidatorId).",
    serves=("http-hardening",),
    also=("CKV2_AWS_53",),
    passes=[Method(verb="POST", validated=True)],
    fails=[Method(verb="POST", validated=False)],
)
