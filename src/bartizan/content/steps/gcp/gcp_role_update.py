"""Add permissions to a custom role that one has."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.iam_role import CustomRole
from bartizan.content.steps.gcp.scene import OWN, SHOP, able, account, custom, deny, grant
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="gcp-role-update",
    title="Add permissions to a custom role that one has",
    technique="T1098.003",
    references=("GCP-IAM-Privilege-Escalation iam.roles.update",),
    actor=Identity,
    move=Act(
        on=CustomRole,
        uses=(Use(actions=("iam.roles.update",), given={"caller.holds": "target"}),),
        gains=Gain.ADMIN,
    ),
    because=(
        "A custom role gives what it says to all who have it: whoever may write it, and has it, has what they write."
    ),
    fix="Take iam.roles.update out of custom roles, and keep roles/iam.roleAdmin with those who manage identities.",
    reaches=[
        able("iam.roles.update"),
        (account("ci"), SHOP, custom("storage.objects.get"), grant(OWN), grant("iam.roleAdmin")),
    ],
    blocked=[
        able("storage.objects.get"),
        (account("ci"), SHOP, custom("storage.objects.get"), grant("iam.roleAdmin")),
        (*able("iam.roles.update"), deny("iam.googleapis.com/roles.update")),
    ],
)
