"""MSK clusters speak TLS only."""

from bartizan.content.kinds.aws.msk_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-msk-cluster-uses-tls",
    title="MSK clusters speak TLS only",
    severity=Severity.HIGH,
    every=Cluster,
    must=Cluster.clients.equals("TLS") & Cluster.brokers_use_tls,
    because=(
        "Records and passwords cross the network in the clear, and whoever is on the way can read and change them."
    ),
    fix=(
        "Set encryption_in_transit.client_broker to TLS and in_cluster to true (Terraform), or "
        "EncryptionInTransit.ClientBroker and InCluster (CloudFormation)."
    ),
    serves=("encryption-in-transit",),
    also=("CKV_AWS_81", "AWS-0073", "AVD-AWS-0073", "aws-msk-enable-in-transit-encryption"),
    passes=[Cluster(clients="TLS", brokers_use_tls=True)],
    fails=[Cluster(clients="TLS_PLAINTEXT", brokers_use_tls=True), Cluster(clients="TLS", brokers_use_tls=False)],
)
