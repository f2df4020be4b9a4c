"""Start a machine that acts as a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-instance-create",
    title="Start a machine that acts as a service account",
    technique="T1578.002",
    references=("GCP-IAM-Privilege-Escalation compute.instances.create",),
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.actAs",)),
            Use(
                actions=(
                    "compute.instances.create",
                    "compute.instances.setServiceAccount",
                    "compute.disks.create",
                    "compute.subnetworks.use",
                ),
                upon=Upon.NEW,
                resource="//compute.googleapis.com/projects/{account}/zones/*/instances/*",
            ),
        ),
    ),
    because="The metadata server of the new machine hands out tokens of the account to whatever runs on it.",
    fix=(
        "Grant roles/iam.serviceAccountUser on the accounts that are deployed, never on a project, and let "
        "pipelines deploy."
    ),
    reaches=[
        (
            *able(
                "iam.serviceAccounts.actAs",
                "compute.instances.create",
                "compute.instances.setServiceAccount",
                "compute.disks.create",
                "compute.subnetworks.use",
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
            *able(
                "compute.instances.create",
                "compute.instances.setServiceAccount",
                "compute.disks.create",
                "compute.subnetworks.use",
            ),
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
