"""Make a workflow that acts as a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-workflow-create",
    title="Make a workflow that acts as a service account",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.actAs",)),
            Use(
                actions=("workflows.workflows.create", "workflows.executions.create"),
                upon=Upon.NEW,
                resource="//workflows.googleapis.com/projects/{account}/locations/*/workflows/*",
            ),
        ),
    ),
    because="The steps of a workflow call any Google interface with a token of the account.",
    fix=(
        "Grant roles/iam.serviceAccountUser on the accounts that are deployed, never on a project, and let "
        "pipelines deploy."
    ),
    reaches=[
        (
            *able("iam.serviceAccounts.actAs", "workflows.workflows.create", "workflows.executions.create"),
            account("admin"),
        ),
        (account("ci"), SHOP, account("admin"), grant("workflows.editor"), grant("iam.serviceAccountUser", on="admin")),
    ],
    blocked=[
        (*able("workflows.workflows.create", "workflows.executions.create"), account("admin")),
        (*able("iam.serviceAccounts.actAs"), account("admin")),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("workflows.editor"),
            grant("iam.serviceAccountUser", on="admin"),
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
