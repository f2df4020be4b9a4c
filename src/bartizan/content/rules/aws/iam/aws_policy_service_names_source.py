"""Policies that let in a service say for whom it may work."""

from bartizan.content.kinds.aws.governed import Governed
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.sns_topic import Topic
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-policy-service-names-source",
    title="Policies that let in a service say for whom it may work",
    severity=Severity.MEDIUM,
    every=Governed,
    must=Governed.deputies.empty(),
    because=(
        "A service works for every customer of AWS. Without a condition on the source, a stranger can have it write "
        "to the topic, queue or bucket, or use the role or key: the confused deputy."
    ),
    fix=(
        "Add a condition on aws:SourceArn, aws:SourceAccount or aws:SourceOrgID to the statement. Of roles only those "
        "are judged whose service tells its source, as Step Functions, SageMaker or ECS do; EC2 does not."
    ),
    serves=("cross-account-control", "no-wildcard-trust"),
    passes=[Topic(deputies=frozenset()), Role(deputies=frozenset())],
    fails=[Topic(deputies=frozenset({"s3.amazonaws.com"})), Role(deputies=frozenset({"states.amazonaws.com"}))],
)
