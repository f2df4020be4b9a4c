"""Neptune instances are not publicly accessible."""

from bartizan.content.kinds.aws.neptune_cluster import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-neptune-instance-not-public",
    title="Neptune instances are not publicly accessible",
    severity=Severity.HIGH,
    every=Instance,
    must=~Instance.publicly_accessible,
    because="A database with a public address is one security group rule away from everyone on the Internet.",
    fix="Set publicly_accessible (Terraform) or PubliclyAccessible (CloudFormation) to false.",
    serves=("no-public-data",),
    also=("CKV_AWS_102",),
    passes=[Instance(publicly_accessible=False)],
    fails=[Instance(publicly_accessible=True)],
)
