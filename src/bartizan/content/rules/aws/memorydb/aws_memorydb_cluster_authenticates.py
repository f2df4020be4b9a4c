"""MemoryDB clusters ask who connects."""

from bartizan.content.kinds.aws.memorydb_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-memorydb-cluster-authenticates",
    title="MemoryDB clusters ask who connects",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=~Cluster.open_to_all,
    because="The list open-access lets everyone who reaches the port read and change everything.",
    fix="Set acl_name (Terraform) or ACLName (CloudFormation) to a list of users.",
    serves=("api-authentication",),
    passes=[Cluster(open_to_all=False)],
    fails=[Cluster(open_to_all=True)],
)
