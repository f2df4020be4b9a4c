"""Read the topics of a cluster that asks for no sign-in."""

from bartizan.content.kinds.aws.msk_cluster import Cluster
from bartizan.content.steps.data.scene import beside
from bartizan.core.kind import Asset
from bartizan.core.step import Reach, Step

STEP: Step[Asset, Cluster] = Step(
    id="data-database-msk-open",
    title="Read the topics of a cluster that asks for no sign-in",
    technique="T1213",
    actor=Asset,
    move=Reach(on=Cluster),
    where=~Cluster.authenticates,
    because=("Whoever reaches the brokers reads every topic."),
    fix=("Turn unauthenticated access off."),
    weight=0.3,
    reaches=[
        beside(Cluster("aws_msk_cluster.a", authenticates=False, publicly_accessible=False)),
    ],
    blocked=[
        beside(Cluster("aws_msk_cluster.a", authenticates=True, publicly_accessible=False)),
        beside(Cluster("aws_msk_cluster.a", authenticates=False, publicly_accessible=False), closed=True),
    ],
)
