"""OpenSearch domains are in a VPC."""

from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-opensearch-domain-in-vpc",
    title="OpenSearch domains are in a VPC",
    severity=Severity.HIGH,
    every=Domain,
    must=Domain.in_vpc,
    because="A domain outside a VPC answers the whole Internet, and only its access policy keeps people out.",
    fix="Set vpc_options (Terraform) or VPCOptions (CloudFormation).",
    serves=("no-public-data", "network-segmentation"),
    also=("CKV_AWS_137",),
    passes=[Domain(in_vpc=True)],
    fails=[Domain(in_vpc=False)],
)
