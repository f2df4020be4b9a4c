"""Parameters that hold secrets are encrypted."""

from bartizan.content.kinds.aws.ssm_parameter import Parameter
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ssm-parameter-encrypted",
    title="Parameters that hold secrets are encrypted",
    severity=Severity.MEDIUM,
    every=Parameter,
    where=Parameter.secret_by_name,
    must=Parameter.encrypted,
    because="Everyone who may list parameters of type String sees the secret, in the console too.",
    fix="Set type to SecureString; in CloudFormation, which cannot, use AWS::SecretsManager::Secret.",
    serves=("secrets-management", "encryption-at-rest"),
    also=("CKV2_AWS_34",),
    passes=[
        Parameter(secret_by_name=True, encrypted=True),
    ],
    fails=[
        Parameter(secret_by_name=True, encrypted=False),
    ],
)
