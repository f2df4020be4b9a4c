"""SageMaker endpoints are encrypted with a key of the customer."""

from bartizan.content.kinds.aws.sagemaker_model import EndpointConfiguration
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sagemaker-endpoint-encrypted-with-own-key",
    title="SageMaker endpoints are encrypted with a key of the customer",
    severity=Severity.LOW,
    every=EndpointConfiguration,
    must=EndpointConfiguration.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix="Set kms_key_arn (Terraform) or KmsKeyId (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys", "ai-data-protection"),
    also=("CKV_AWS_98",),
    passes=[EndpointConfiguration(own_key=True)],
    fails=[EndpointConfiguration(own_key=False)],
)
