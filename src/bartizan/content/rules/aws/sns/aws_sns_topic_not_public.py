"""SNS topics are not open to everyone."""

from bartizan.content.kinds.aws.sns_topic import Topic
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sns-topic-not-public",
    title="SNS topics are not open to everyone",
    severity=Severity.HIGH,
    every=Topic,
    must=~Topic.open_by_policy,
    because="Strangers can read all messages by subscribing, or send false ones that programs act on.",
    fix=(
        "Name accounts or services as Principal in the policy of the topic, or add a condition on aws:SourceArn or "
        "aws:PrincipalOrgID."
    ),
    serves=("no-public-data", "no-wildcard-trust"),
    also=("CKV_AWS_169",),
    passes=[
        Topic(open_by_policy=False),
    ],
    fails=[
        Topic(open_by_policy=True),
    ],
)
