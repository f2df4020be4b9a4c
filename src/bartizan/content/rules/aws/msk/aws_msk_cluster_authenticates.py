"""MSK clusters ask every client who it is."""

from bartizan.content.kinds.aws.msk_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-msk-cluster-authenticates",
    title="MSK clusters ask every client who it is",
    severity=Severity.HIGH,
    every=Cluster,
    must=Cluster.authenticates,
    because="Everyone who reaches a broker reads all topics and writes false records.",
    fix=(
        "Set sasl or tls in client_authentication and unauthenticated to false (Terraform), or the same in "
        "ClientAuthentication (CloudFormation)."
    ),
    serves=("no-anonymous-access", "api-authentication"),
    passes=[Cluster(authenticates=True)],
    fails=[Cluster(authenticates=False)],
)
