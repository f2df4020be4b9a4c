"""HTTP APIs let only named sites use the credentials of visitors."""

from bartizan.content.kinds.aws.apigateway_api import HttpApi
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-apigatewayv2-cors-limited",
    title="HTTP APIs let only named sites use the credentials of visitors",
    severity=Severity.LOW,
    every=HttpApi,
    must=~HttpApi.cors_open,
    because="A script on any page a visitor opens can call the API in the name of that visitor.",
    fix="Name the sites in allow_origins (AllowOrigins), or set allow_credentials (AllowCredentials) to false.",
    serves=("http-hardening",),
    passes=[HttpApi(cors_open=False)],
    fails=[HttpApi(cors_open=True)],
)
