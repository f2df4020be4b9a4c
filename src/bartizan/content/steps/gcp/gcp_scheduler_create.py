"""Schedule calls in the name of a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-scheduler-create",
    title="Schedule calls in the name of a service account",
    technique="T1053",
    references=("GCP-IAM-Privilege-Escalation cloudscheduler.jobs.create",),
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.actAs",)),
            Use(
                actions=("cloudscheduler.jobs.create",),
                upon=Upon.NEW,
                resource="//cloudscheduler.googleapis.com/projects/{account}/locations/*/jobs/*",
            ),
        ),
    ),
    because="The scheduler calls any Google interface with a token of the account, with a body of one's choosing.",
    fix=(
        "Grant roles/iam.serviceAccountUser on the accounts that are deployed, never on a project, and let "
        "pipelines deploy."
    ),
    reaches=[
        (*able("iam.serviceAccounts.actAs", "cloudscheduler.jobs.create"), account("admin")),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("cloudscheduler.admin"),
            grant("iam.serviceAccountUser", on="admin"),
        ),
    ],
    blocked=[
        (*able("cloudscheduler.jobs.create"), account("admin")),
        (*able("iam.serviceAccounts.actAs"), account("admin")),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("cloudscheduler.admin"),
            grant("iam.serviceAccountUser", on="admin"),
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
