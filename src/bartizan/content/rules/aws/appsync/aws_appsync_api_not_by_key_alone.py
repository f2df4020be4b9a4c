"""AppSync interfaces ask callers who they are."""

from bartizan.content.kinds.aws.appsync_api import Api
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-appsync-api-not-by-key-alone",
    title="AppSync interfaces ask callers who they are",
    severity=Severity.MEDIUM,
    every=Api,
    must=~Api.authentication.equals("API_KEY"),
    because=(
        "A key is in every copy of the program that uses it: who has it is anybody, and cannot be told from "
        "anybody else."
    ),
    fix=(
        "Set authentication_type (Terraform) or AuthenticationType (CloudFormation) to AWS_IAM, OPENID_CONNECT "
        "or AMAZON_COGNITO_USER_POOLS."
    ),
    serves=("api-authentication",),
    passes=[Api(authentication="AWS_IAM")],
    fails=[Api(authentication="API_KEY")],
)
