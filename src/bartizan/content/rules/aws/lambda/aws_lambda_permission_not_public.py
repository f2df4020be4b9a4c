"""Lambda functions cannot be called by everyone."""

from bartizan.content.kinds.aws.lambda_function import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-lambda-permission-not-public",
    title="Lambda functions cannot be called by everyone",
    severity=Severity.HIGH,
    every=Permission,
    where=~Permission.for_url,
    must=~Permission.principal.equals("*") | Permission.names_source,
    because="Every AWS account can call the function: with input of its choice, at the cost of its owner.",
    fix=(
        "Name the account or role in principal (Principal), or limit it with principal_org_id or source_arn "
        "(PrincipalOrgID, SourceArn)."
    ),
    serves=("no-public-service", "no-wildcard-trust"),
    also=("CKV_AWS_301",),
    passes=[
        Permission(principal="111122223333", names_source=False, for_url=False),
        Permission(principal="*", names_source=True, for_url=False),
    ],
    fails=[Permission(principal="*", names_source=False, for_url=False)],
)
