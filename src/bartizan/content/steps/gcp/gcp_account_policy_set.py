"""Give oneself rights on a service account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import OTHER, SHOP, able, account, deny, grant
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="gcp-account-policy-set",
    title="Give oneself rights on a service account",
    technique="T1098.003",
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(Use(actions=("iam.serviceAccounts.setIamPolicy",)),),
    ),
    because="Whoever writes the policy of an account grants themselves the token creator role on it.",
    fix="Keep roles/iam.serviceAccountAdmin with those who manage identities.",
    reaches=[
        (account("ci"), SHOP, account("admin"), grant("iam.serviceAccountAdmin", on="admin")),
        (*able("iam.serviceAccounts.setIamPolicy"), account("admin")),
    ],
    blocked=[
        (account("ci"), SHOP, account("admin"), grant("iam.serviceAccountViewer", on="admin")),
        (
            *able("iam.serviceAccounts.setIamPolicy"),
            account("admin"),
            deny("iam.googleapis.com/serviceAccounts.setIamPolicy"),
        ),
        (account("ci"), SHOP, OTHER, account("admin", "other"), grant("iam.serviceAccountAdmin")),
    ],
)
