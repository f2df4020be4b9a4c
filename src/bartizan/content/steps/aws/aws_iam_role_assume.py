"""Take a role that trusts the caller."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.steps.aws.scene import ROOT, allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Step, Use

APP = arn("iam", "role/app")

STEP = Step(
    id="aws-iam-role-assume",
    title="Take a role that trusts the caller",
    technique="T1548.005",
    references=("pathfinding.cloud sts-001",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(Use(actions=("sts:AssumeRole",)),),
    ),
    because=(
        "A role whose trust policy lets the caller in hands out credentials for itself. Where the trust "
        "policy names the account, the caller's own policies must allow the call too."
    ),
    fix=(
        "Name in the trust policy only those who are meant to take the role, and limit sts:AssumeRole to "
        "the roles that are meant."
    ),
    intended=True,
    weight=0.2,
    reaches=[
        (*user("ann", allow("sts:AssumeRole", on=APP)), *role("app", trusts=ROOT)),
        (*user("ann"), *role("app", trusts=arn("iam", "user/ann"))),
        (*role("ci", allow("sts:*")), *role("app", trusts=ROOT)),
        (
            *user("ann", allow("sts:AssumeRole", on=arn("iam", "role/teams/*"))),
            *role("app", trusts=ROOT, path="/teams/shop/"),
        ),
    ],
    blocked=[
        (*user("ann"), *role("app", trusts=ROOT)),
        (*user("ann", allow("sts:AssumeRole", on=APP)), *role("app", trusts="ec2.amazonaws.com")),
        (*user("ann", allow("sts:AssumeRole"), deny("sts:AssumeRole", on=APP)), *role("app", trusts=ROOT)),
        (*user("ann", allow("sts:AssumeRole", on=arn("iam", "role/other"))), *role("app", trusts=ROOT)),
        (
            *user("ann", allow("sts:AssumeRole"), boundary="limits"),
            *policy("limits", allow("s3:*")),
            *role("app", trusts=ROOT),
        ),
    ],
)
