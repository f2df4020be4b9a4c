"""Public access through S3 access points is blocked."""

from bartizan.content.kinds.aws.s3_access_point import AccessPoint
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-access-point-blocks-public-access",
    title="Public access through S3 access points is blocked",
    severity=Severity.HIGH,
    every=AccessPoint,
    must=AccessPoint.sealed,
    because=(
        "An access point has a policy of its own, so that data can be opened there although the policy of the bucket "
        "is strict. The block cannot be put on later."
    ),
    fix=(
        "Leave out public_access_block_configuration (Terraform) or PublicAccessBlockConfiguration (CloudFormation), "
        "or set all four settings to true."
    ),
    serves=("no-public-data",),
    also=("CKV_AWS_392",),
    passes=[
        AccessPoint(sealed=True),
    ],
    fails=[
        AccessPoint(sealed=False),
    ],
)
