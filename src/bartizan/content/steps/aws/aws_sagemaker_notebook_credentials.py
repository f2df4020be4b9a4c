"""Read the credentials of a notebook's role."""

from bartizan.content.kinds.aws.sagemaker_notebook import Notebook
from bartizan.content.steps.aws.scene import allow, arn, role, roles
from bartizan.core.kind import Asset
from bartizan.core.step import Follow, Step

APP = role("app", allow("s3:GetObject"), trusts="sagemaker.amazonaws.com")

STEP: Step[Notebook, Asset] = Step(
    id="aws-sagemaker-notebook-credentials",
    title="Read the credentials of a notebook's role",
    technique="T1552.005",
    actor=Notebook,
    move=Follow(along=Notebook.role),
    because="The metadata service of a notebook hands out credentials of its role to every program in it.",
    fix="Give it a role of its own with few rights.",
    weight=0.2,
    reaches=[
        (Notebook(arn("sagemaker", "notebook-instance/lab"), role=roles("app")), *APP),
    ],
    blocked=[
        (Notebook(arn("sagemaker", "notebook-instance/lab"), role=roles("")), *APP),
    ],
)
