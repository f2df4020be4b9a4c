"""Transfer servers are reached inside a VPC."""

from bartizan.content.kinds.aws.transfer_server import Server
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-transfer-server-in-vpc",
    title="Transfer servers are reached inside a VPC",
    severity=Severity.LOW,
    every=Server,
    must=~Server.endpoint.equals("PUBLIC"),
    because="Everyone on the Internet can try passwords, and no security group limits who does.",
    fix="Set endpoint_type (Terraform) or EndpointType (CloudFormation) to VPC.",
    serves=("no-public-service",),
    also=("CKV_AWS_164",),
    passes=[Server(endpoint="VPC")],
    fails=[Server(endpoint="PUBLIC")],
)
