"""The main password of RDS instances is not written in code."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-instance-password-not-in-code",
    title="The main password of RDS instances is not written in code",
    severity=Severity.HIGH,
    every=Instance,
    must=~Instance.literal_password,
    because=(
        "Everyone who can read the code, its history, a plan or the state has the password of the most powerful "
        "user of the database."
    ),
    fix=(
        "Set manage_master_user_password to true (Terraform) or ManageMasterUserPassword to true "
        "(CloudFormation) and remove the password, or take it from Secrets Manager."
    ),
    serves=("secrets-not-in-code", "secrets-management"),
    passes=[Instance(literal_password=False)],
    fails=[Instance(literal_password=True)],
)
