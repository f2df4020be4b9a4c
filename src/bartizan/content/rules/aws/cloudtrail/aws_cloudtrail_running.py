"""Trails are recording."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudtrail-running",
    title="Trails are recording",
    severity=Severity.MEDIUM,
    every=Trail,
    must=Trail.on,
    because="A trail that is stopped leaves no trace of what is done in the account.",
    fix="Set enable_logging (Terraform) or IsLogging (CloudFormation) to true.",
    serves=("audit-logging",),
    also=("CKV_AWS_251",),
    passes=[
        Trail(on=True),
    ],
    fails=[
        Trail(on=False),
    ],
)
