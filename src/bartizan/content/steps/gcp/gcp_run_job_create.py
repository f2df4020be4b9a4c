"""Run a Cloud Run job that acts as a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-run-job-create",
    title="Run a Cloud Run job that acts as a service account",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.actAs",)),
            Use(
                actions=("run.jobs.create", "run.jobs.run"),
                upon=Upon.NEW,
                resource="//run.googleapis.com/projects/{account}/locations/*/jobs/*",
            ),
        ),
    ),
    because="A container of the attacker runs as the account until it ends, and can send its token anywhere.",
    fix=(
        "Grant roles/iam.serviceAccountUser on the accounts that are deployed, never on a project, and let "
        "pipelines deploy."
    ),
    reaches=[
        (*able("iam.serviceAccounts.actAs", "run.jobs.create", "run.jobs.run"), account("admin")),
        (account("ci"), SHOP, account("admin"), grant("run.admin"), grant("iam.serviceAccountUser", on="admin")),
    ],
    blocked=[
        (*able("run.jobs.create", "run.jobs.run"), account("admin")),
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
