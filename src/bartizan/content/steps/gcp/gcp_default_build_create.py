"""Run a build as the default account."""

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.steps.gcp.scene import SHOP, account, grant
from bartizan.core.step import Act, Step, Use

DEFAULT = ServiceAccount(
    "default",
    email="12-compute@developer.gserviceaccount.com",
    account_id="12-compute",
    project="shop",
    disabled=False,
    default=True,
)

STEP = Step(
    id="gcp-default-build-create",
    title="Run a build as the default account",
    technique="T1648",
    references=("GCP-IAM-Privilege-Escalation cloudbuild.builds.create",),
    actor=Identity,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(
                actions=("cloudbuild.builds.create",),
                resource="//cloudbuild.googleapis.com/projects/{account}/builds/*",
            ),
        ),
    ),
    where=ServiceAccount.default,
    because=(
        "A build that names no account runs as the default one of the project: the right to act as it is not asked for."
    ),
    fix=(
        "Give builds an account of their own, take the editor role from the default one, and let pipelines alone "
        "start builds."
    ),
    reaches=[(account("ci"), SHOP, DEFAULT, grant("cloudbuild.builds.editor"))],
    blocked=[
        (account("ci"), SHOP, DEFAULT, grant("cloudbuild.builds.viewer")),
        (account("ci"), SHOP, account("admin"), grant("cloudbuild.builds.editor")),
    ],
)
