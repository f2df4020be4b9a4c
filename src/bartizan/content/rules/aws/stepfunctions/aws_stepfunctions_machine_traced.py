"""Step Functions state machines trace their executions."""

from bartizan.content.kinds.aws.stepfunctions_machine import Machine
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-stepfunctions-machine-traced",
    title="Step Functions state machines trace their executions",
    severity=Severity.LOW,
    every=Machine,
    must=Machine.traced,
    because="A request cannot be followed through the services that it passed.",
    fix="Set tracing_configuration.enabled (Terraform) or TracingConfiguration.Enabled (CloudFormation) to true.",
    serves=("application-logging",),
    also=("CKV_AWS_284", "AWS-0117", "AVD-AWS-0117", "aws-sam-enable-state-machine-tracing"),
    passes=[Machine(traced=True)],
    fails=[Machine(traced=False)],
)
