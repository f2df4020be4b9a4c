"""Get tokens of a service account that is granted to everyone."""

from bartizan.content.kinds.gcp.iam_identity import ServiceAccount
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.data.scene import INTERNET, everyone, kept
from bartizan.content.steps.gcp.scene import SHOP, account, grant_on
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="stranger-gcp-token-create",
    title="Get tokens of a service account that is granted to everyone",
    technique="T1528",
    actor=Internet,
    move=Act(on=ServiceAccount, uses=(Use(actions=("iam.serviceAccounts.getAccessToken",)),)),
    because=("Every Google account gets tokens of the service account and acts as it."),
    fix=(
        "Take allUsers and allAuthenticatedUsers out of the grants, and forbid them by the organisation "
        "policy of domain-restricted sharing."
    ),
    weight=0.1,
    reaches=[
        (
            INTERNET,
            kept(
                ServiceAccount,
                "it",
                email="it@shop.iam.gserviceaccount.com",
                account_id="it",
                project="shop",
                disabled=False,
                default=False,
            ),
            SHOP,
            everyone("iam.serviceAccountTokenCreator"),
        ),
        (
            INTERNET,
            kept(
                ServiceAccount,
                "it",
                email="it@shop.iam.gserviceaccount.com",
                account_id="it",
                project="shop",
                disabled=False,
                default=False,
            ),
            SHOP,
            everyone("iam.serviceAccountTokenCreator", "allAuthenticatedUsers"),
        ),
    ],
    blocked=[
        (
            INTERNET,
            kept(
                ServiceAccount,
                "it",
                email="it@shop.iam.gserviceaccount.com",
                account_id="it",
                project="shop",
                disabled=False,
                default=False,
            ),
            SHOP,
        ),
        (
            INTERNET,
            kept(
                ServiceAccount,
                "it",
                email="it@shop.iam.gserviceaccount.com",
                account_id="it",
                project="shop",
                disabled=False,
                default=False,
            ),
            SHOP,
            everyone("viewer"),
        ),
        (
            INTERNET,
            kept(
                ServiceAccount,
                "it",
                email="it@shop.iam.gserviceaccount.com",
                account_id="it",
                project="shop",
                disabled=False,
                default=False,
            ),
            SHOP,
            account("ci"),
            grant_on("it", "iam.serviceAccountTokenCreator"),
        ),
    ],
)
