"""Make a Dataproc cluster that acts as a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-dataproc-create",
    title="Make a Dataproc cluster that acts as a service account",
    technique="T1578.002",
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.actAs",)),
            Use(
                actions=("dataproc.clusters.create", "dataproc.jobs.create"),
                upon=Upon.NEW,
                resource="//dataproc.googleapis.com/projects/{account}/regions/*/clusters/*",
            ),
        ),
    ),
    because="Jobs on the cluster are code, and its machines hand out tokens of the account.",
    fix=(
        "Grant roles/iam.serviceAccountUser on the accounts that are deployed, never on a project, and let "
        "pipelines deploy."
    ),
    reaches=[
        (*able("iam.serviceAccounts.actAs", "dataproc.clusters.create", "dataproc.jobs.create"), account("admin")),
        (account("ci"), SHOP, account("admin"), grant("dataproc.editor"), grant("iam.serviceAccountUser", on="admin")),
    ],
    blocked=[
        (*able("dataproc.clusters.create", "dataproc.jobs.create"), account("admin")),
        (*able("iam.serviceAccounts.actAs"), account("admin")),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("dataproc.editor"),
            grant("iam.serviceAccountUser", on="admin"),
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
