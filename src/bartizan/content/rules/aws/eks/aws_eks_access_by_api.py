"""EKS clusters take access rights from access entries."""

from bartizan.content.kinds.aws.eks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-eks-access-by-api",
    title="EKS clusters take access rights from access entries",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.authentication.equals("API"),
    because=(
        "The config map aws-auth can be changed from inside the cluster, by whoever may write one object, and "
        "no AWS log shows it."
    ),
    fix="Set authentication_mode in access_config (AuthenticationMode in AccessConfig) to API.",
    serves=("federated-identity", "configuration-baseline"),
    passes=[Cluster(authentication="API")],
    fails=[Cluster(authentication="CONFIG_MAP")],
)
