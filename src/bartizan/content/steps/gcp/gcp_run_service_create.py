"""Deploy a Cloud Run service that acts as a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-run-service-create",
    title="Deploy a Cloud Run service that acts as a service account",
    technique="T1648",
    references=("GCP-IAM-Privilege-Escalation run.services.create",),
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.actAs",)),
            Use(
                actions=("run.services.create",),
                upon=Upon.NEW,
                resource="//run.googleapis.com/projects/{account}/locations/*/services/*",
            ),
        ),
    ),
    because="An image of the attacker runs as the account, and can send its token anywhere.",
    fix=(
        "Grant roles/iam.serviceAccountUser on the accounts that are deployed, never on a project, and let "
        "pipelines deploy."
    ),
    reaches=[
        (*able("iam.serviceAccounts.actAs", "run.services.create"), account("admin")),
        (account("ci"), SHOP, account("admin"), grant("run.admin"), grant("iam.serviceAccountUser", on="admin")),
    ],
    blocked=[
        (*able("run.services.create"), account("admin")),
        (*able("iam.serviceAccounts.actAs"), account("admin")),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("run.admin"),
            grant("iam.serviceAccountUser", on="admin"),
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
