"""Symmetric KMS keys are rotated."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-kms-key-rotates",
    title="Symmetric KMS keys are rotated",
    severity=Severity.MEDIUM,
    every=Key,
    where=Key.symmetric & Key.material.equals("AWS_KMS"),
    must=Key.rotates,
    because="With one material for ever, a single leak or broken ciphertext concerns all data that was ever encrypted.",
    fix="Set enable_key_rotation (Terraform) or EnableKeyRotation (CloudFormation) to true.",
    serves=("key-rotation",),
    also=(
        "CKV_AWS_7",
        "AVD-AWS-0065",
        "AWS-0065",
        "aws-kms-auto-rotate-keys",
    ),
    passes=[
        Key(symmetric=True, material="AWS_KMS", rotates=True),
    ],
    fails=[
        Key(symmetric=True, material="AWS_KMS", rotates=False),
    ],
)
