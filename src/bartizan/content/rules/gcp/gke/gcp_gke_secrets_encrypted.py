"""Secrets of clusters are encrypted with a key of your own."""

from bartizan.content.kinds.gcp.gke import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-gke-secrets-encrypted",
    title="Secrets of clusters are encrypted with a key of your own",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.secrets_encrypted,
    because="Without it whoever reads a backup of the control plane reads the secrets.",
    fix="Set database_encryption.state to ENCRYPTED with a key_name.",
    serves=(
        "cluster-store-protection",
        "customer-managed-keys",
    ),
    passes=[Cluster(secrets_encrypted=True)],
    fails=[Cluster(secrets_encrypted=False)],
)
