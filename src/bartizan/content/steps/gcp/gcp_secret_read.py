"""Read a secret."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.secretmanager_secret import Secret
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant, grant_on
from bartizan.core.step import Act, Step, Use

IT = Secret("it", name="it", project="shop")

STEP = Step(
    id="gcp-secret-read",
    title="Read a secret",
    technique="T1555.006",
    actor=Identity,
    move=Act(
        on=Secret,
        uses=(Use(actions=("secretmanager.versions.access",)),),
    ),
    because="Whoever may access the versions of a secret has its value, and what that opens.",
    fix="Grant roles/secretmanager.secretAccessor on the secret, to the workload that needs it.",
    intended=True,
    reaches=[
        (account("ci"), SHOP, IT, grant("secretmanager.secretAccessor")),
        (account("ci"), SHOP, IT, grant_on("it", "secretmanager.secretAccessor")),
    ],
    blocked=[
        (account("ci"), SHOP, IT, grant("secretmanager.viewer")),
        (account("ci"), SHOP, OTHER, IT, grant("secretmanager.secretAccessor", on="other")),
    ],
)
