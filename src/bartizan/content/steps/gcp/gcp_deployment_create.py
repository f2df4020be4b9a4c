"""Deploy resources through Deployment Manager."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.project import Project
from bartizan.content.steps.gcp.scene import SHOP, account, deny, grant
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="gcp-deployment-create",
    title="Deploy resources through Deployment Manager",
    technique="T1648",
    references=("GCP-IAM-Privilege-Escalation deploymentmanager.deployments.create",),
    actor=Identity,
    move=Act(
        on=Project,
        uses=(Use(actions=("deploymentmanager.deployments.create",)),),
        gains=Gain.ADMIN,
    ),
    because="Deployments are made by the Google APIs service agent, which is an editor of the project by default.",
    fix="Disable Deployment Manager, or take the editor role from its service agent.",
    weight=2.0,
    reaches=[(account("ci"), SHOP, grant("deploymentmanager.editor"))],
    blocked=[
        (account("ci"), SHOP, grant("deploymentmanager.viewer")),
        (
            account("ci"),
            SHOP,
            grant("deploymentmanager.editor"),
            deny("deploymentmanager.googleapis.com/deployments.create"),
        ),
    ],
)
