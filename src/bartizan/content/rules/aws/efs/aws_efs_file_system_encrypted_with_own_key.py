"""EFS file systems that are encrypted use a key of the customer."""

from bartizan.content.kinds.aws.efs_file_system import FileSystem
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-efs-file-system-encrypted-with-own-key",
    title="EFS file systems that are encrypted use a key of the customer",
    severity=Severity.LOW,
    every=FileSystem,
    where=FileSystem.encrypted,
    must=FileSystem.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix="Set kms_key_id (Terraform) or KmsKeyId (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys",),
    also=("CKV_AWS_184",),
    passes=[FileSystem(encrypted=True, own_key=True)],
    fails=[FileSystem(encrypted=True, own_key=False)],
)
