"""Stages of APIs log requests."""

from bartizan.content.kinds.aws.apigateway_api import ApiStage, HttpStage
from bartizan.content.kinds.aws.apigateway_rest import Stage
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-apigateway-stage-access-logged",
    title="Stages of APIs log requests",
    severity=Severity.MEDIUM,
    every=ApiStage,
    must=ApiStage.access_logged,
    because="Without the log nobody can tell afterwards who asked for what: an attack leaves its traces only there.",
    fix="Set destination_arn in access_log_settings (DestinationArn in AccessLogSetting or AccessLogSettings).",
    serves=("application-logging",),
    also=(
        "CKV_AWS_76",
        "AWS-0001",
        "AVD-AWS-0001",
        "aws-apigateway-enable-access-logging",
        "AWS-0113",
        "AVD-AWS-0113",
        "aws-sam-enable-api-access-logging",
        "CKV_AWS_95",
        "AWS-0116",
        "AVD-AWS-0116",
        "aws-sam-enable-http-api-access-logging",
    ),
    passes=[Stage(access_logged=True), HttpStage(access_logged=True)],
    fails=[Stage(access_logged=False), HttpStage(access_logged=False)],
)
