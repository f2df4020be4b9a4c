"""API servers of EKS clusters are not open to everyone."""

from bartizan.content.kinds.aws.eks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-eks-endpoint-not-open-to-world",
    title="API servers of EKS clusters are not open to everyone",
    severity=Severity.HIGH,
    every=Cluster,
    must=~Cluster.public_endpoint | ~Cluster.open_to_world,
    because="Anyone on the Internet can try stolen tokens and faults of the API server, and exhaust it.",
    fix=(
        "Name the addresses in public_access_cidrs (PublicAccessCidrs), or set endpoint_public_access "
        "(EndpointPublicAccess) to false."
    ),
    serves=("api-server-hardening", "no-public-service"),
    also=("CKV_AWS_38", "AWS-0041", "AVD-AWS-0041", "aws-eks-no-public-cluster-access-to-cidr"),
    passes=[Cluster(public_endpoint=False, open_to_world=True), Cluster(public_endpoint=True, open_to_world=False)],
    fails=[Cluster(public_endpoint=True, open_to_world=True)],
)
