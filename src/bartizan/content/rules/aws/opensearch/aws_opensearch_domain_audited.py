"""OpenSearch domains publish their audit log."""

from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-opensearch-domain-audited",
    title="OpenSearch domains publish their audit log",
    severity=Severity.MEDIUM,
    every=Domain,
    must=Domain.audited,
    because="Without it nobody can tell who signed in, what was searched and what was deleted.",
    fix=(
        "Add log_publishing_options with log_type AUDIT_LOGS (Terraform) or LogPublishingOptions.AUDIT_LOGS "
        "(CloudFormation)."
    ),
    serves=("data-access-logging",),
    also=("CKV_AWS_317",),
    passes=[Domain(audited=True)],
    fails=[Domain(audited=False)],
)
