"""Amazon S3 access points, and the public access block of a whole account."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.kind import Asset, Document, Flag, Link, Text
from bartizan.core.source import Beside, Block, First, Shown, Source


class AccessPoint(
    Governed, kind="aws.s3.access-point", identifier="arn:{partition}:s3:{region}:{account}:accesspoint/{name}"
):
    """Another name and policy for a bucket, or for one bucket in each of several regions."""

    name = Text("Its name.")
    bucket = Link(Bucket, "The buckets it leads to.")
    sealed = Flag("All four settings of its public access block are on.")
    open_by_policy = Flag("Its policy grants everyone access, without a condition.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


class AccountBlock(Asset, kind="aws.s3.account-public-access-block"):
    """The public access block of an account: what it says holds for every bucket.

    CloudFormation has no resource for it. Templates set it by a custom resource whose properties are those of the
    call PutPublicAccessBlock, and that is how it is recognised there.
    """

    sealed = Flag("All four settings are on.")


BLOCK = "public_access_block_configuration[0]"
MULTI = "details[0].public_access_block[0]"
CFN = "PublicAccessBlockConfiguration"

FROM_TERRAFORM = Source(
    of=AccessPoint,
    each=Block("aws_s3_access_point"),
    reads={
        **GOVERNED,
        AccessPoint.policy: First(
            Beside(types="aws_s3control_access_point_policy", on="access_point_arn", read="policy"), "policy"
        ),
        AccessPoint.name: "name",
        AccessPoint.bucket: "bucket",
        AccessPoint.sealed: (
            f"flag(not_null({BLOCK}.block_public_acls, `true`)) && flag(not_null({BLOCK}.block_public_policy, `true`)) "
            f"&& flag(not_null({BLOCK}.ignore_public_acls, `true`)) "
            f"&& flag(not_null({BLOCK}.restrict_public_buckets, `true`))"
        ),
        AccessPoint.open_by_policy: First(
            Beside(types="aws_s3control_access_point_policy", on="access_point_arn", read="policy_public(policy)"),
            "policy_public(policy)",
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_s3_bucket" "orders" {
  bucket = "orders"
}

resource "aws_s3_access_point" "plain" {
  name   = "plain"
  bucket = aws_s3_bucket.orders.id
}
""",
            gives=AccessPoint(
                "aws_s3_access_point.plain",
                name="plain",
                bucket=frozenset({"aws_s3_bucket.orders"}),
                sealed=True,
                open_by_policy=False,
            ),
        ),
        Shown(
            text="""
resource "aws_s3_access_point" "open" {
  name   = "open"
  bucket = "orders"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }] })
  public_access_block_configuration {
    restrict_public_buckets = false
  }
}
""",
            gives=AccessPoint(
                "aws_s3_access_point.open",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}]}',
                sealed=False,
                open_by_policy=True,
            ),
        ),
    ],
)

FROM_TERRAFORM_MULTI_REGION = Source(
    of=AccessPoint,
    each=Block("aws_s3control_multi_region_access_point"),
    reads={
        **GOVERNED,
        AccessPoint.policy: Beside(
            types="aws_s3control_multi_region_access_point_policy", on="details[0].name", read="details[0].policy"
        ),
        AccessPoint.name: "details[0].name",
        AccessPoint.bucket: "details[0].region[].bucket",
        AccessPoint.sealed: (
            f"flag(not_null({MULTI}.block_public_acls, `true`)) && flag(not_null({MULTI}.block_public_policy, `true`)) "
            f"&& flag(not_null({MULTI}.ignore_public_acls, `true`)) "
            f"&& flag(not_null({MULTI}.restrict_public_buckets, `true`))"
        ),
        AccessPoint.open_by_policy: Beside(
            types="aws_s3control_multi_region_access_point_policy",
            on="details[0].name",
            read="policy_public(details[0].policy)",
            none=False,
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_s3_bucket" "orders" {
  bucket = "orders"
}

resource "aws_s3control_multi_region_access_point" "everywhere" {
  details {
    name = "everywhere"
    public_access_block {
      block_public_acls = false
    }
    region {
      bucket = aws_s3_bucket.orders.id
    }
  }
}
""",
            gives=AccessPoint(
                "aws_s3control_multi_region_access_point.everywhere",
                policy=None,
                name="everywhere",
                bucket=frozenset({"aws_s3_bucket.orders"}),
                sealed=False,
                open_by_policy=False,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=AccessPoint,
    each=Block("AWS::S3::AccessPoint", "AWS::S3::MultiRegionAccessPoint"),
    reads={
        **GOVERNED,
        AccessPoint.policy: First(
            Beside(types="AWS::S3::MultiRegionAccessPointPolicy", on="MrapName", read="Policy"), "Policy"
        ),
        AccessPoint.name: "Name",
        AccessPoint.bucket: "[Bucket, Regions[].Bucket][]",
        AccessPoint.sealed: (
            f"flag(not_null({CFN}.BlockPublicAcls, `true`)) && flag(not_null({CFN}.BlockPublicPolicy, `true`)) "
            f"&& flag(not_null({CFN}.IgnorePublicAcls, `true`)) && flag(not_null({CFN}.RestrictPublicBuckets, `true`))"
        ),
        AccessPoint.open_by_policy: First(
            Beside(types="AWS::S3::MultiRegionAccessPointPolicy", on="MrapName", read="policy_public(Policy)"),
            "policy_public(Policy)",
        ),
    },
    shows=[
        Shown(
            text="""
Resources:
  Orders: {Type: AWS::S3::Bucket}
  Plain:
    Type: AWS::S3::AccessPoint
    Properties: {Name: plain, Bucket: !Ref Orders}
""",
            gives=AccessPoint("Plain", name="plain", bucket=frozenset({"Orders"}), sealed=True, open_by_policy=False),
        ),
        Shown(
            text="""
Resources:
  Orders: {Type: AWS::S3::Bucket}
  Open:
    Type: AWS::S3::MultiRegionAccessPoint
    Properties:
      PublicAccessBlockConfiguration: {RestrictPublicBuckets: false}
      Regions: [{Bucket: !Ref Orders}]
  Policy:
    Type: AWS::S3::MultiRegionAccessPointPolicy
    Properties:
      MrapName: !Ref Open
      Policy: {Statement: [{Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: "*"}]}
""",
            gives=AccessPoint(
                "Open",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}]}',
                bucket=frozenset({"Orders"}),
                sealed=False,
                open_by_policy=True,
            ),
        ),
    ],
)

ACCOUNT_FROM_TERRAFORM = Source(
    of=AccountBlock,
    each=Block("aws_s3_account_public_access_block"),
    reads={
        AccountBlock.sealed: (
            "flag(not_null(block_public_acls, `false`)) && flag(not_null(block_public_policy, `false`)) "
            "&& flag(not_null(ignore_public_acls, `false`)) && flag(not_null(restrict_public_buckets, `false`))"
        )
    },
    shows=[
        Shown(
            text='resource "aws_s3_account_public_access_block" "plain" {}',
            gives=AccountBlock("aws_s3_account_public_access_block.plain", sealed=False),
        ),
        Shown(
            text="""
resource "aws_s3_account_public_access_block" "all" {
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
""",
            gives=AccountBlock("aws_s3_account_public_access_block.all", sealed=True),
        ),
    ],
)

ACCOUNT_FROM_CLOUDFORMATION = Source(
    of=AccountBlock,
    each=Block(
        "AWS::CloudFormation::CustomResource",
        "Custom::S3PutPublicAccessBlock",
        "Custom::S3AccountPublicAccessBlock",
        "Custom::S3PublicAccessBlock",
        where="not_null(RestrictPublicBuckets, restrictPublicBuckets) != `null`",
    ),
    reads={
        AccountBlock.sealed: (
            "flag(not_null(BlockPublicAcls, blockPublicAcls)) && flag(not_null(BlockPublicPolicy, blockPublicPolicy)) "
            "&& flag(not_null(IgnorePublicAcls, ignorePublicAcls)) "
            "&& flag(not_null(RestrictPublicBuckets, restrictPublicBuckets))"
        )
    },
    shows=[
        Shown(
            text="""
Resources:
  All:
    Type: Custom::S3PutPublicAccessBlock
    Properties:
      ServiceToken: arn:aws:lambda:eu-central-1:111122223333:function:block
      blockPublicAcls: true
      blockPublicPolicy: true
      ignorePublicAcls: true
      restrictPublicBuckets: true
""",
            gives=AccountBlock("All", sealed=True),
        ),
        Shown(
            text="""
Resources:
  Some:
    Type: AWS::CloudFormation::CustomResource
    Properties:
      ServiceToken: arn:aws:lambda:eu-central-1:111122223333:function:block
      BlockPublicAcls: true
      BlockPublicPolicy: true
      IgnorePublicAcls: true
      RestrictPublicBuckets: false
""",
            gives=AccountBlock("Some", sealed=False),
        ),
    ],
)
