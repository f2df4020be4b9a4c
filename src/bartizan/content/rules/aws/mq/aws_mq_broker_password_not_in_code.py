"""Passwords of MQ users are not written in code."""

from bartizan.content.kinds.aws.mq_broker import Broker
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-mq-broker-password-not-in-code",
    title="Passwords of MQ users are not written in code",
    severity=Severity.HIGH,
    every=Broker,
    must=~Broker.literal_password,
    because="Everyone who can read the code, its history, a plan or the state can sign in to the broker.",
    fix="Take user.password (Terraform) or Users.Password (CloudFormation) from Secrets Manager.",
    serves=("secrets-not-in-code",),
    passes=[Broker(literal_password=False)],
    fails=[Broker(literal_password=True)],
)
