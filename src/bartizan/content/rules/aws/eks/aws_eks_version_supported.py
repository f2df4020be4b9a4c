"""EKS clusters run a version of Kubernetes in standard support."""

from bartizan.content.kinds.aws.eks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-eks-version-supported",
    title="EKS clusters run a version of Kubernetes in standard support",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=~Cluster.minor.is_set() | Cluster.minor.at_least(33),
    because="Versions past standard support get few fixes, cost extra, and are upgraded by force in the end.",
    fix="Set version (Version) to one in standard support.",
    serves=("supported-versions",),
    also=("CKV_AWS_339",),
    passes=[Cluster(minor=34), Cluster(minor=None)],
    fails=[Cluster(minor=27)],
)
