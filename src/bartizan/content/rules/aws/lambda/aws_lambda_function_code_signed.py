"""Lambda functions run only signed code."""

from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-lambda-function-code-signed",
    title="Lambda functions run only signed code",
    severity=Severity.LOW,
    every=Function,
    must=Function.code_signed,
    because="Whoever may upload code can run anything as the role of the function, past the pipeline and its reviews.",
    fix="Set code_signing_config_arn (CodeSigningConfigArn).",
    serves=("build-integrity",),
    also=("CKV_AWS_272",),
    passes=[Function(code_signed=True)],
    fails=[Function(code_signed=False)],
)
