"""Take a role that any account may take."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import ROOT, role
from bartizan.content.steps.data.scene import INTERNET
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="stranger-aws-role-assume",
    title="Take a role that any account may take",
    technique="T1078.004",
    actor=Internet,
    move=Act(on=Role, uses=(Use(actions=("sts:AssumeRole",)),)),
    because=("A trust policy that names everyone lets whoever has an account of AWS take the role."),
    fix=("Name in the trust policy only those who are meant to take the role."),
    weight=0.2,
    reaches=[
        (INTERNET, *role("app", trusts="*")),
    ],
    blocked=[
        (INTERNET, *role("app")),
        (INTERNET, *role("app", trusts=ROOT)),
        (INTERNET, *role("app", trusts="*", only={"StringEquals": {"aws:PrincipalOrgID": "o-1"}})),
        (INTERNET, *role("app", trusts="arn:aws:iam::999988887777:root")),
    ],
)
