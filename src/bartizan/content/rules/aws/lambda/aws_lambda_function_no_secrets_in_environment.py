"""Environment variables of Lambda functions hold no credentials."""

from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-lambda-function-no-secrets-in-environment",
    title="Environment variables of Lambda functions hold no credentials",
    severity=Severity.HIGH,
    every=Function,
    must=~Function.secret_in_environment,
    because=(
        "Everyone who may read the configuration of the function, or the code it is declared in, has the credential."
    ),
    fix=(
        "Keep the value in Secrets Manager or Parameter Store, let the function fetch it with its role, and "
        "revoke the one that was written here."
    ),
    serves=("secrets-not-in-code",),
    also=("CKV_AWS_45",),
    passes=[Function(secret_in_environment=False)],
    fails=[Function(secret_in_environment=True)],
)
