"""SageMaker notebooks are placed in a subnet."""

from bartizan.content.kinds.aws.sagemaker_notebook import Notebook
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sagemaker-notebook-in-vpc",
    title="SageMaker notebooks are placed in a subnet",
    severity=Severity.MEDIUM,
    every=Notebook,
    must=Notebook.in_vpc,
    because="Outside a VPC no security group, endpoint policy or flow log applies to the notebook.",
    fix="Set subnet_id (Terraform) or SubnetId (CloudFormation) to a private subnet.",
    serves=("network-segmentation",),
    also=("CKV_AWS_306",),
    passes=[Notebook(in_vpc=True)],
    fails=[Notebook(in_vpc=False)],
)
