"""Deploy a function that acts as a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="gcp-function-create",
    title="Deploy a function that acts as a service account",
    technique="T1648",
    references=("GCP-IAM-Privilege-Escalation cloudfunctions.functions.create",),
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("iam.serviceAccounts.actAs",)),
            Use(
                actions=("cloudfunctions.functions.create", "cloudfunctions.functions.sourceCodeSet"),
                upon=Upon.NEW,
                resource="//cloudfunctions.googleapis.com/projects/{account}/locations/*/functions/*",
            ),
        ),
    ),
    because="Code of one's own runs as the account, and can send its token anywhere.",
    fix=(
        "Grant roles/iam.serviceAccountUser on the accounts that are deployed, never on a project, and let "
        "pipelines deploy."
    ),
    reaches=[
        (
            *able(
                "iam.serviceAccounts.actAs", "cloudfunctions.functions.create", "cloudfunctions.functions.sourceCodeSet"
            ),
            account("admin"),
        ),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("cloudfunctions.developer"),
            grant("iam.serviceAccountUser", on="admin"),
        ),
    ],
    blocked=[
        (*able("cloudfunctions.functions.create", "cloudfunctions.functions.sourceCodeSet"), account("admin")),
        (*able("iam.serviceAccounts.actAs"), account("admin")),
        (
            account("ci"),
            SHOP,
            account("admin"),
            grant("cloudfunctions.developer"),
            grant("iam.serviceAccountUser", on="admin"),
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
