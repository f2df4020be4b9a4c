"""SageMaker domains reach the network only through a VPC."""

from bartizan.content.kinds.aws.sagemaker_model import Domain
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sagemaker-domain-inside-vpc",
    title="SageMaker domains reach the network only through a VPC",
    severity=Severity.MEDIUM,
    every=Domain,
    must=Domain.vpc_only,
    because="Notebooks of the domain can carry data off past every control of the network.",
    fix="Set app_network_access_type (Terraform) or AppNetworkAccessType (CloudFormation) to VpcOnly.",
    serves=("restricted-egress", "network-segmentation"),
    passes=[Domain(vpc_only=True)],
    fails=[Domain(vpc_only=False)],
)
