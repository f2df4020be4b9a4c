"""Step Functions state machines log their executions."""

from bartizan.content.kinds.aws.stepfunctions_machine import Machine
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-stepfunctions-machine-logged",
    title="Step Functions state machines log their executions",
    severity=Severity.LOW,
    every=Machine,
    must=Machine.log_level.one_of("FATAL", "ERROR", "ALL"),
    because="Nobody can tell which steps ran, with what and why they failed, once the history is gone.",
    fix=("Set logging_configuration.level (Terraform) or LoggingConfiguration.Level (CloudFormation) to ERROR or ALL."),
    serves=("application-logging",),
    also=("CKV_AWS_285", "AWS-0119", "AVD-AWS-0119", "aws-sam-enable-state-machine-logging"),
    passes=[Machine(log_level="ERROR")],
    fails=[Machine(log_level="OFF")],
)
