"""DynamoDB tables are encrypted with a key of the customer."""

from bartizan.content.kinds.aws.dynamodb_table import Table
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-dynamodb-table-encrypted-with-own-key",
    title="DynamoDB tables are encrypted with a key of the customer",
    severity=Severity.LOW,
    every=Table,
    must=Table.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix=(
        "Set server_side_encryption with enabled and kms_key_arn (Terraform), or SSESpecification with "
        "SSEEnabled and KMSMasterKeyId (CloudFormation)."
    ),
    serves=("customer-managed-keys", "encryption-at-rest"),
    also=(
        "CKV_AWS_119",
        "CKV_AWS_271",
        "AWS-0025",
        "AVD-AWS-0025",
        "aws-dynamodb-table-customer-key",
        "AWS-0121",
        "AVD-AWS-0121",
        "aws-sam-enable-table-encryption",
    ),
    passes=[Table(own_key=True)],
    fails=[Table(own_key=False)],
)
