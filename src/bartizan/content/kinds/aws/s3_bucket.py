"""Amazon S3 buckets."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.data_store import TAGS, DataStore
from bartizan.core.kind import Document, Flag, Link, Number, Text
from bartizan.core.source import Beside, Block, First, Fixed, Shown, Source

ALWAYS_ENCRYPTED = "S3 has encrypted every new object since January 2023, with its own key where no other is set."
PUBLIC_ACLS = "public-read,public-read-write,authenticated-read,PublicRead,PublicReadWrite,AuthenticatedRead"


class Bucket(Governed, DataStore, kind="aws.s3.bucket", identifier="arn:{partition}:s3:::{name}"):
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
    own_key = Flag("A customer-managed key is named for new objects.")
    logged = Flag("Requests are logged to another bucket.")
    receives_logs = Flag("Requests to other buckets are logged to it.")
    tls_only = Flag("The policy denies requests that do not use TLS.")
    wide_policy = Flag("The bucket policy allows every action of S3, to whomever.")
    acls_off = Flag("ACLs are off: its owner owns every object, and only policies decide.")
    mfa_delete = Flag("Deleting a version takes a second factor.")
    website = Flag("It serves a website by itself.")
    writable_by_any_site = Flag("Scripts of any website may write to it, in the name of a visitor who may.")
    tidied = Flag("A lifecycle rule that is on moves or deletes what is old.")
    expires_after = Number("Days until the first lifecycle rule that is on expires objects.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


TERRAFORM_BLOCK = "aws_s3_bucket_public_access_block"
TERRAFORM_SSE = "server_side_encryption_configuration[0].rule[0].apply_server_side_encryption_by_default[0]"
ACLS_OFF = "Buckets made since April 2023 have ACLs off where nothing else is said."
GROUPS = "http://acs.amazonaws.com/groups/global/"
EVERYONE = f"['{GROUPS}AllUsers', '{GROUPS}AuthenticatedUsers']"
PUBLIC_ACL = f"contains(split('{PUBLIC_ACLS}', ','), not_null(acl, 'private'))"
ANY_SITE = (
    "length(not_null(cors_rule[?contains(allowed_origins, '*') && (contains(allowed_methods, 'PUT') "
    "|| contains(allowed_methods, 'POST') || contains(allowed_methods, 'DELETE'))], `[]`)) > `0`"
)

FROM_TERRAFORM = Source(
    of=Bucket,
    each=Block("aws_s3_bucket"),
    names=("bucket",),
    reads={
        Bucket.tags: TAGS,
        **GOVERNED,
        Bucket.policy: First(Beside(types="aws_s3_bucket_policy", on="bucket", read="policy"), "policy"),
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
                read=f"{PUBLIC_ACL} || length(not_null("
                f"access_control_policy[].grant[].grantee[] | [?contains({EVERYONE}, uri)], `[]`)) > `0`",
            ),
            f"{PUBLIC_ACL} || length(not_null(grant[?contains({EVERYONE}, uri)], `[]`)) > `0`",
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
            f"{TERRAFORM_SSE}.sse_algorithm",
            Fixed("AES256", ALWAYS_ENCRYPTED),
        ),
        Bucket.key: First(
            Beside(
                types="aws_s3_bucket_server_side_encryption_configuration",
                on="bucket",
                read="rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id",
            ),
            f"{TERRAFORM_SSE}.kms_master_key_id",
        ),
        Bucket.own_key: First(
            Beside(
                types="aws_s3_bucket_server_side_encryption_configuration",
                on="bucket",
                read="customer_key(rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id)",
            ),
            f"customer_key({TERRAFORM_SSE}.kms_master_key_id)",
        ),
        Bucket.logged: First(
            Beside(types="aws_s3_bucket_logging", on="bucket", read="`true`"),
            "length(not_null(logging, `[]`)) > `0`",
        ),
        Bucket.receives_logs: First(
            Beside(types="aws_s3_bucket_logging", on="target_bucket", read="`true`"),
            Beside(types="aws_s3_bucket", on="logging[].target_bucket", read="`true`", none=False),
        ),
        Bucket.wide_policy: First(
            Beside(types="aws_s3_bucket_policy", on="bucket", read="policy_wildcard_service(policy)"),
            "policy_wildcard_service(policy)",
        ),
        Bucket.acls_off: First(
            Beside(
                types="aws_s3_bucket_ownership_controls",
                on="bucket",
                read="rule[0].object_ownership == 'BucketOwnerEnforced'",
            ),
            Fixed(True, ACLS_OFF),
        ),
        Bucket.mfa_delete: First(
            Beside(
                types="aws_s3_bucket_versioning",
                on="bucket",
                read="versioning_configuration[0].mfa_delete == 'Enabled'",
            ),
            "flag(not_null(versioning[0].mfa_delete, `false`))",
        ),
        Bucket.website: First(
            Beside(
                types="aws_s3_bucket_website_configuration",
                on="bucket",
                read="length(not_null(redirect_all_requests_to, `[]`)) == `0`",
            ),
            "length(not_null(website[?redirect_all_requests_to == `null`], `[]`)) > `0`",
        ),
        Bucket.writable_by_any_site: First(
            Beside(types="aws_s3_bucket_cors_configuration", on="bucket", read=ANY_SITE),
            ANY_SITE,
        ),
        Bucket.tidied: First(
            Beside(
                types="aws_s3_bucket_lifecycle_configuration",
                on="bucket",
                read="length(not_null(rule[?status == 'Enabled'], `[]`)) > `0`",
            ),
            "length(not_null(lifecycle_rule[?flag(enabled)], `[]`)) > `0`",
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
                own_key=False,
                logged=False,
                receives_logs=False,
                tls_only=False,
                wide_policy=False,
                acls_off=True,
                mfa_delete=False,
                website=False,
                writable_by_any_site=False,
                tidied=False,
                expires_after=None,
                tags=frozenset(),
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
    status     = "Enabled"
    mfa_delete = "Enabled"
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

resource "aws_s3_bucket_ownership_controls" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    object_ownership = "ObjectWriter"
  }
}

resource "aws_s3_bucket_website_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  index_document {
    suffix = "index.html"
  }
}

resource "aws_s3_bucket_cors_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  cors_rule {
    allowed_origins = ["*"]
    allowed_methods = ["GET", "PUT"]
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
                policy='{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condi'
                'tion":{"Bool":{"aws:SecureTransport":"false"}}},{"Effect":"Allow","Principal":{"AWS"'
                ':"*"},"Action":"s3:GetObject","Resource":"\ue000aws_s3_bucket.orders|arn\ue001/*"}]}',
                ignores_public_acls=True,
                blocks_public_acls=True,
                blocks_public_policy=True,
                restricts_public_policy=True,
                open_by_acl=True,
                open_by_policy=True,
                versioned=True,
                encryption="aws:kms",
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                logged=True,
                tls_only=True,
                expires_after=90,
                acls_off=False,
                mfa_delete=True,
                website=True,
                writable_by_any_site=True,
                tidied=True,
            ),
        ),
        Shown(
            text="""
resource "aws_s3_bucket" "logs" {
  bucket = "logs"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "s3:*", Resource = "*" }] })
}

resource "aws_s3_bucket" "old" {
  logging {
    target_bucket = aws_s3_bucket.logs.id
  }
}
""",
            gives=Bucket(
                "aws_s3_bucket.logs",
                policy='{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:*","'
                'Resource":"*"}]}',
                receives_logs=True,
                wide_policy=True,
                open_by_policy=False,
            ),
        ),
        Shown(
            text="""
resource "aws_s3_bucket" "old" {
  versioning {
    enabled    = true
    mfa_delete = true
  }
  grant {
    type        = "Group"
    uri         = "http://acs.amazonaws.com/groups/global/AllUsers"
    permissions = ["READ"]
  }
  logging {
    target_bucket = "logs"
  }
  lifecycle_rule {
    enabled = true
    expiration {
      days = 30
    }
  }
  website {
    index_document = "index.html"
  }
  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm     = "aws:kms"
        kms_master_key_id = "alias/aws/s3"
      }
    }
  }
}
""",
            gives=Bucket(
                "aws_s3_bucket.old",
                open_by_acl=True,
                versioned=True,
                mfa_delete=True,
                logged=True,
                expires_after=30,
                tidied=True,
                website=True,
                encryption="aws:kms",
                own_key=False,
            ),
        ),
    ],
)
