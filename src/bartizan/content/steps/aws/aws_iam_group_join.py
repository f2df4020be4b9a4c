"""Join a group."""

from bartizan.content.kinds.aws.iam_group import Group
from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.steps.aws.scene import allow, arn, deny, group, policy, user
from bartizan.core.step import Act, Gain, Step, Use

OPS = group("ops", allow("s3:*"))

STEP = Step(
    id="aws-iam-group-join",
    title="Join a group",
    technique="T1098",
    references=("pathfinding.cloud iam-013",),
    actor=User,
    move=Act(
        on=Group,
        uses=(Use(actions=("iam:AddUserToGroup",)),),
        gains=Gain.TARGET,
    ),
    because="What a group may do, its members may. A user who may add users to a group adds itself.",
    fix="Limit iam:AddUserToGroup to groups that give no more than its holders have already.",
    reaches=[
        (*user("ann", allow("iam:AddUserToGroup", on=arn("iam", "group/ops"))), *OPS),
        (*user("ann", groups="devs"), *group("devs", allow("iam:Add*")), *OPS),
    ],
    blocked=[
        (*user("ann", allow("iam:AddUserToGroup", on=arn("iam", "group/devs"))), *OPS),
        (*user("ann", allow("iam:*"), deny("iam:AddUserToGroup", on=arn("iam", "group/o*"))), *OPS),
        (*user("ann", allow("iam:AddUserToGroup", on=arn("iam", "user/ann"))), *OPS),
        (*user("ann", allow("iam:*"), boundary="limits"), *policy("limits", allow("s3:*")), *OPS),
    ],
)
