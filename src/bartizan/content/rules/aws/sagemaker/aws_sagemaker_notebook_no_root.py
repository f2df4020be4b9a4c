"""Users of SageMaker notebooks are not root."""

from bartizan.content.kinds.aws.sagemaker_notebook import Notebook
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sagemaker-notebook-no-root",
    title="Users of SageMaker notebooks are not root",
    severity=Severity.LOW,
    every=Notebook,
    must=~Notebook.root,
    because="Root can switch off what watches the machine and change what others will run on it.",
    fix="Set root_access (Terraform) or RootAccess (CloudFormation) to Disabled.",
    serves=("least-privilege", "non-root-execution"),
    also=("CKV_AWS_307",),
    passes=[Notebook(root=False)],
    fails=[Notebook(root=True)],
)
