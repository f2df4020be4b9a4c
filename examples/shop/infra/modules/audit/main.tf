variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "account_id" {
  description = "The account that is recorded."
  type        = string
}

module "bucket" {
  source = "../data/modules/bucket"

  name  = "${var.name}-trail-${var.account_id}"
  class = "audit"
}

data "aws_iam_policy_document" "trail" {
  statement {
    sid       = "Look"
    actions   = ["s3:GetBucketAcl"]
    resources = [module.bucket.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
  }

  statement {
    sid       = "Write"
    actions   = ["s3:PutObject"]
    resources = ["${module.bucket.arn}/AWSLogs/${var.account_id}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
  }
}

resource "aws_s3_bucket_policy" "trail" {
  bucket = module.bucket.name
  policy = data.aws_iam_policy_document.trail.json
}

resource "aws_cloudtrail" "this" {
  name                          = var.name
  s3_bucket_name                = module.bucket.name
  is_multi_region_trail         = false
  include_global_service_events = false
  enable_log_file_validation    = false

  event_selector {
    read_write_type           = "WriteOnly"
    include_management_events = true
  }

  depends_on = [aws_s3_bucket_policy.trail]
}

resource "aws_iam_account_password_policy" "this" {
  minimum_password_length        = 8
  require_symbols                = false
  require_numbers                = false
  require_lowercase_characters   = false
  require_uppercase_characters   = false
  allow_users_to_change_password = true
}
