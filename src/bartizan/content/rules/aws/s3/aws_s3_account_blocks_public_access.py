"""Public access to S3 is blocked for the whole account."""

from bartizan.content.kinds.aws.s3_access_point import AccountBlock
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-account-blocks-public-access",
    title="Public access to S3 is blocked for the whole account",
    severity=Severity.HIGH,
    every=AccountBlock,
    must=AccountBlock.sealed,
    because=(
        "A setting that is off here leaves every bucket of the account one mistaken policy or ACL away from being "
        "public."
    ),
    fix=(
        "Set block_public_acls, block_public_policy, ignore_public_acls and restrict_public_buckets of "
        "aws_s3_account_public_access_block to true."
    ),
    serves=("no-public-data",),
    passes=[
        AccountBlock(sealed=True),
    ],
    fails=[
        AccountBlock(sealed=False),
    ],
)
