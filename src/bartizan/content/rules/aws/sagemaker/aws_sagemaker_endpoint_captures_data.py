"""SageMaker endpoints keep what they are asked and answer."""

from bartizan.content.kinds.aws.sagemaker_model import EndpointConfiguration
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sagemaker-endpoint-captures-data",
    title="SageMaker endpoints keep what they are asked and answer",
    severity=Severity.LOW,
    every=EndpointConfiguration,
    must=EndpointConfiguration.captures,
    because="Misuse of a model, and its decay, leave no trace.",
    fix=(
        "Set enable_capture in data_capture_config (Terraform) or EnableCapture in DataCaptureConfig "
        "(CloudFormation) to true."
    ),
    serves=("ai-logging",),
    passes=[EndpointConfiguration(captures=True)],
    fails=[EndpointConfiguration(captures=False)],
)
