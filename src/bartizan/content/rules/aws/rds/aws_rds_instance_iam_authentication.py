"""RDS instances accept short-lived credentials from IAM."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-instance-iam-authentication",
    title="RDS instances accept short-lived credentials from IAM",
    severity=Severity.LOW,
    every=Instance,
    where=~Instance.member & Instance.engine.one_of("mysql", "mariadb", "postgres"),
    must=Instance.iam_authentication,
    because=(
        "Passwords of database users live long, are shared, and are not cut off with the person or workload they "
        "were made for."
    ),
    fix=(
        "Set iam_database_authentication_enabled (Terraform) or EnableIAMDatabaseAuthentication (CloudFormation) "
        "to true."
    ),
    serves=("strong-authentication", "no-long-lived-credentials"),
    also=("CKV_AWS_161", "AWS-0176", "AVD-AWS-0176", "aws-rds-enable-iam-auth"),
    passes=[Instance(member=False, engine="postgres", iam_authentication=True)],
    fails=[Instance(member=False, engine="mysql", iam_authentication=False)],
)
