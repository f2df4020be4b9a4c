"""Secrets are replaced by themselves."""

from bartizan.content.kinds.aws.secretsmanager_secret import Secret
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-secretsmanager-secret-rotates",
    title="Secrets are replaced by themselves",
    severity=Severity.MEDIUM,
    every=Secret,
    must=Secret.rotates,
    because="A secret that leaked once works until someone replaces it, which nobody likes to do by hand.",
    fix="Add aws_secretsmanager_secret_rotation (Terraform) or AWS::SecretsManager::RotationSchedule (CloudFormation).",
    serves=("credential-rotation", "secrets-management"),
    also=("CKV2_AWS_57",),
    passes=[
        Secret(rotates=True),
    ],
    fails=[
        Secret(rotates=False),
    ],
)
