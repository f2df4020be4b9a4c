"""Users get their rights from groups."""

from bartizan.content.kinds.aws.iam_user import User
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-user-no-own-policies",
    title="Users get their rights from groups",
    severity=Severity.LOW,
    every=User,
    must=~User.own_rights,
    because="Rights given to single users are not seen when roles change, and stay behind when people move on.",
    fix=(
        "Attach policies to a group (aws_iam_group_policy_attachment, ManagedPolicyArns of AWS::IAM::Group) and make "
        "the user a member."
    ),
    serves=("access-through-groups",),
    also=(
        "CKV_AWS_40",
        "AVD-AWS-0143",
        "AWS-0143",
        "aws-iam-no-user-attached-policies",
    ),
    passes=[
        User(own_rights=False),
    ],
    fails=[
        User(own_rights=True),
    ],
)
