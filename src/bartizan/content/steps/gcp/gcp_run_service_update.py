"""Replace the image of a Cloud Run service."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.serverless import RunService
from bartizan.content.steps.gcp.scene import OTHER, able, account, deny
from bartizan.core.step import Act, Step, Upon, Use

HELD = (RunService("it", name="web", project="shop", account=frozenset({"admin"})), account("admin"))

STEP = Step(
    id="gcp-run-service-update",
    title="Replace the image of a Cloud Run service",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=RunService,
        uses=(
            Use(actions=("run.services.update",)),
            Use(actions=("iam.serviceAccounts.actAs",), upon=Upon.GAINED),
        ),
        gains=RunService.account,
    ),
    because="The new image runs as the account of the service.",
    fix="Let pipelines alone deploy, and grant roles/iam.serviceAccountUser on the accounts that they deploy.",
    reaches=[(*able("run.services.update", "iam.serviceAccounts.actAs"), *HELD)],
    blocked=[
        (*able("resourcemanager.projects.get"), *HELD),
        (
            *able("run.services.update", "iam.serviceAccounts.actAs"),
            RunService("it", name="web", project="shop", account=frozenset()),
            account("admin"),
        ),
        (
            *able("run.services.update", "iam.serviceAccounts.actAs"),
            OTHER,
            RunService("it", name="web", project="other", account=frozenset({"far"})),
            account("far", "other"),
        ),
        (*able("run.services.update"), *HELD),
        (
            *able("run.services.update", "iam.serviceAccounts.actAs"),
            *HELD,
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
