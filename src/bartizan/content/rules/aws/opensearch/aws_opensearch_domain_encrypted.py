"""OpenSearch domains are encrypted at rest."""

from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-opensearch-domain-encrypted",
    title="OpenSearch domains are encrypted at rest",
    severity=Severity.HIGH,
    every=Domain,
    must=Domain.encrypted,
    because="Whoever gets at the disks, a snapshot or a backup reads the data as it is.",
    fix="Set encrypt_at_rest.enabled (Terraform) or EncryptionAtRestOptions.Enabled (CloudFormation) to true.",
    serves=("encryption-at-rest",),
    also=("CKV_AWS_5", "AWS-0048", "AVD-AWS-0048", "aws-elasticsearch-enable-domain-encryption"),
    passes=[Domain(encrypted=True)],
    fails=[Domain(encrypted=False)],
)
