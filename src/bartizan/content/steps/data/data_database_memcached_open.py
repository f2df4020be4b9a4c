"""Read a cache of memcached."""

from bartizan.content.kinds.aws.elasticache_cache import Cluster
from bartizan.content.steps.data.scene import beside
from bartizan.core.kind import Asset
from bartizan.core.step import Reach, Step

STEP: Step[Asset, Cluster] = Step(
    id="data-database-memcached-open",
    title="Read a cache of memcached",
    technique="T1213",
    actor=Asset,
    move=Reach(on=Cluster),
    where=Cluster.engine.equals("memcached"),
    because=("Memcached asks nobody who they are: whoever reaches the port reads and changes all that is held."),
    fix=("Let in only the security groups of the programs that use it."),
    weight=0.3,
    reaches=[
        beside(Cluster("aws_elasticache_cluster.a", engine="memcached")),
    ],
    blocked=[
        beside(Cluster("aws_elasticache_cluster.a", engine="redis")),
        beside(Cluster("aws_elasticache_cluster.a", engine="memcached"), closed=True),
    ],
)
