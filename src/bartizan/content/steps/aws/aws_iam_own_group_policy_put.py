"""Write a policy on a group of one's own."""

from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.steps.aws.scene import allow, arn, deny, group, policy, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

DEVS = arn("iam", "group/devs")

STEP = Step(
    id="aws-iam-own-group-policy-put",
    title="Write a policy on a group of one's own",
    technique="T1098.003",
    references=("pathfinding.cloud iam-011",),
    actor=User,
    when=~User.bounded,
    move=Act(
        on=User,
        uses=(Use(actions=("iam:PutGroupPolicy",), upon=Upon.ACTOR, along=((User.groups,),)),),
        gains=Gain.ADMIN,
    ),
    because=(
        "What a group may do, all its members may. A member who may write policies on the group writes "
        "one that allows everything."
    ),
    fix=(
        "Give iam:PutGroupPolicy to nobody who is a member of the groups that it covers, or bound its "
        "holders with a permissions boundary."
    ),
    reaches=[
        (*user("ann", allow("iam:PutGroupPolicy", on=DEVS), groups="devs"), *group("devs")),
        (*user("ann", groups="devs"), *group("devs", allow("iam:*"))),
    ],
    blocked=[
        (*user("ann", allow("iam:PutGroupPolicy", on=DEVS)), *group("devs")),
        (
            *user("ann", allow("iam:PutGroupPolicy", on=arn("iam", "group/ops")), groups="devs"),
            *group("devs"),
            *group("ops"),
        ),
        (*user("ann", groups="devs"), *group("devs", allow("iam:*"), deny("iam:PutGroupPolicy"))),
        (
            *user("ann", groups="devs", boundary="limits"),
            *group("devs", allow("iam:*")),
            *policy("limits", allow("iam:*")),
        ),
    ],
)
