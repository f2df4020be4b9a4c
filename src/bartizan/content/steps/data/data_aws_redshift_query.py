"""Query a data warehouse as a user of its own."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.redshift_cluster import Cluster
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-redshift-query",
    title="Query a data warehouse as a user of its own",
    technique="T1530",
    actor=Identity,
    move=Act(
        on=Cluster,
        uses=(
            Use(
                actions=("redshift:GetClusterCredentials",),
                resource="arn:{partition}:redshift:{region}:{account}:dbuser:*/*",
            ),
            Use(actions=("redshift-data:ExecuteStatement",)),
        ),
    ),
    because=("The call answers with the password of any database user, and the data API runs SQL with it over HTTPS."),
    fix=("Give redshift:GetClusterCredentials for single users and databases, never for the main one."),
    weight=0.5,
    reaches=[
        (
            *ann("redshift:GetClusterCredentials", "redshift-data:ExecuteStatement"),
            kept(Cluster, arn("redshift", "cluster:orders")),
        ),
        (*ann("redshift:*", "redshift-data:ExecuteStatement"), kept(Cluster, arn("redshift", "cluster:orders"))),
    ],
    blocked=[
        (*ann(), kept(Cluster, arn("redshift", "cluster:orders"))),
        (*ann("redshift:Describe*"), kept(Cluster, arn("redshift", "cluster:orders"))),
        (
            *user(
                "ann",
                allow("redshift:GetClusterCredentials", "redshift-data:ExecuteStatement"),
                deny("redshift:GetClusterCredentials"),
            ),
            kept(Cluster, arn("redshift", "cluster:orders")),
        ),
    ],
)
