"""Make a user in a group, and an access key for it."""

from bartizan.content.kinds.aws.iam_group import Group
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, group, role, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

OPS = group("ops", allow("s3:*"))
MAKE = allow("iam:CreateUser", "iam:CreateAccessKey")
JOIN = allow("iam:AddUserToGroup", on=arn("iam", "group/ops"))

STEP = Step(
    id="aws-iam-user-create-and-join",
    title="Make a user in a group, and an access key for it",
    technique="T1136.003",
    actor=Identity,
    move=Act(
        on=Group,
        uses=(
            Use(actions=("iam:AddUserToGroup",)),
            Use(
                actions=("iam:CreateUser", "iam:CreateAccessKey"),
                upon=Upon.NEW,
                resource="arn:{partition}:iam::{account}:user/*",
            ),
        ),
        gains=Gain.TARGET,
    ),
    because=(
        "A new user is put into a group and has all that its members have; the access key of the new "
        "user is the caller's."
    ),
    fix=(
        "Give iam:CreateUser, iam:AddUserToGroup and iam:CreateAccessKey together to administrators "
        "alone, or require a permissions boundary for new users."
    ),
    weight=1.5,
    reaches=[
        (*user("ann", MAKE, JOIN), *OPS),
        (*role("ci", allow("iam:*")), *OPS),
    ],
    blocked=[
        (*user("ann", MAKE), *OPS),
        (*user("ann", JOIN, allow("iam:CreateUser")), *OPS),
        (*role("ci", MAKE, JOIN, deny("iam:CreateUser")), *OPS),
        (*role("ci", MAKE, allow("iam:AddUserToGroup", on=arn("iam", "group/devs"))), *OPS),
    ],
)
