"""Values of secret parameters are not written in code."""

from bartizan.content.kinds.aws.ssm_parameter import Parameter
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ssm-parameter-secret-not-in-code",
    title="Values of secret parameters are not written in code",
    severity=Severity.HIGH,
    every=Parameter,
    must=~Parameter.written,
    because="Everyone who can read the repository, its history or the state of a deployment has the secret.",
    fix=(
        "Take the value from a generated secret, or write a placeholder and set the value by hand, and replace the "
        "one that was written down."
    ),
    serves=("secrets-not-in-code",),
    also=("CKV_AWS_384",),
    passes=[
        Parameter(written=False),
    ],
    fails=[
        Parameter(written=True),
    ],
)
