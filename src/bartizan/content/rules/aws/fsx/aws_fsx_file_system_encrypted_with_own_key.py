"""FSx file systems are encrypted with a key of the customer."""

from bartizan.content.kinds.aws.fsx_file_system import FileSystem
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-fsx-file-system-encrypted-with-own-key",
    title="FSx file systems are encrypted with a key of the customer",
    severity=Severity.LOW,
    every=FileSystem,
    where=~FileSystem.scratch,
    must=FileSystem.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix="Set kms_key_id (Terraform) or KmsKeyId (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys",),
    also=("CKV_AWS_178", "CKV_AWS_179", "CKV_AWS_190", "CKV_AWS_203"),
    passes=[FileSystem(scratch=False, own_key=True)],
    fails=[FileSystem(scratch=False, own_key=False)],
)
