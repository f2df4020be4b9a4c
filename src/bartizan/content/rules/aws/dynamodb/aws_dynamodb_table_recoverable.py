"""DynamoDB tables can be restored to any point in time."""

from bartizan.content.kinds.aws.dynamodb_table import Table
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-dynamodb-table-recoverable",
    title="DynamoDB tables can be restored to any point in time",
    severity=Severity.MEDIUM,
    every=Table,
    must=Table.recoverable,
    because="Items deleted or spoilt by a mistake or by ransom are gone for good.",
    fix=(
        "Set point_in_time_recovery.enabled, and that of every replica (Terraform), or "
        "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled (CloudFormation) to true."
    ),
    serves=("backup",),
    also=("CKV_AWS_28", "CKV_AWS_165", "AWS-0024", "AVD-AWS-0024", "aws-dynamodb-enable-recovery"),
    passes=[Table(recoverable=True)],
    fails=[Table(recoverable=False)],
)
