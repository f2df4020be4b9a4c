"""Send SQL to a database cluster over HTTPS."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.rds_cluster import Cluster
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-aws-rds-data-api",
    title="Send SQL to a database cluster over HTTPS",
    technique="T1530",
    actor=Identity,
    move=Act(
        on=Cluster,
        uses=(
            Use(actions=("rds-data:ExecuteStatement",)),
            Use(
                actions=("secretsmanager:GetSecretValue",),
                upon=Upon.NEW,
                resource="arn:{partition}:secretsmanager:{region}:{account}:secret:*",
            ),
        ),
    ),
    where=Cluster.data_api,
    because=(
        "The data API runs SQL for whoever may call it and may read the secret with the password; it needs no "
        "way through the network."
    ),
    fix=("Give rds-data:ExecuteStatement and the secret to the program that needs them, or turn the data API off."),
    weight=0.5,
    reaches=[
        (
            *ann("rds-data:ExecuteStatement", "secretsmanager:GetSecretValue"),
            kept(Cluster, arn("rds", "cluster:orders"), data_api=True),
        ),
        (
            *ann("rds-data:*", "secretsmanager:GetSecretValue"),
            kept(Cluster, arn("rds", "cluster:orders"), data_api=True),
        ),
    ],
    blocked=[
        (*ann(), kept(Cluster, arn("rds", "cluster:orders"), data_api=True)),
        (*ann("rds:Describe*"), kept(Cluster, arn("rds", "cluster:orders"), data_api=True)),
        (
            *user(
                "ann",
                allow("rds-data:ExecuteStatement", "secretsmanager:GetSecretValue"),
                deny("rds-data:ExecuteStatement"),
            ),
            kept(Cluster, arn("rds", "cluster:orders"), data_api=True),
        ),
        (*ann("rds-data:ExecuteStatement"), kept(Cluster, arn("rds", "cluster:orders"), data_api=True)),
        (
            *ann("rds-data:ExecuteStatement", "secretsmanager:GetSecretValue"),
            kept(Cluster, arn("rds", "cluster:orders"), data_api=False),
        ),
    ],
)
