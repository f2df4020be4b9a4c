"""SageMaker notebooks are encrypted with a key of the customer."""

from bartizan.content.kinds.aws.sagemaker_notebook import Notebook
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sagemaker-notebook-encrypted-with-own-key",
    title="SageMaker notebooks are encrypted with a key of the customer",
    severity=Severity.LOW,
    every=Notebook,
    must=Notebook.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix="Set kms_key_id (Terraform) or KmsKeyId (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys", "ai-data-protection"),
    also=("CKV_AWS_22",),
    passes=[Notebook(own_key=True)],
    fails=[Notebook(own_key=False)],
)
