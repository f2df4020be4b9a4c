"""Public access to S3 buckets is blocked in all four ways."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-bucket-blocks-public-access",
    title="Public access to S3 buckets is blocked in all four ways",
    severity=Severity.MEDIUM,
    every=Bucket,
    must=Bucket.blocks_public_acls
    & Bucket.ignores_public_acls
    & Bucket.blocks_public_policy
    & Bucket.restricts_public_policy,
    because=(
        "With the block on, a mistaken ACL or policy opens nothing; without it, one call is enough to publish the "
        "bucket."
    ),
    fix=(
        "Add aws_s3_bucket_public_access_block (Terraform) or PublicAccessBlockConfiguration (CloudFormation) with "
        "all four settings true."
    ),
    serves=("no-public-data",),
    also=(
        "CKV_AWS_53",
        "CKV_AWS_54",
        "CKV_AWS_55",
        "CKV_AWS_56",
        "CKV2_AWS_6",
        "AVD-AWS-0086",
        "AVD-AWS-0087",
        "AVD-AWS-0091",
        "AVD-AWS-0093",
        "AVD-AWS-0094",
        "AWS-0086",
        "aws-s3-block-public-acls",
        "AWS-0087",
        "aws-s3-block-public-policy",
        "AWS-0091",
        "aws-s3-ignore-public-acls",
        "AWS-0093",
        "aws-s3-no-public-buckets",
        "AWS-0094",
        "aws-s3-specify-public-access-block",
    ),
    passes=[
        Bucket(
            blocks_public_acls=True, ignores_public_acls=True, blocks_public_policy=True, restricts_public_policy=True
        ),
    ],
    fails=[
        Bucket(
            blocks_public_acls=False,
            ignores_public_acls=False,
            blocks_public_policy=False,
            restricts_public_policy=False,
        ),
        Bucket(
            blocks_public_acls=True, ignores_public_acls=True, blocks_public_policy=True, restricts_public_policy=False
        ),
    ],
)
