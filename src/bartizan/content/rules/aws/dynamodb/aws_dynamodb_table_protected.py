"""DynamoDB tables are protected from deletion."""

from bartizan.content.kinds.aws.dynamodb_table import Table
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-dynamodb-table-protected",
    title="DynamoDB tables are protected from deletion",
    severity=Severity.LOW,
    every=Table,
    must=Table.deletion_protected,
    because="One mistaken or malicious call deletes the table.",
    fix="Set deletion_protection_enabled (Terraform) or DeletionProtectionEnabled (CloudFormation) to true.",
    serves=("deletion-protection",),
    passes=[Table(deletion_protected=True)],
    fails=[Table(deletion_protected=False)],
)
