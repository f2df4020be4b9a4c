"""No access keys are made in code."""

from bartizan.content.kinds.aws.iam_user import AccessKey
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-user-no-static-key",
    title="No access keys are made in code",
    severity=Severity.MEDIUM,
    every=AccessKey,
    must=~AccessKey.active,
    because="The secret of a static key ends in state files and outputs, works from anywhere and does not expire.",
    fix=(
        "Use roles (instance profiles, IRSA, OpenID Connect for pipelines) in place of aws_iam_access_key or "
        "AWS::IAM::AccessKey."
    ),
    serves=("no-long-lived-credentials", "secrets-not-in-code"),
    passes=[
        AccessKey(active=False),
    ],
    fails=[
        AccessKey(active=True),
    ],
)
