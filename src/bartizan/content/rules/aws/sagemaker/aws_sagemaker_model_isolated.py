"""SageMaker models run without a network."""

from bartizan.content.kinds.aws.sagemaker_model import Model
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sagemaker-model-isolated",
    title="SageMaker models run without a network",
    severity=Severity.MEDIUM,
    every=Model,
    must=Model.isolated,
    because="A manipulated model or container can send off the data it is asked about.",
    fix="Set enable_network_isolation (Terraform) or EnableNetworkIsolation (CloudFormation) to true.",
    serves=("ai-data-protection", "restricted-egress"),
    also=("CKV_AWS_370",),
    passes=[Model(isolated=True)],
    fails=[Model(isolated=False)],
)
