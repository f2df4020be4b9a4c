"""Give oneself access to a Kubernetes cluster."""

from bartizan.content.kinds.aws.eks_cluster import Cluster
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, role, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

CLUSTER = Cluster(arn("eks", "cluster/main"), name="main", authentication="API")
ENTER = allow("eks:CreateAccessEntry", "eks:AssociateAccessPolicy")

STEP = Step(
    id="aws-eks-access-entry",
    title="Give oneself access to a Kubernetes cluster",
    technique="T1098.006",
    actor=Identity,
    move=Act(
        on=Cluster,
        uses=(
            Use(actions=("eks:CreateAccessEntry",)),
            Use(
                actions=("eks:AssociateAccessPolicy",),
                upon=Upon.NEW,
                resource="arn:{partition}:eks:{region}:{account}:access-entry/*",
            ),
        ),
        gains=Gain.TARGET,
    ),
    where=Cluster.authentication.one_of("API", "API_AND_CONFIG_MAP"),
    because=(
        "An access entry lets an identity of AWS into a cluster, and an access policy makes it an "
        "administrator there. Whoever may make both lets itself in."
    ),
    fix=(
        "Give eks:CreateAccessEntry and eks:AssociateAccessPolicy to administrators of the cluster "
        "alone, under the condition eks:policyArn."
    ),
    reaches=[
        (*user("ann", ENTER), CLUSTER),
        (*role("ci", allow("eks:*")), CLUSTER),
    ],
    blocked=[
        (*user("ann", allow("eks:CreateAccessEntry")), CLUSTER),
        (*user("ann", ENTER, deny("eks:AssociateAccessPolicy")), CLUSTER),
        (*user("ann", ENTER), Cluster(arn("eks", "cluster/main"), name="main", authentication="CONFIG_MAP")),
        (
            *user("ann", allow("eks:CreateAccessEntry", "eks:AssociateAccessPolicy", on=arn("eks", "cluster/other"))),
            CLUSTER,
        ),
    ],
)
