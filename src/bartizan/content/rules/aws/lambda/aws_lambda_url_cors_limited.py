"""URLs of Lambda functions can be called by scripts of named sites only."""

from bartizan.content.kinds.aws.lambda_function import Url
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-lambda-url-cors-limited",
    title="URLs of Lambda functions can be called by scripts of named sites only",
    severity=Severity.LOW,
    every=Url,
    must=~Url.cors_open,
    because=(
        "A script on any page a visitor opens can call the function, where credentials are allowed in the "
        "name of that visitor."
    ),
    fix="Name the sites in allow_origins and the methods in allow_methods (AllowOrigins, AllowMethods).",
    serves=("http-hardening",),
    also=("CKV2_AWS_75",),
    passes=[Url(cors_open=False)],
    fails=[Url(cors_open=True)],
)
