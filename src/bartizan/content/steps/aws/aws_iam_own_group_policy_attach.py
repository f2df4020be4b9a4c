"""Attach a policy to a group of one's own."""

from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.steps.aws.scene import ADMIN, allow, arn, deny, group, policy, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

DEVS = arn("iam", "group/devs")

STEP = Step(
    id="aws-iam-own-group-policy-attach",
    title="Attach a policy to a group of one's own",
    technique="T1098.003",
    references=("pathfinding.cloud iam-010",),
    actor=User,
    when=~User.bounded,
    move=Act(
        on=User,
        uses=(
            Use(
                actions=("iam:AttachGroupPolicy",),
                upon=Upon.ACTOR,
                along=((User.groups,),),
                given={"iam:policyarn": ADMIN},
            ),
        ),
        gains=Gain.ADMIN,
    ),
    because=(
        "What a group may do, all its members may. A member who may attach policies to the group "
        "attaches AdministratorAccess."
    ),
    fix=(
        "Give iam:AttachGroupPolicy to nobody who is a member of the groups that it covers, and limit it "
        "with the condition iam:PolicyARN."
    ),
    reaches=[
        (*user("ann", allow("iam:AttachGroupPolicy", on=DEVS), groups="devs"), *group("devs")),
        (*user("ann", groups="devs"), *group("devs", allow("iam:*"))),
    ],
    blocked=[
        (*user("ann", allow("iam:AttachGroupPolicy", on=DEVS)), *group("devs")),
        (
            *user("ann", allow("iam:AttachGroupPolicy", on=arn("iam", "group/ops")), groups="devs"),
            *group("devs"),
            *group("ops"),
        ),
        (*user("ann", groups="devs"), *group("devs", allow("iam:*"), deny("iam:AttachGroupPolicy"))),
        (
            *user("ann", groups="devs", boundary="limits"),
            *group("devs", allow("iam:*")),
            *policy("limits", allow("iam:*")),
        ),
    ],
)
