"""Changes of trail files can be noticed."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudtrail-validates-files",
    title="Changes of trail files can be noticed",
    severity=Severity.MEDIUM,
    every=Trail,
    must=Trail.validated,
    because="Without digests nobody can tell whether an intruder has removed own traces from the files.",
    fix="Set enable_log_file_validation (Terraform) or EnableLogFileValidation (CloudFormation) to true.",
    serves=("log-integrity",),
    also=(
        "CKV_AWS_36",
        "AVD-AWS-0016",
        "AWS-0016",
        "aws-cloudtrail-enable-log-validation",
    ),
    passes=[
        Trail(validated=True),
    ],
    fails=[
        Trail(validated=False),
    ],
)
