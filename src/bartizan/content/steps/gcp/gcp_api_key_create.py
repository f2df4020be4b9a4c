"""Make an API key."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.project import Project
from bartizan.content.steps.gcp.scene import SHOP, account, grant
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="gcp-api-key-create",
    title="Make an API key",
    technique="T1098.001",
    references=("GCP-IAM-Privilege-Escalation serviceusage.apiKeys.create",),
    actor=Identity,
    move=Act(
        on=Project,
        uses=(Use(actions=("apikeys.keys.create",)),),
    ),
    because=(
        "A key without restrictions calls interfaces in the name of the project, and stays when its maker has gone."
    ),
    fix="Take away apikeys.keys.create; keys are made by administrators and restricted.",
    weight=3.0,
    reaches=[(account("ci"), SHOP, grant("serviceusage.apiKeysAdmin"))],
    blocked=[(account("ci"), SHOP, grant("serviceusage.apiKeysViewer"))],
)
