"""RDS instances have a standby in another zone."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-instance-spans-zones",
    title="RDS instances have a standby in another zone",
    severity=Severity.LOW,
    every=Instance,
    where=~Instance.member & ~Instance.replica,
    must=Instance.multi_zone,
    because="When its zone or its host fails, the database is down until it is restored by hand.",
    fix="Set multi_az (Terraform) or MultiAZ (CloudFormation) to true.",
    serves=("high-availability",),
    also=("CKV_AWS_157",),
    passes=[Instance(member=False, replica=False, multi_zone=True)],
    fails=[Instance(member=False, replica=False, multi_zone=False)],
)
