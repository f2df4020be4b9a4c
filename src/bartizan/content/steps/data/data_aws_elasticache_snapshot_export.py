"""Export a snapshot of a cache to a bucket."""

from bartizan.content.kinds.aws.elasticache_cache import Group
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-aws-elasticache-snapshot-export",
    title="Export a snapshot of a cache to a bucket",
    technique="T1537",
    actor=Identity,
    move=Act(
        on=Group,
        uses=(
            Use(actions=("elasticache:CreateSnapshot",)),
            Use(
                actions=("elasticache:CopySnapshot",),
                upon=Upon.NEW,
                resource="arn:{partition}:elasticache:{region}:{account}:snapshot:*",
            ),
        ),
    ),
    where=~Group.own_key,
    because=("A snapshot is copied as a file to a bucket, also of another account."),
    fix=("Keep elasticache:CopySnapshot with those who make backups."),
    weight=0.7,
    reaches=[
        (
            *ann("elasticache:CreateSnapshot", "elasticache:CopySnapshot"),
            kept(Group, arn("elasticache", "replicationgroup:orders")),
        ),
        (*ann("elasticache:*"), kept(Group, arn("elasticache", "replicationgroup:orders"))),
    ],
    blocked=[
        (*ann(), kept(Group, arn("elasticache", "replicationgroup:orders"))),
        (*ann("elasticache:Describe*"), kept(Group, arn("elasticache", "replicationgroup:orders"))),
        (
            *user(
                "ann",
                allow("elasticache:CreateSnapshot", "elasticache:CopySnapshot"),
                deny("elasticache:CreateSnapshot"),
            ),
            kept(Group, arn("elasticache", "replicationgroup:orders")),
        ),
    ],
)
