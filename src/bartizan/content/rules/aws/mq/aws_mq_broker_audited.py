"""ActiveMQ brokers write an audit log."""

from bartizan.content.kinds.aws.mq_broker import Broker
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-mq-broker-audited",
    title="ActiveMQ brokers write an audit log",
    severity=Severity.MEDIUM,
    every=Broker,
    where=Broker.engine.equals("activemq"),
    must=Broker.audited,
    because="Nobody can tell who changed queues or users through the console.",
    fix="Set logs.audit (Terraform) or Logs.Audit (CloudFormation) to true.",
    serves=("data-access-logging",),
    also=("CKV_AWS_197", "AWS-0070", "AVD-AWS-0070", "aws-mq-enable-audit-logging"),
    passes=[Broker(engine="activemq", audited=True)],
    fails=[Broker(engine="activemq", audited=False)],
)
