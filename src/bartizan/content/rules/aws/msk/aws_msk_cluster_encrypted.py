"""MSK clusters are encrypted with a key of the customer."""

from bartizan.content.kinds.aws.msk_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-msk-cluster-encrypted",
    title="MSK clusters are encrypted with a key of the customer",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix=(
        "Set encryption_info.encryption_at_rest_kms_key_arn (Terraform) or "
        "EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId (CloudFormation) to a customer-managed key."
    ),
    serves=("customer-managed-keys", "encryption-at-rest"),
    also=("AWS-0179", "AVD-AWS-0179", "aws-msk-enable-at-rest-encryption"),
    passes=[Cluster(own_key=True)],
    fails=[Cluster(own_key=False)],
)
