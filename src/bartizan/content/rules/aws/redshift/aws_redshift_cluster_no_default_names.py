"""Redshift clusters do not use the names everyone tries first."""

from bartizan.content.kinds.aws.redshift_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-redshift-cluster-no-default-names",
    title="Redshift clusters do not use the names everyone tries first",
    severity=Severity.LOW,
    every=Cluster,
    must=~Cluster.database.equals("dev") & ~Cluster.user.equals("awsuser"),
    because="Who guesses passwords needs only the password where database and user have their well-known names.",
    fix=(
        "Choose other names for database_name and master_username (Terraform) or DBName and MasterUsername "
        "(CloudFormation)."
    ),
    serves=("no-default-accounts",),
    also=("CKV_AWS_320", "CKV_AWS_391"),
    passes=[Cluster(database="sales", user="owner")],
    fails=[Cluster(database="dev", user="owner"), Cluster(database="sales", user="awsuser")],
)
