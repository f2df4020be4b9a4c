"""Secrets are not open to everyone."""

from bartizan.content.kinds.aws.secretsmanager_secret import Secret
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-secretsmanager-secret-policy-not-open",
    title="Secrets are not open to everyone",
    severity=Severity.CRITICAL,
    every=Secret,
    must=~Secret.open_to_all,
    because="Every AWS customer who learns the name can read the secret.",
    fix=(
        "Name accounts, roles or services as Principal in the policy of the secret, or add a condition such as "
        "aws:PrincipalOrgID."
    ),
    serves=("secrets-management", "no-wildcard-trust"),
    passes=[
        Secret(open_to_all=False),
    ],
    fails=[
        Secret(open_to_all=True),
    ],
)
