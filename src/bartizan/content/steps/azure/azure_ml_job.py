"""Submit a job to a machine learning workspace and act with its identity."""

from bartizan.content.kinds.azure.ml_workspace import MlWorkspace
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-ml-job",
    title="Submit a job to a machine learning workspace and act with its identity",
    technique="T1610",
    actor=Principal,
    move=Act(
        on=MlWorkspace,
        uses=(Use(actions=("Microsoft.MachineLearningServices/workspaces/jobs/write",)),),
        gains=MlWorkspace.identity,
    ),
    because=(
        "A job runs any code on the compute of the workspace; there it is given tokens of the identity and "
        "reads the storage of the workspace."
    ),
    fix=("Give compute an identity of its own with few rights, and the role only to who is trusted with all of them."),
    weight=1.0,
    reaches=[
        (user(), role("AzureML Data Scientist"), resource_group(), subscription(), *holding(MlWorkspace)),
        (user(), group("ann"), role("AzureML Data Scientist", to="operators"), resource_group(), *holding(MlWorkspace)),
    ],
    blocked=[
        (user(), role("Reader"), resource_group(), *holding(MlWorkspace)),
        (
            user(),
            role("AzureML Data Scientist", on="other"),
            resource_group("other"),
            resource_group(),
            *holding(MlWorkspace),
        ),
        (user(), role("AzureML Data Scientist"), resource_group(), bare(MlWorkspace)),
    ],
)
