"""OpenSearch domains that are encrypted use a key of the customer."""

from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-opensearch-domain-encrypted-with-own-key",
    title="OpenSearch domains that are encrypted use a key of the customer",
    severity=Severity.LOW,
    every=Domain,
    where=Domain.encrypted,
    must=Domain.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix=(
        "Set encrypt_at_rest.kms_key_id (Terraform) or EncryptionAtRestOptions.KmsKeyId (CloudFormation) to a "
        "customer-managed key."
    ),
    serves=("customer-managed-keys",),
    also=("CKV_AWS_247",),
    passes=[Domain(encrypted=True, own_key=True)],
    fails=[Domain(encrypted=True, own_key=False)],
)
