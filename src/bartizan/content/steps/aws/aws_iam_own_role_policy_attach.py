"""Attach a policy to one's own role."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.steps.aws.scene import ADMIN, allow, arn, deny, policy, role
from bartizan.core.step import Act, Gain, Step, Upon, Use

ITSELF = arn("iam", "role/ci")

STEP = Step(
    id="aws-iam-own-role-policy-attach",
    title="Attach a policy to one's own role",
    technique="T1098.003",
    references=("pathfinding.cloud iam-009",),
    actor=Role,
    when=~Role.bounded,
    move=Act(
        on=Role,
        uses=(Use(actions=("iam:AttachRolePolicy",), upon=Upon.ACTOR, given={"iam:policyarn": ADMIN}),),
        gains=Gain.ADMIN,
    ),
    because=(
        "AdministratorAccess is a managed policy of AWS that is there in every account. A role that may "
        "call iam:AttachRolePolicy on itself attaches it and has every right."
    ),
    fix=(
        "Limit iam:AttachRolePolicy with the condition iam:PolicyARN to the policies that are meant to "
        "be attached, and exclude the role itself from its resources."
    ),
    reaches=[
        role("ci", allow("iam:AttachRolePolicy", on=ITSELF)),
        role("ci", allow("iam:Attach*", when={"ArnLike": {"iam:PolicyARN": "arn:aws:iam::aws:policy/*"}})),
    ],
    blocked=[
        role("ci", allow("iam:AttachRolePolicy", on=arn("iam", "role/other"))),
        role(
            "ci",
            allow(
                "iam:AttachRolePolicy", when={"ArnEquals": {"iam:PolicyARN": "arn:aws:iam::aws:policy/ReadOnlyAccess"}}
            ),
        ),
        role("ci", allow("iam:*"), deny("iam:AttachRolePolicy", when={"ArnLike": {"iam:PolicyARN": ADMIN}})),
        (*role("ci", allow("iam:*"), boundary="limits"), *policy("limits", allow("iam:*"))),
    ],
)
