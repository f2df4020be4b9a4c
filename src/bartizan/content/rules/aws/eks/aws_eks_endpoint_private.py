"""API servers of EKS clusters are reached inside the network only."""

from bartizan.content.kinds.aws.eks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-eks-endpoint-private",
    title="API servers of EKS clusters are reached inside the network only",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=~Cluster.public_endpoint,
    because=(
        "With a public address the cluster is one stolen token away from anyone in the ranges that are let "
        "in, and nodes speak to it over the Internet."
    ),
    fix=(
        "Set endpoint_public_access to false and endpoint_private_access to true (EndpointPublicAccess, "
        "EndpointPrivateAccess)."
    ),
    serves=("api-server-hardening", "private-connectivity"),
    also=("CKV_AWS_39", "AWS-0040", "AVD-AWS-0040", "aws-eks-no-public-cluster-access"),
    passes=[Cluster(public_endpoint=False)],
    fails=[Cluster(public_endpoint=True)],
)
