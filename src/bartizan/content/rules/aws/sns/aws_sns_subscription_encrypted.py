"""SNS messages are not delivered over plain HTTP."""

from bartizan.content.kinds.aws.sns_subscription import Subscription
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sns-subscription-encrypted",
    title="SNS messages are not delivered over plain HTTP",
    severity=Severity.MEDIUM,
    every=Subscription,
    must=~Subscription.protocol.equals("http"),
    because="Anyone on the way can read and change what is delivered.",
    fix="Set protocol (Terraform) or Protocol (CloudFormation) to https, with an https endpoint.",
    serves=("encryption-in-transit",),
    passes=[
        Subscription(protocol="https"),
        Subscription(protocol="sqs"),
    ],
    fails=[
        Subscription(protocol="http"),
    ],
)
