"""Replace the code of a function."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.serverless import Function
from bartizan.content.steps.gcp.scene import OTHER, able, account, deny
from bartizan.core.step import Act, Step, Upon, Use

HELD = (Function("it", name="web", project="shop", account=frozenset({"admin"})), account("admin"))

STEP = Step(
    id="gcp-function-update",
    title="Replace the code of a function",
    technique="T1648",
    references=("GCP-IAM-Privilege-Escalation cloudfunctions.functions.update",),
    actor=Identity,
    move=Act(
        on=Function,
        uses=(
            Use(actions=("cloudfunctions.functions.update", "cloudfunctions.functions.sourceCodeSet")),
            Use(actions=("iam.serviceAccounts.actAs",), upon=Upon.GAINED),
        ),
        gains=Function.account,
    ),
    because="The new code runs as the account of the function.",
    fix="Let pipelines alone deploy, and grant roles/iam.serviceAccountUser on the accounts that they deploy.",
    reaches=[
        (
            *able(
                "cloudfunctions.functions.update", "cloudfunctions.functions.sourceCodeSet", "iam.serviceAccounts.actAs"
            ),
            *HELD,
        )
    ],
    blocked=[
        (*able("resourcemanager.projects.get"), *HELD),
        (
            *able(
                "cloudfunctions.functions.update", "cloudfunctions.functions.sourceCodeSet", "iam.serviceAccounts.actAs"
            ),
            Function("it", name="web", project="shop", account=frozenset()),
            account("admin"),
        ),
        (
            *able(
                "cloudfunctions.functions.update", "cloudfunctions.functions.sourceCodeSet", "iam.serviceAccounts.actAs"
            ),
            OTHER,
            Function("it", name="web", project="other", account=frozenset({"far"})),
            account("far", "other"),
        ),
        (*able("cloudfunctions.functions.update", "cloudfunctions.functions.sourceCodeSet"), *HELD),
        (
            *able(
                "cloudfunctions.functions.update", "cloudfunctions.functions.sourceCodeSet", "iam.serviceAccounts.actAs"
            ),
            *HELD,
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
