"""Secrets of EKS clusters are encrypted with a key of their owner."""

from bartizan.content.kinds.aws.eks_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-eks-secrets-encrypted",
    title="Secrets of EKS clusters are encrypted with a key of their owner",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.own_key,
    because=(
        "Access to the secrets cannot be watched, limited or taken away by a key, only by the rights in the cluster."
    ),
    fix="Set encryption_config with resources secrets and the key_arn of a KMS key (EncryptionConfig).",
    serves=("cluster-store-protection", "customer-managed-keys"),
    also=("CKV_AWS_58", "AWS-0039", "AVD-AWS-0039", "aws-eks-encrypt-secrets"),
    passes=[Cluster(own_key=True)],
    fails=[Cluster(own_key=False)],
)
