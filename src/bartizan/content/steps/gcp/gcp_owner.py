"""Have every right already."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.project import Project
from bartizan.content.steps.gcp.scene import SHOP, account, grant
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="gcp-owner",
    title="Have every right already",
    technique="T1078.004",
    actor=Identity,
    move=Act(
        on=Project,
        uses=(
            Use(
                actions=(
                    "resourcemanager.projects.setIamPolicy",
                    "iam.serviceAccounts.actAs",
                    "compute.instances.create",
                    "secretmanager.versions.access",
                )
            ),
        ),
        gains=Gain.ADMIN,
    ),
    because="Whoever holds these on a project has nothing left to gain in it.",
    fix="Replace roles/owner by roles for single tasks, granted for a while.",
    intended=True,
    weight=0.0,
    reaches=[(account("ci"), SHOP, grant("owner"))],
    blocked=[(account("ci"), SHOP, grant("editor")), (account("ci"), SHOP, grant("viewer"))],
)
