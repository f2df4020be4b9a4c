"""OpenSearch domains survive the loss of a zone."""

from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-opensearch-domain-masters-apart",
    title="OpenSearch domains survive the loss of a zone",
    severity=Severity.LOW,
    every=Domain,
    must=Domain.masters.at_least(3) & Domain.multi_zone,
    because="With fewer than three masters, or all nodes in one zone, one failure stops the domain or splits it.",
    fix=(
        "Set dedicated_master_enabled, dedicated_master_count to 3 and zone_awareness_enabled in cluster_config "
        "(Terraform); the same in ClusterConfig (CloudFormation)."
    ),
    serves=("high-availability",),
    also=("CKV_AWS_318", "CKV2_AWS_59"),
    passes=[Domain(masters=3, multi_zone=True)],
    fails=[Domain(masters=0, multi_zone=False), Domain(masters=3, multi_zone=False)],
)
