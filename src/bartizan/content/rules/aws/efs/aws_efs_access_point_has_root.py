"""EFS access points lead into a directory of their own."""

from bartizan.content.kinds.aws.efs_file_system import AccessPoint
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-efs-access-point-has-root",
    title="EFS access points lead into a directory of their own",
    severity=Severity.LOW,
    every=AccessPoint,
    must=~AccessPoint.root.equals("/"),
    because="A client that is meant to see one directory sees the files of all others.",
    fix="Set root_directory.path (Terraform) or RootDirectory.Path (CloudFormation) to a directory.",
    serves=("least-privilege",),
    also=("CKV_AWS_329",),
    passes=[AccessPoint(root="/shop")],
    fails=[AccessPoint(root="/")],
)
