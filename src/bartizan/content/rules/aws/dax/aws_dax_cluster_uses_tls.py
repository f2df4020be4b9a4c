"""DAX clusters speak TLS."""

from bartizan.content.kinds.aws.dax_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-dax-cluster-uses-tls",
    title="DAX clusters speak TLS",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.tls,
    because=(
        "Without it passwords and data cross the network in the clear, and whoever is on the way can read and "
        "change them."
    ),
    fix=("Set cluster_endpoint_encryption_type (Terraform) or ClusterEndpointEncryptionType (CloudFormation) to TLS."),
    serves=("encryption-in-transit",),
    also=("CKV_AWS_239",),
    passes=[Cluster(tls=True)],
    fails=[Cluster(tls=False)],
)
