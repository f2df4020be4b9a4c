"""MQ brokers write a log."""

from bartizan.content.kinds.aws.mq_broker import Broker
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-mq-broker-logged",
    title="MQ brokers write a log",
    severity=Severity.LOW,
    every=Broker,
    must=Broker.logged,
    because="Failed sign-ins and faults leave no trace.",
    fix="Set logs.general (Terraform) or Logs.General (CloudFormation) to true.",
    serves=("application-logging",),
    also=("CKV_AWS_48", "AWS-0071", "AVD-AWS-0071", "aws-mq-enable-general-logging"),
    passes=[Broker(logged=True)],
    fails=[Broker(logged=False)],
)
