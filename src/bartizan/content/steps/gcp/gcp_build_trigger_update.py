"""Rewrite the trigger of a build."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.workload import BuildTrigger
from bartizan.content.steps.gcp.scene import OTHER, able, account, deny
from bartizan.core.step import Act, Step, Upon, Use

HELD = (BuildTrigger("it", name="web", project="shop", account=frozenset({"admin"})), account("admin"))

STEP = Step(
    id="gcp-build-trigger-update",
    title="Rewrite the trigger of a build",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=BuildTrigger,
        uses=(
            Use(actions=("cloudbuild.builds.update", "cloudbuild.builds.create")),
            Use(actions=("iam.serviceAccounts.actAs",), upon=Upon.GAINED),
        ),
        gains=BuildTrigger.account,
    ),
    because="A trigger names the commands of its builds, and they run as its account.",
    fix="Let pipelines alone deploy, and grant roles/iam.serviceAccountUser on the accounts that they deploy.",
    reaches=[(*able("cloudbuild.builds.update", "cloudbuild.builds.create", "iam.serviceAccounts.actAs"), *HELD)],
    blocked=[
        (*able("resourcemanager.projects.get"), *HELD),
        (
            *able("cloudbuild.builds.update", "cloudbuild.builds.create", "iam.serviceAccounts.actAs"),
            BuildTrigger("it", name="web", project="shop", account=frozenset()),
            account("admin"),
        ),
        (
            *able("cloudbuild.builds.update", "cloudbuild.builds.create", "iam.serviceAccounts.actAs"),
            OTHER,
            BuildTrigger("it", name="web", project="other", account=frozenset({"far"})),
            account("far", "other"),
        ),
        (*able("cloudbuild.builds.update", "cloudbuild.builds.create"), *HELD),
        (
            *able("cloudbuild.builds.update", "cloudbuild.builds.create", "iam.serviceAccounts.actAs"),
            *HELD,
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
