"""Make a notebook that acts as a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-notebook-create",
    title="Make a notebook that acts as a service account",
    technique="T1578.002",
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.actAs",)),
            Use(
                actions=("notebooks.instances.create",),
                upon=Upon.NEW,
                resource="//notebooks.googleapis.com/projects/{account}/locations/*/instances/*",
            ),
        ),
    ),
    because="Whoever opens the notebook runs code as the account.",
    fix=(
        "Grant roles/iam.serviceAccountUser on the accounts that are deployed, never on a project, and let "
        "pipelines deploy."
    ),
    reaches=[
        (*able("iam.serviceAccounts.actAs", "notebooks.instances.create"), account("admin")),
        (account("ci"), SHOP, account("admin"), grant("notebooks.admin"), grant("iam.serviceAccountUser", on="admin")),
    ],
    blocked=[
        (*able("notebooks.instances.create"), account("admin")),
        (*able("iam.serviceAccounts.actAs"), account("admin")),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("notebooks.admin"),
            grant("iam.serviceAccountUser", on="admin"),
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
