"""Lambda functions have a runtime that is still patched."""

from bartizan.content.kinds.aws.lambda_function import DEPRECATED, Function
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-lambda-function-runtime-supported",
    title="Lambda functions have a runtime that is still patched",
    severity=Severity.MEDIUM,
    every=Function,
    must=~Function.runtime.one_of(*DEPRECATED),
    because=(
        "Faults found in the language or its libraries after the end of support stay in the function, and at "
        "a later date it can no longer be changed."
    ),
    fix="Set runtime (Runtime) to a version that is supported.",
    serves=("supported-versions",),
    also=("CKV_AWS_363",),
    passes=[Function(runtime="python3.13"), Function(runtime=None)],
    fails=[Function(runtime="python3.8"), Function(runtime="nodejs16.x")],
)
