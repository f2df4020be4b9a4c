"""Put another service account on a machine."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-instance-account-set",
    title="Put another service account on a machine",
    technique="T1578.005",
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.actAs",)),
            Use(
                actions=("compute.instances.setServiceAccount", "compute.instances.stop", "compute.instances.start"),
                upon=Upon.NEW,
                resource="//compute.googleapis.com/projects/{account}/zones/*/instances/*",
            ),
        ),
    ),
    because=(
        "A stopped machine is given the account and started again; its metadata server then hands out tokens of it."
    ),
    fix=(
        "Grant roles/iam.serviceAccountUser on the accounts that are deployed, never on a project, and let "
        "pipelines deploy."
    ),
    reaches=[
        (
            *able(
                "iam.serviceAccounts.actAs",
                "compute.instances.setServiceAccount",
                "compute.instances.stop",
                "compute.instances.start",
            ),
            account("admin"),
        ),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("compute.instanceAdmin.v1"),
            grant("iam.serviceAccountUser", on="admin"),
        ),
    ],
    blocked=[
        (
            *able("compute.instances.setServiceAccount", "compute.instances.stop", "compute.instances.start"),
            account("admin"),
        ),
        (*able("iam.serviceAccounts.actAs"), account("admin")),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("compute.instanceAdmin.v1"),
            grant("iam.serviceAccountUser", on="admin"),
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
