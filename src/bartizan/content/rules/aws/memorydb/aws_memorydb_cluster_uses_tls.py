"""MemoryDB clusters speak TLS."""

from bartizan.content.kinds.aws.memorydb_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-memorydb-cluster-uses-tls",
    title="MemoryDB clusters speak TLS",
    severity=Severity.HIGH,
    every=Cluster,
    must=Cluster.tls,
    because=(
        "Without it passwords and data cross the network in the clear, and whoever is on the way can read and "
        "change them."
    ),
    fix="Remove tls_enabled (Terraform) or TLSEnabled (CloudFormation), or set it to true.",
    serves=("encryption-in-transit",),
    also=("CKV_AWS_202",),
    passes=[Cluster(tls=True)],
    fails=[Cluster(tls=False)],
)
