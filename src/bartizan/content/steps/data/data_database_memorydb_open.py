"""Read a database in memory that lets everyone in."""

from bartizan.content.kinds.aws.memorydb_cluster import Cluster
from bartizan.content.steps.data.scene import beside
from bartizan.core.kind import Asset
from bartizan.core.step import Reach, Step

STEP: Step[Asset, Cluster] = Step(
    id="data-database-memorydb-open",
    title="Read a database in memory that lets everyone in",
    technique="T1213",
    actor=Asset,
    move=Reach(on=Cluster),
    where=Cluster.open_to_all,
    because=("Its access control list lets in whoever reaches the port."),
    fix=("Give it an access control list of users with passwords."),
    weight=0.3,
    reaches=[
        beside(Cluster("aws_memorydb_cluster.a", open_to_all=True)),
    ],
    blocked=[
        beside(Cluster("aws_memorydb_cluster.a", open_to_all=False)),
        beside(Cluster("aws_memorydb_cluster.a", open_to_all=True), closed=True),
    ],
)
