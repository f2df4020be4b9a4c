"""Open a notebook."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.sagemaker_notebook import Notebook
from bartizan.content.steps.aws.scene import allow, arn, group, policy, role, roles, user
from bartizan.core.step import Act, Step, Use

NOTEBOOK = arn("sagemaker", "notebook-instance/lab")
APP = role("app", allow("s3:GetObject"), trusts="sagemaker.amazonaws.com")
HELD = (Notebook(NOTEBOOK, name="lab", role=roles("app")), *APP)
MAY = allow("sagemaker:CreatePresignedNotebookInstanceUrl", on=NOTEBOOK)

STEP = Step(
    id="aws-sagemaker-notebook-open",
    title="Open a notebook",
    technique="T1550",
    references=("pathfinding.cloud sagemaker-004",),
    actor=Identity,
    move=Act(
        on=Notebook,
        uses=(Use(actions=("sagemaker:CreatePresignedNotebookInstanceUrl",)),),
        gains=Notebook.role,
    ),
    because=(
        "A signed address opens a notebook and its shell in the browser, and programs there act as the "
        "role of the notebook."
    ),
    fix=(
        "Limit sagemaker:CreatePresignedNotebookInstanceUrl to resources whose roles give nothing more "
        "than the caller has."
    ),
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", groups="devs"), *group("devs", allow("sagemaker:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("sagemaker:List*")), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (
            *user(
                "ann",
                allow("sagemaker:CreatePresignedNotebookInstanceUrl", on=arn("sagemaker", "notebook-instance/other")),
            ),
            *HELD,
        ),
        (*user("ann", MAY), Notebook(NOTEBOOK, name="lab", role=roles("")), *APP),
    ],
)
