"""A user of the console is not given an access key by the way."""

from bartizan.content.kinds.aws.iam_user import User
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-console-user-no-access-key",
    title="A user of the console is not given an access key by the way",
    severity=Severity.LOW,
    every=User,
    where=User.console,
    must=User.active_keys.at_most(0),
    because=(
        "A key that comes with the account is rarely used and never watched, yet opens all that the person may do "
        "without a second factor."
    ),
    fix=(
        "Remove the aws_iam_access_key or AWS::IAM::AccessKey of the person; use roles and short-lived credentials "
        "for programs."
    ),
    serves=("no-long-lived-credentials",),
    passes=[
        User(console=True, active_keys=0),
    ],
    fails=[
        User(console=True, active_keys=1),
    ],
)
