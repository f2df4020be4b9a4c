"""OpenSearch domains publish a log."""

from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-opensearch-domain-logged",
    title="OpenSearch domains publish a log",
    severity=Severity.LOW,
    every=Domain,
    must=Domain.logged,
    because="Faults and slow searches leave no trace, and neither does what caused them.",
    fix="Add log_publishing_options (Terraform) or LogPublishingOptions (CloudFormation).",
    serves=("application-logging",),
    also=("CKV_AWS_84", "AWS-0042", "AVD-AWS-0042", "aws-elasticsearch-enable-domain-logging"),
    passes=[Domain(logged=True)],
    fails=[Domain(logged=False)],
)
