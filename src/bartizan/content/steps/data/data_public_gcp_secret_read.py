"""Read a secret that is granted to everyone."""

from bartizan.content.kinds.gcp.secretmanager_secret import Secret
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.data.scene import INTERNET, everyone, kept
from bartizan.content.steps.gcp.scene import SHOP, account, grant_on
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-public-gcp-secret-read",
    title="Read a secret that is granted to everyone",
    technique="T1555.006",
    actor=Internet,
    move=Act(on=Secret, uses=(Use(actions=("secretmanager.versions.access",)),)),
    because=("Every Google account reads the secret."),
    fix=(
        "Take allUsers and allAuthenticatedUsers out of the grants, and forbid them by the organisation "
        "policy of domain-restricted sharing."
    ),
    weight=0.1,
    reaches=[
        (INTERNET, kept(Secret, "it", project="shop"), SHOP, everyone("secretmanager.secretAccessor")),
        (
            INTERNET,
            kept(Secret, "it", project="shop"),
            SHOP,
            everyone("secretmanager.secretAccessor", "allAuthenticatedUsers"),
        ),
    ],
    blocked=[
        (INTERNET, kept(Secret, "it", project="shop"), SHOP),
        (INTERNET, kept(Secret, "it", project="shop"), SHOP, everyone("secretmanager.viewer")),
        (
            INTERNET,
            kept(Secret, "it", project="shop"),
            SHOP,
            account("ci"),
            grant_on("it", "secretmanager.secretAccessor"),
        ),
    ],
)
