"""Creators of EKS clusters do not stay their administrators."""

from bartizan.content.kinds.aws.eks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-eks-creator-not-administrator",
    title="Creators of EKS clusters do not stay their administrators",
    severity=Severity.LOW,
    every=Cluster,
    must=~Cluster.creator_is_admin,
    because="The role of a pipeline, once it has made the cluster, may do everything in it for ever.",
    fix=(
        "Set bootstrap_cluster_creator_admin_permissions to false (BootstrapClusterCreatorAdminPermissions), "
        "and add access entries."
    ),
    serves=("no-admin-by-default",),
    passes=[Cluster(creator_is_admin=False)],
    fails=[Cluster(creator_is_admin=True)],
)
