"""DocumentDB clusters that are encrypted use a key of the customer."""

from bartizan.content.kinds.aws.docdb_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-docdb-cluster-encrypted-with-own-key",
    title="DocumentDB clusters that are encrypted use a key of the customer",
    severity=Severity.LOW,
    every=Cluster,
    where=Cluster.encrypted,
    must=Cluster.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix="Set kms_key_id (Terraform) or KmsKeyId (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys",),
    also=("CKV_AWS_182", "AWS-0022", "AVD-AWS-0022", "aws-documentdb-encryption-customer-key"),
    passes=[Cluster(encrypted=True, own_key=True)],
    fails=[Cluster(encrypted=True, own_key=False)],
)
