"""Nodes of OpenSearch domains speak TLS among themselves."""

from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-opensearch-domain-nodes-use-tls",
    title="Nodes of OpenSearch domains speak TLS among themselves",
    severity=Severity.MEDIUM,
    every=Domain,
    must=Domain.nodes_use_tls,
    because="Whoever is on the network between the nodes can read and change every document that is replicated.",
    fix=(
        "Set node_to_node_encryption.enabled (Terraform) or NodeToNodeEncryptionOptions.Enabled (CloudFormation) "
        "to true."
    ),
    serves=("encryption-in-transit",),
    also=("CKV_AWS_6", "AWS-0043", "AVD-AWS-0043", "aws-elasticsearch-enable-in-transit-encryption"),
    passes=[Domain(nodes_use_tls=True)],
    fails=[Domain(nodes_use_tls=False)],
)
