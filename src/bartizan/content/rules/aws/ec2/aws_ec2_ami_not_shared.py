"""Machine images are not open to everyone."""

from bartizan.content.kinds.aws.ec2_ebs import ImagePermission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ec2-ami-not-shared",
    title="Machine images are not open to everyone",
    severity=Severity.HIGH,
    every=ImagePermission,
    must=~ImagePermission.open_to_all,
    because=(
        "Every AWS account can start the image and read what is on its disk: code, configuration and forgotten keys."
    ),
    fix="Remove group = all (UserGroups: [all]), and name the accounts that need it.",
    serves=("no-public-data", "cross-account-control"),
    also=("CKV_AWS_205",),
    passes=[ImagePermission(open_to_all=False)],
    fails=[ImagePermission(open_to_all=True)],
)
