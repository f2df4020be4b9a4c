"""Serverless workgroups of Redshift are not publicly accessible."""

from bartizan.content.kinds.aws.redshift_cluster import Workgroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-redshift-workgroup-not-public",
    title="Serverless workgroups of Redshift are not publicly accessible",
    severity=Severity.HIGH,
    every=Workgroup,
    must=~Workgroup.publicly_accessible,
    because=(
        "A data warehouse with a public address is one security group rule away from every password guesser on "
        "the Internet."
    ),
    fix="Set publicly_accessible (Terraform) or PubliclyAccessible (CloudFormation) to false.",
    serves=("no-public-data",),
    passes=[Workgroup(publicly_accessible=False)],
    fails=[Workgroup(publicly_accessible=True)],
)
