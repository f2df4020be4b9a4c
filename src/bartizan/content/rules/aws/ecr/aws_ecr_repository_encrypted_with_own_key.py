"""Image repositories are encrypted with a key of their owner."""

from bartizan.content.kinds.aws.ecr_repository import Repository
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecr-repository-encrypted-with-own-key",
    title="Image repositories are encrypted with a key of their owner",
    severity=Severity.LOW,
    every=Repository,
    must=Repository.own_key,
    because="The key of AWS cannot be limited, watched or taken away.",
    fix="Set encryption_type to KMS and kms_key in encryption_configuration (EncryptionConfiguration).",
    serves=("customer-managed-keys",),
    also=("CKV_AWS_136", "AWS-0033", "AVD-AWS-0033", "aws-ecr-repository-customer-key"),
    passes=[Repository(own_key=True)],
    fails=[Repository(own_key=False)],
)
