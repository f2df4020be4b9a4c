"""Environment variables of Lambda functions are encrypted with a key of their owner."""

from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-lambda-function-environment-encrypted-with-own-key",
    title="Environment variables of Lambda functions are encrypted with a key of their owner",
    severity=Severity.LOW,
    every=Function,
    where=Function.has_variables,
    must=Function.own_key,
    because=(
        "The key of AWS cannot be limited: everyone who may read the configuration of the function sees the values."
    ),
    fix="Set kms_key_arn (KmsKeyArn).",
    serves=("customer-managed-keys",),
    also=("CKV_AWS_173",),
    passes=[Function(has_variables=True, own_key=True)],
    fails=[Function(has_variables=True, own_key=False)],
)
