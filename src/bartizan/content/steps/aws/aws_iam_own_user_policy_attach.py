"""Attach a policy to one's own user."""

from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.steps.aws.scene import ADMIN, allow, arn, deny, policy, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

ITSELF = arn("iam", "user/ann")

STEP = Step(
    id="aws-iam-own-user-policy-attach",
    title="Attach a policy to one's own user",
    technique="T1098.003",
    references=("pathfinding.cloud iam-008",),
    actor=User,
    when=~User.bounded,
    move=Act(
        on=User,
        uses=(Use(actions=("iam:AttachUserPolicy",), upon=Upon.ACTOR, given={"iam:policyarn": ADMIN}),),
        gains=Gain.ADMIN,
    ),
    because=(
        "AdministratorAccess is a managed policy of AWS that is there in every account. A user that may "
        "call iam:AttachUserPolicy on itself attaches it and has every right."
    ),
    fix=(
        "Limit iam:AttachUserPolicy with the condition iam:PolicyARN to the policies that are meant to "
        "be attached, and exclude the user itself from its resources."
    ),
    reaches=[
        user("ann", allow("iam:AttachUserPolicy", on=ITSELF)),
        user("ann", allow("iam:Attach*", when={"ArnLike": {"iam:PolicyARN": "arn:aws:iam::aws:policy/*"}})),
    ],
    blocked=[
        user("ann", allow("iam:AttachUserPolicy", on=arn("iam", "user/other"))),
        user(
            "ann",
            allow(
                "iam:AttachUserPolicy", when={"ArnEquals": {"iam:PolicyARN": "arn:aws:iam::aws:policy/ReadOnlyAccess"}}
            ),
        ),
        user("ann", allow("iam:*"), deny("iam:AttachUserPolicy", when={"ArnLike": {"iam:PolicyARN": ADMIN}})),
        (*user("ann", allow("iam:*"), boundary="limits"), *policy("limits", allow("iam:*"))),
    ],
)
