"""MQ brokers are not publicly accessible."""

from bartizan.content.kinds.aws.mq_broker import Broker
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-mq-broker-not-public",
    title="MQ brokers are not publicly accessible",
    severity=Severity.HIGH,
    every=Broker,
    must=~Broker.publicly_accessible,
    because="A broker with a public address, and its web console, can be tried by everyone on the Internet.",
    fix="Set publicly_accessible (Terraform) or PubliclyAccessible (CloudFormation) to false.",
    serves=("no-public-service",),
    also=("CKV_AWS_69", "AWS-0072", "AVD-AWS-0072", "aws-mq-no-public-access"),
    passes=[Broker(publicly_accessible=False)],
    fails=[Broker(publicly_accessible=True)],
)
