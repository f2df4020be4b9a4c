"""Read a cache that asks for no password."""

from bartizan.content.kinds.aws.elasticache_cache import Group
from bartizan.content.steps.data.scene import beside
from bartizan.core.kind import Asset
from bartizan.core.step import Reach, Step

STEP: Step[Asset, Group] = Step(
    id="data-database-elasticache-open",
    title="Read a cache that asks for no password",
    technique="T1213",
    actor=Asset,
    move=Reach(on=Group),
    where=~Group.authenticates,
    because=("Whoever reaches the port reads and changes all that is held in the cache."),
    fix=("Turn on user groups or a token, and let in only the security groups of the programs that use it."),
    weight=0.3,
    reaches=[
        beside(Group("aws_elasticache_replication_group.a", engine="redis", authenticates=False)),
    ],
    blocked=[
        beside(Group("aws_elasticache_replication_group.a", engine="redis", authenticates=True)),
        beside(Group("aws_elasticache_replication_group.a", engine="redis", authenticates=False), closed=True),
    ],
)
