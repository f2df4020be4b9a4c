"""A user has at most one working access key."""

from bartizan.content.kinds.aws.iam_user import User
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-user-one-access-key",
    title="A user has at most one working access key",
    severity=Severity.LOW,
    every=User,
    must=User.active_keys.at_most(1),
    because=(
        "Each further key is another secret to lose and to replace; two are needed for the time of a rotation only."
    ),
    fix="Remove the older aws_iam_access_key or AWS::IAM::AccessKey, or set its status to Inactive.",
    serves=("credential-rotation", "no-long-lived-credentials"),
    also=(
        "AVD-AWS-0167",
        "AWS-0167",
        "aws-iam-limit-user-access-keys",
    ),
    passes=[
        User(active_keys=1),
    ],
    fails=[
        User(active_keys=2),
    ],
)
