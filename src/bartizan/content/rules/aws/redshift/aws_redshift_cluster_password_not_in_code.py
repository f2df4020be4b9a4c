"""The main password of Redshift clusters is not written in code."""

from bartizan.content.kinds.aws.redshift_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-redshift-cluster-password-not-in-code",
    title="The main password of Redshift clusters is not written in code",
    severity=Severity.HIGH,
    every=Cluster,
    must=~Cluster.literal_password,
    because=(
        "Everyone who can read the code, its history, a plan or the state has the password of the most powerful "
        "user of the database."
    ),
    fix=(
        "Set manage_master_password (Terraform) or ManageMasterPassword (CloudFormation) to true and remove the "
        "password."
    ),
    serves=("secrets-not-in-code",),
    passes=[Cluster(literal_password=False)],
    fails=[Cluster(literal_password=True)],
)
