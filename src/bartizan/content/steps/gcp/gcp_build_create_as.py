"""Run a build that acts as a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-build-create-as",
    title="Run a build that acts as a service account",
    technique="T1648",
    references=("GCP-IAM-Privilege-Escalation cloudbuild.builds.create",),
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.actAs",)),
            Use(
                actions=("cloudbuild.builds.create",),
                upon=Upon.NEW,
                resource="//cloudbuild.googleapis.com/projects/{account}/locations/*/builds/*",
            ),
        ),
    ),
    because="The steps of a build are commands of its author, and run as the account that the build names.",
    fix=(
        "Grant roles/iam.serviceAccountUser on the accounts that are deployed, never on a project, and let "
        "pipelines deploy."
    ),
    reaches=[
        (*able("iam.serviceAccounts.actAs", "cloudbuild.builds.create"), account("admin")),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("cloudbuild.builds.editor"),
            grant("iam.serviceAccountUser", on="admin"),
        ),
    ],
    blocked=[
        (*able("cloudbuild.builds.create"), account("admin")),
        (*able("iam.serviceAccounts.actAs"), account("admin")),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("cloudbuild.builds.editor"),
            grant("iam.serviceAccountUser", on="admin"),
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
