"""DMS replication instances are not publicly accessible."""

from bartizan.content.kinds.aws.dms_instance import ReplicationInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-dms-instance-not-public",
    title="DMS replication instances are not publicly accessible",
    severity=Severity.HIGH,
    every=ReplicationInstance,
    must=~ReplicationInstance.publicly_accessible,
    because="The machine holds credentials and data of both databases, and everyone on the Internet can try it.",
    fix="Set publicly_accessible (Terraform) or PubliclyAccessible (CloudFormation) to false.",
    serves=("no-public-data",),
    also=("CKV_AWS_89",),
    passes=[ReplicationInstance(publicly_accessible=False)],
    fails=[ReplicationInstance(publicly_accessible=True)],
)
