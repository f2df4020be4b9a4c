"""Access to EKS clusters is less than administration of all of it."""

from bartizan.content.kinds.aws.eks_cluster import Access
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-eks-access-entry-not-cluster-administrator",
    title="Access to EKS clusters is less than administration of all of it",
    severity=Severity.MEDIUM,
    every=Access,
    must=~(Access.policy.matches(r"/(AmazonEKSClusterAdminPolicy|AmazonEKSAdminPolicy)$") & Access.everywhere),
    because="Whoever takes over one of these identities owns the cluster with all secrets and nodes.",
    fix="Use AmazonEKSEditPolicy or AmazonEKSViewPolicy, or an access_scope (AccessScope) of namespaces.",
    serves=("no-admin-by-default", "least-privilege"),
    passes=[
        Access(policy="arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy", everywhere=True),
        Access(policy="arn:aws:eks::aws:cluster-access-policy/AmazonEKSAdminPolicy", everywhere=False),
    ],
    fails=[Access(policy="arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy", everywhere=True)],
)
