"""Give oneself the right to read a secret."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.secretmanager_secret import Secret
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant, grant_on
from bartizan.core.step import Act, Step, Use

IT = Secret("it", name="it", project="shop")

STEP = Step(
    id="gcp-secret-policy-set",
    title="Give oneself the right to read a secret",
    technique="T1098.003",
    actor=Identity,
    move=Act(
        on=Secret,
        uses=(Use(actions=("secretmanager.secrets.setIamPolicy",)),),
    ),
    because="Whoever writes the policy of a secret lets themselves read it.",
    fix="Keep roles/secretmanager.admin with those who manage secrets.",
    reaches=[
        (account("ci"), SHOP, IT, grant("secretmanager.admin")),
        (account("ci"), SHOP, IT, grant_on("it", "secretmanager.admin")),
    ],
    blocked=[
        (account("ci"), SHOP, IT, grant("secretmanager.viewer")),
        (account("ci"), SHOP, OTHER, IT, grant("secretmanager.admin", on="other")),
    ],
)
