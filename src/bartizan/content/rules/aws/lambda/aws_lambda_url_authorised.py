"""URLs of Lambda functions ask who calls."""

from bartizan.content.kinds.aws.lambda_function import Url
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-lambda-url-authorised",
    title="URLs of Lambda functions ask who calls",
    severity=Severity.HIGH,
    every=Url,
    must=Url.auth.equals("AWS_IAM"),
    because=(
        "Anyone who finds the address can call the function, with input of their choice and at the cost of its owner."
    ),
    fix="Set authorization_type (AuthType) to AWS_IAM, or put an API with an authoriser before the function.",
    serves=("api-authentication", "no-public-service"),
    also=("CKV_AWS_258",),
    passes=[Url(auth="AWS_IAM")],
    fails=[Url(auth="NONE")],
)
