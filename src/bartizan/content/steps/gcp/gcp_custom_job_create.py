"""Train a model in a job that acts as a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-custom-job-create",
    title="Train a model in a job that acts as a service account",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.actAs",)),
            Use(
                actions=("aiplatform.customJobs.create",),
                upon=Upon.NEW,
                resource="//aiplatform.googleapis.com/projects/{account}/locations/*/customJobs/*",
            ),
        ),
    ),
    because="A custom job runs an image of its author, as the account that it names.",
    fix=(
        "Grant roles/iam.serviceAccountUser on the accounts that are deployed, never on a project, and let "
        "pipelines deploy."
    ),
    reaches=[
        (*able("iam.serviceAccounts.actAs", "aiplatform.customJobs.create"), account("admin")),
        (account("ci"), SHOP, account("admin"), grant("aiplatform.user"), grant("iam.serviceAccountUser", on="admin")),
    ],
    blocked=[
        (*able("aiplatform.customJobs.create"), account("admin")),
        (*able("iam.serviceAccounts.actAs"), account("admin")),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("aiplatform.user"),
            grant("iam.serviceAccountUser", on="admin"),
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
