"""The policy of DynamoDB tables does not let everyone in."""

from bartizan.content.kinds.aws.dynamodb_table import Table
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-dynamodb-table-policy-not-open",
    title="The policy of DynamoDB tables does not let everyone in",
    severity=Severity.CRITICAL,
    every=Table,
    must=~Table.open_by_policy,
    because=("Every AWS account in the world may then do what the statement allows: read the items, or change them."),
    fix=(
        "Name principals in the policy of aws_dynamodb_resource_policy (Terraform) or ResourcePolicy "
        "(CloudFormation), or limit it by aws:PrincipalOrgID."
    ),
    serves=("no-public-data", "no-wildcard-trust"),
    passes=[Table(open_by_policy=False)],
    fails=[Table(open_by_policy=True)],
)
