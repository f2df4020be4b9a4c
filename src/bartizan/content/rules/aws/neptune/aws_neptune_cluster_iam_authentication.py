"""Neptune clusters ask who sends a request."""

from bartizan.content.kinds.aws.neptune_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-neptune-cluster-iam-authentication",
    title="Neptune clusters ask who sends a request",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.iam_authentication,
    because=(
        "Neptune has no passwords: without signed requests everyone in its network reads and changes the whole graph."
    ),
    fix="Set iam_database_authentication_enabled (Terraform) or IamAuthEnabled (CloudFormation) to true.",
    serves=("strong-authentication",),
    also=("CKV_AWS_359",),
    passes=[Cluster(iam_authentication=True)],
    fails=[Cluster(iam_authentication=False)],
)
