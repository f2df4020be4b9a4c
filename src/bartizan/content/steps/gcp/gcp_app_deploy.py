"""Deploy an App Engine version that acts as a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-app-deploy",
    title="Deploy an App Engine version that acts as a service account",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.actAs",)),
            Use(
                actions=("appengine.versions.create", "appengine.services.update"),
                upon=Upon.NEW,
                resource="//appengine.googleapis.com/projects/{account}/services/*",
            ),
        ),
    ),
    because="Code of the new version runs as the account that it names.",
    fix=(
        "Grant roles/iam.serviceAccountUser on the accounts that are deployed, never on a project, and let "
        "pipelines deploy."
    ),
    reaches=[
        (
            *able("iam.serviceAccounts.actAs", "appengine.versions.create", "appengine.services.update"),
            account("admin"),
        ),
        (account("ci"), SHOP, account("admin"), grant("editor"), grant("iam.serviceAccountUser", on="admin")),
    ],
    blocked=[
        (*able("appengine.versions.create", "appengine.services.update"), account("admin")),
        (*able("iam.serviceAccounts.actAs"), account("admin")),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("editor"),
            grant("iam.serviceAccountUser", on="admin"),
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
