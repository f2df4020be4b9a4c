"""Amazon S3 buckets."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.core.kind import Asset, Flag, Link, Number, Text
from bartizan.core.source import Beside, Block, First, Fixed, Shown, Source

ALWAYS_ENCRYPTED = "S3 has encrypted every new object since January 2023, with its own key where no other is set."
PUBLIC_ACLS = "public-read,public-read-write,authenticated-read,PublicRead,PublicReadWrite,AuthenticatedRead"


class Bucket(Asset, kind="aws.s3.bucket"):
    """A container of objects, its name unique in the world."""

    name = Text("Its name, where it is known before deployment.")
    ignores_public_acls = Flag("ACLs that would open it or its objects have no effect.")
    blocks_public_acls = Flag("Calls that would set a public ACL are refused.")
    blocks_public_policy = Flag("Calls that would set a public policy are refused.")
    restricts_public_policy = Flag("A public policy gives access to nobody outside the account.")
    open_by_acl = Flag("An ACL grants everyone access, or every AWS account.")
    open_by_policy = Flag("The bucket policy grants everyone access, without a condition.")
    versioned = Flag("Old versions of objects are kept.")
    encrypted = Flag("New objects are encrypted at rest.")
    encryption = Text("How new objects are encrypted: AES256, aws:kms or aws:kms:dsse.")
    key = Link(Key, "The customer-managed key that encrypts new objects.")
    logged = Flag("Requests are logged to another bucket.")
    tls_only = Flag("The policy denies requests that do not use TLS.")
    expires_after = Number("Days until the first lifecycle rule that is on expires objects.")


TERRAFORM_BLOCK = "aws_s3_bucket_public_access_block"

FROM_TERRAFORM = Source(
    of=Bucket,
    each=Block("aws_s3_bucket"),
    names=("bucket",),
    reads={
        Bucket.name: "bucket",
        Bucket.ignores_public_acls: Beside(
            types=TERRAFORM_BLOCK, on="bucket", read="not_null(ignore_public_acls, `false`)", none=False
        ),
        Bucket.blocks_public_acls: Beside(
            types=TERRAFORM_BLOCK, on="bucket", read="not_null(block_public_acls, `false`)", none=False
        ),
        Bucket.blocks_public_policy: Beside(
            types=TERRAFORM_BLOCK, on="bucket", read="not_null(block_public_policy, `false`)", none=False
        ),
        Bucket.restricts_public_policy: Beside(
            types=TERRAFORM_BLOCK, on="bucket", read="not_null(restrict_public_buckets, `false`)", none=False
        ),
        Bucket.open_by_acl: First(
            Beside(
                types="aws_s3_bucket_acl",
                on="bucket",
                read="contains(split('" + PUBLIC_ACLS + "', ','), not_null(acl, 'private')) || length(not_null("
                "access_control_policy[].grant[].grantee[?contains(['http://acs.amazonaws.com/groups/global/AllUsers', "
                "'http://acs.amazonaws.com/groups/global/AuthenticatedUsers'], uri)][], `[]`)) > `0`",
            ),
            "contains(split('" + PUBLIC_ACLS + "', ','), not_null(acl, 'private'))",
        ),
        Bucket.open_by_policy: First(
            Beside(types="aws_s3_bucket_policy", on="bucket", read="policy_public(policy)"),
            "policy_public(policy)",
        ),
        Bucket.versioned: First(
            Beside(
                types="aws_s3_bucket_versioning",
                on="bucket",
                read="versioning_configuration[0].status == 'Enabled'",
            ),
            "flag(not_null(versioning[0].enabled, `false`))",
        ),
        Bucket.encrypted: Fixed(True, ALWAYS_ENCRYPTED),
        Bucket.encryption: First(
            Beside(
                types="aws_s3_bucket_server_side_encryption_configuration",
                on="bucket",
                read="rule[0].apply_server_side_encryption_by_default[0].sse_algorithm",
            ),
            "server_side_encryption_configuration[0].rule[0].apply_server_side_encryption_by_default[0].sse_algorithm",
            Fixed("AES256", ALWAYS_ENCRYPTED),
        ),
        Bucket.key: First(
            Beside(
                types="aws_s3_bucket_server_side_encryption_configuration",
                on="bucket",
                read="rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id",
            ),
            "server_side_encryption_configuration[0].rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id",
        ),
        Bucket.logged: First(
            Beside(types="aws_s3_bucket_logging", on="bucket", read="target_bucket != null || `true`"),
            "length(not_null(logging, `[]`)) > `0`",
        ),
        Bucket.tls_only: First(
            Beside(types="aws_s3_bucket_policy", on="bucket", read="policy_tls_only(policy)"),
            "policy_tls_only(policy)",
        ),
        Bucket.expires_after: First(
            Beside(
                types="aws_s3_bucket_lifecycle_configuration",
                on="bucket",
                read="rule[?status=='Enabled'].expiration[].days | [0]",
            ),
            "lifecycle_rule[?flag(enabled)].expiration[].days | [0]",
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_s3_bucket" "plain" {
  bucket = "plain"
}
""",
            gives=Bucket(
                "aws_s3_bucket.plain",
                name="plain",
                ignores_public_acls=False,
                blocks_public_acls=False,
                blocks_public_policy=False,
                restricts_public_policy=False,
                open_by_acl=False,
                open_by_policy=False,
                versioned=False,
                encrypted=True,
                encryption="AES256",
                key=frozenset(),
                logged=False,
                tls_only=False,
                expires_after=None,
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_s3_bucket" "orders" {
  bucket = "orders"
}

resource "aws_s3_bucket_public_access_block" "orders" {
  bucket                  = aws_s3_bucket.orders.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "orders" {
  bucket = aws_s3_bucket.orders.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.data.arn
    }
  }
}

resource "aws_s3_bucket_logging" "orders" {
  bucket        = aws_s3_bucket.orders.id
  target_bucket = "logs"
  target_prefix = "s3/"
}

resource "aws_s3_bucket_lifecycle_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    id     = "old"
    status = "Enabled"
    expiration {
      days = 90
    }
  }
}

resource "aws_s3_bucket_acl" "orders" {
  bucket = aws_s3_bucket.orders.id
  acl    = "public-read"
}

resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Statement = [
      { Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } },
      { Effect = "Allow", Principal = { AWS = "*" }, Action = "s3:GetObject", Resource = "${aws_s3_bucket.orders.arn}/*" },
    ]
  })
}
""",
            gives=Bucket(
                "aws_s3_bucket.orders",
                ignores_public_acls=True,
                blocks_public_acls=True,
                blocks_public_policy=True,
                restricts_public_policy=True,
                open_by_acl=True,
                open_by_policy=True,
                versioned=True,
                encryption="aws:kms",
                key=frozenset({"aws_kms_key.data"}),
                logged=True,
                tls_only=True,
                expires_after=90,
            ),
        ),
    ],
)

SSE = "BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault"

FROM_CLOUDFORMATION = Source(
    of=Bucket,
    each=Block("AWS::S3::Bucket"),
    names=("BucketName",),
    reads={
        Bucket.name: "BucketName",
        Bucket.ignores_public_acls: "flag(not_null(PublicAccessBlockConfiguration.IgnorePublicAcls, `false`))",
        Bucket.blocks_public_acls: "flag(not_null(PublicAccessBlockConfiguration.BlockPublicAcls, `false`))",
        Bucket.blocks_public_policy: "flag(not_null(PublicAccessBlockConfiguration.BlockPublicPolicy, `false`))",
        Bucket.restricts_public_policy: "flag(not_null(PublicAccessBlockConfiguration.RestrictPublicBuckets, `false`))",
        Bucket.open_by_acl: "contains(split('" + PUBLIC_ACLS + "', ','), not_null(AccessControl, 'Private'))",
        Bucket.open_by_policy: Beside(
            types="AWS::S3::BucketPolicy", on="Bucket", read="policy_public(PolicyDocument)", none=False
        ),
        Bucket.versioned: "VersioningConfiguration.Status == 'Enabled'",
        Bucket.encrypted: Fixed(True, ALWAYS_ENCRYPTED),
        Bucket.encryption: f"not_null({SSE}.SSEAlgorithm, 'AES256')",
        Bucket.key: f"{SSE}.KMSMasterKeyID",
        Bucket.logged: "LoggingConfiguration != `null`",
        Bucket.tls_only: Beside(
            types="AWS::S3::BucketPolicy", on="Bucket", read="policy_tls_only(PolicyDocument)", none=False
        ),
        Bucket.expires_after: "LifecycleConfiguration.Rules[?Status=='Enabled'].ExpirationInDays | [0]",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::S3::Bucket
""",
            gives=Bucket(
                "Plain",
                name=None,
                ignores_public_acls=False,
                blocks_public_acls=False,
                blocks_public_policy=False,
                restricts_public_policy=False,
                open_by_acl=False,
                open_by_policy=False,
                versioned=False,
                encrypted=True,
                encryption="AES256",
                key=frozenset(),
                logged=False,
                tls_only=False,
                expires_after=None,
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        BlockPublicPolicy: true
        IgnorePublicAcls: true
        RestrictPublicBuckets: true
      VersioningConfiguration: {Status: Enabled}
      LoggingConfiguration: {DestinationBucketName: logs}
      LifecycleConfiguration: {Rules: [{Status: Enabled, ExpirationInDays: 90}]}
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: {SSEAlgorithm: "aws:kms", KMSMasterKeyID: !GetAtt Data.Arn}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Orders
      PolicyDocument:
        Statement:
          - {Effect: Deny, Principal: "*", Action: "s3:*", Resource: "*", Condition: {Bool: {"aws:SecureTransport": "false"}}}
          - {Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: !Sub "${Orders.Arn}/*"}
""",
            gives=Bucket(
                "Orders",
                ignores_public_acls=True,
                blocks_public_acls=True,
                blocks_public_policy=True,
                restricts_public_policy=True,
                open_by_acl=True,
                open_by_policy=True,
                versioned=True,
                encryption="aws:kms",
                key=frozenset({"Data"}),
                logged=True,
                tls_only=True,
                expires_after=90,
            ),
        ),
    ],
)
