"""Redshift clusters write an audit log."""

from bartizan.content.kinds.aws.redshift_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-redshift-cluster-logged",
    title="Redshift clusters write an audit log",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.logged,
    because="Without it nobody can tell who signed in and which data was read.",
    fix="Add an aws_redshift_logging resource (Terraform) or LoggingProperties (CloudFormation).",
    serves=("data-access-logging",),
    also=("CKV_AWS_71",),
    passes=[Cluster(logged=True)],
    fails=[Cluster(logged=False)],
)
