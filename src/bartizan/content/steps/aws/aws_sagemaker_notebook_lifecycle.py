"""Have a script run when a notebook starts."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.sagemaker_notebook import Notebook
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, role, roles, user
from bartizan.core.step import Act, Step, Upon, Use

NOTEBOOK = arn("sagemaker", "notebook-instance/lab")
APP = role("app", allow("s3:GetObject"), trusts="sagemaker.amazonaws.com")
HELD = (Notebook(NOTEBOOK, name="lab", role=roles("app")), *APP)
MAY = allow(
    "sagemaker:CreateNotebookInstanceLifecycleConfig",
    "sagemaker:StopNotebookInstance",
    "sagemaker:UpdateNotebookInstance",
    "sagemaker:StartNotebookInstance",
)

STEP = Step(
    id="aws-sagemaker-notebook-lifecycle",
    title="Have a script run when a notebook starts",
    technique="T1648",
    references=("pathfinding.cloud sagemaker-005",),
    actor=Identity,
    move=Act(
        on=Notebook,
        uses=(
            Use(
                actions=(
                    "sagemaker:StopNotebookInstance",
                    "sagemaker:UpdateNotebookInstance",
                    "sagemaker:StartNotebookInstance",
                )
            ),
            Use(
                actions=("sagemaker:CreateNotebookInstanceLifecycleConfig",),
                upon=Upon.NEW,
                resource="arn:{partition}:sagemaker:{region}:{account}:notebook-instance-lifecycle-config/*",
            ),
        ),
        gains=Notebook.role,
    ),
    because=(
        "A lifecycle configuration is a script that runs when a notebook starts, as root and as the role "
        "of the notebook. A stopped notebook can be given one of the caller's."
    ),
    fix="Limit sagemaker:UpdateNotebookInstance to resources whose roles give nothing more than the caller has.",
    weight=1.5,
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("sagemaker:*")), *HELD),
    ],
    blocked=[
        (
            *user(
                "ann",
                allow(
                    "sagemaker:CreateNotebookInstanceLifecycleConfig",
                    "sagemaker:StopNotebookInstance",
                    "sagemaker:UpdateNotebookInstance",
                ),
            ),
            *HELD,
        ),
        (*user("ann", MAY, deny("sagemaker:StartNotebookInstance")), *HELD),
        (
            *user(
                "ann",
                allow(
                    "sagemaker:CreateNotebookInstanceLifecycleConfig",
                    "sagemaker:StopNotebookInstance",
                    "sagemaker:UpdateNotebookInstance",
                    "sagemaker:StartNotebookInstance",
                    on=arn("sagemaker", "notebook-instance/other"),
                ),
            ),
            *HELD,
        ),
        (*user("ann", MAY), Notebook(NOTEBOOK, name="lab", role=roles("")), *APP),
    ],
)
