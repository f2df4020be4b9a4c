"""Run a batch job that acts as a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-batch-job-create",
    title="Run a batch job that acts as a service account",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.actAs",)),
            Use(
                actions=("batch.jobs.create",),
                upon=Upon.NEW,
                resource="//batch.googleapis.com/projects/{account}/locations/*/jobs/*",
            ),
        ),
    ),
    because="The tasks of the job are commands of its author, and its machines hand out tokens of the account.",
    fix=(
        "Grant roles/iam.serviceAccountUser on the accounts that are deployed, never on a project, and let "
        "pipelines deploy."
    ),
    reaches=[
        (*able("iam.serviceAccounts.actAs", "batch.jobs.create"), account("admin")),
        (account("ci"), SHOP, account("admin"), grant("batch.jobsEditor"), grant("iam.serviceAccountUser", on="admin")),
    ],
    blocked=[
        (*able("batch.jobs.create"), account("admin")),
        (*able("iam.serviceAccounts.actAs"), account("admin")),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("batch.jobsEditor"),
            grant("iam.serviceAccountUser", on="admin"),
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
