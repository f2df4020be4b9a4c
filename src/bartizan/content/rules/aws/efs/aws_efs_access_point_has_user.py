"""EFS access points fix the user that clients act as."""

from bartizan.content.kinds.aws.efs_file_system import AccessPoint
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-efs-access-point-has-user",
    title="EFS access points fix the user that clients act as",
    severity=Severity.LOW,
    every=AccessPoint,
    must=AccessPoint.fixes_user,
    because="A client says itself who it is, and may say root.",
    fix="Set posix_user (Terraform) or PosixUser (CloudFormation).",
    serves=("least-privilege",),
    also=("CKV_AWS_330",),
    passes=[AccessPoint(fixes_user=True)],
    fails=[AccessPoint(fixes_user=False)],
)
