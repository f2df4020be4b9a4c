"""Query a graph database that asks for no signature."""

from bartizan.content.kinds.aws.neptune_cluster import Cluster
from bartizan.content.steps.data.scene import beside
from bartizan.core.kind import Asset
from bartizan.core.step import Reach, Step

STEP: Step[Asset, Cluster] = Step(
    id="data-database-neptune-open",
    title="Query a graph database that asks for no signature",
    technique="T1213",
    actor=Asset,
    move=Reach(on=Cluster),
    where=~Cluster.iam_authentication,
    because=("Without sign-in by IAM whoever reaches the port queries the whole graph."),
    fix=("Turn IAM authentication on."),
    weight=0.3,
    reaches=[
        beside(Cluster("aws_neptune_cluster.a", iam_authentication=False)),
    ],
    blocked=[
        beside(Cluster("aws_neptune_cluster.a", iam_authentication=True)),
        beside(Cluster("aws_neptune_cluster.a", iam_authentication=False), closed=True),
    ],
)
