"""Methods of REST APIs ask who calls."""

from bartizan.content.kinds.aws.apigateway_rest import Method
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-apigateway-method-authorised",
    title="Methods of REST APIs ask who calls",
    severity=Severity.MEDIUM,
    every=Method,
    where=~Method.verb.equals("OPTIONS"),
    must=~Method.authorization.equals("NONE") | Method.needs_key,
    because="Anyone who finds the address of the API can call the method, as often as they like.",
    fix=(
        "Set authorization to AWS_IAM, CUSTOM or COGNITO_USER_POOLS (AuthorizationType), or waive the finding "
        "where the method is public."
    ),
    serves=("api-authentication",),
    also=("CKV_AWS_59", "CKV2_AWS_70", "AWS-0004", "AVD-AWS-0004", "aws-apigateway-no-public-access"),
    passes=[
        Method(verb="GET", authorization="AWS_IAM", needs_key=False),
        Method(verb="GET", authorization="NONE", needs_key=True),
    ],
    fails=[Method(verb="POST", authorization="NONE", needs_key=False)],
)
