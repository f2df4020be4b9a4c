"""AppSync interfaces log errors at least."""

from bartizan.content.kinds.aws.appsync_api import Api
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-appsync-api-logged",
    title="AppSync interfaces log errors at least",
    severity=Severity.LOW,
    every=Api,
    must=~Api.log_level.equals("NONE"),
    because="Failed and refused requests leave no trace.",
    fix="Set log_config.field_log_level (Terraform) or LogConfig.FieldLogLevel (CloudFormation) to ERROR or more.",
    serves=("application-logging",),
    also=("CKV_AWS_193", "CKV_AWS_194"),
    passes=[Api(log_level="ERROR")],
    fails=[Api(log_level="NONE")],
)
