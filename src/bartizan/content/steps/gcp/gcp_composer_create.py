"""Make an Airflow environment that acts as a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-composer-create",
    title="Make an Airflow environment that acts as a service account",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.actAs",)),
            Use(
                actions=("composer.environments.create",),
                upon=Upon.NEW,
                resource="//composer.googleapis.com/projects/{account}/locations/*/environments/*",
            ),
        ),
    ),
    because="Pipelines of the environment are code, and run as its account.",
    fix=(
        "Grant roles/iam.serviceAccountUser on the accounts that are deployed, never on a project, and let "
        "pipelines deploy."
    ),
    reaches=[
        (*able("iam.serviceAccounts.actAs", "composer.environments.create"), account("admin")),
        (account("ci"), SHOP, account("admin"), grant("composer.admin"), grant("iam.serviceAccountUser", on="admin")),
    ],
    blocked=[
        (*able("composer.environments.create"), account("admin")),
        (*able("iam.serviceAccounts.actAs"), account("admin")),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("composer.admin"),
            grant("iam.serviceAccountUser", on="admin"),
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
