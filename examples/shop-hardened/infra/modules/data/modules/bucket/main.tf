# A bucket and its copy in another region, each the other's backup.
terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      version               = "~> 5.80"
      configuration_aliases = [aws.replica]
    }
  }
}

variable "name" {
  description = "Name of the bucket, without the account."
  type        = string
}

variable "account_id" {
  description = "The account of the bucket."
  type        = string
}

variable "class" {
  description = "What the bucket holds."
  type        = string
}

variable "key_arn" {
  description = "Encrypts the objects."
  type        = string
}

variable "replica_key_arn" {
  description = "Encrypts the copies."
  type        = string
}

variable "log_bucket" {
  description = "Takes the access logs."
  type        = string
}

variable "replica_log_bucket" {
  description = "Takes the access logs of the copy."
  type        = string
}

variable "retention_days" {
  description = "Days for which no version can be deleted; 0 for none."
  type        = number
  default     = 0
}

variable "writers" {
  description = "AWS services that write to the bucket, below which prefix and from which source."
  type        = map(object({ prefix = string, source_arn = string }))
  default     = {}
}

locals {
  primary_name = "${var.name}-${var.account_id}"
  replica_name = "${var.name}-copy-${var.account_id}"
}

module "primary" {
  source = "./modules/store"

  name       = local.primary_name
  account_id = var.account_id
  class      = var.class
  key_arn    = var.key_arn
  log_bucket = var.log_bucket
  writers    = var.writers

  retention_days = var.retention_days
}

module "replica" {
  source = "./modules/store"

  providers = {
    aws = aws.replica
  }

  name       = local.replica_name
  account_id = var.account_id
  class      = var.class
  key_arn    = var.replica_key_arn
  log_bucket = var.replica_log_bucket
  writers    = {}

  retention_days = var.retention_days
}

data "aws_iam_policy_document" "replication_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }
  }
}

data "aws_iam_policy_document" "replication" {
  statement {
    sid       = "ReadBuckets"
    actions   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
    resources = ["arn:aws:s3:::${local.primary_name}", "arn:aws:s3:::${local.replica_name}"]
  }

  statement {
    sid = "CopyObjects"
    actions = [
      "s3:GetObjectVersionAcl",
      "s3:GetObjectVersionForReplication",
      "s3:GetObjectVersionTagging",
      "s3:ReplicateDelete",
      "s3:ReplicateObject",
      "s3:ReplicateTags",
    ]
    resources = ["arn:aws:s3:::${local.primary_name}/*", "arn:aws:s3:::${local.replica_name}/*"]
  }

  statement {
    sid       = "Keys"
    actions   = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"]
    resources = [var.key_arn, var.replica_key_arn]
  }
}

resource "aws_iam_role" "replication" {
  name               = "${var.name}-replication"
  assume_role_policy = data.aws_iam_policy_document.replication_trust.json
}

resource "aws_iam_policy" "replication" {
  name   = "${var.name}-replication"
  policy = data.aws_iam_policy_document.replication.json
}

resource "aws_iam_role_policy_attachment" "replication" {
  role       = aws_iam_role.replication.name
  policy_arn = aws_iam_policy.replication.arn
}

# Each side waits for the other to exist and keep versions.
resource "aws_s3_bucket_replication_configuration" "to_replica" {
  bucket = module.primary.name
  role   = aws_iam_role.replication.arn

  rule {
    id     = "copy"
    status = "Enabled"

    filter {}

    delete_marker_replication {
      status = "Enabled"
    }

    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }

      replica_modifications {
        status = "Enabled"
      }
    }

    destination {
      bucket        = module.replica.arn
      storage_class = "STANDARD_IA"

      encryption_configuration {
        replica_kms_key_id = var.replica_key_arn
      }
    }
  }
}

resource "aws_s3_bucket_replication_configuration" "to_primary" {
  provider = aws.replica

  bucket = module.replica.name
  role   = aws_iam_role.replication.arn

  rule {
    id     = "copy"
    status = "Enabled"

    filter {}

    delete_marker_replication {
      status = "Enabled"
    }

    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }

      replica_modifications {
        status = "Enabled"
      }
    }

    destination {
      bucket        = module.primary.arn
      storage_class = "STANDARD"

      encryption_configuration {
        replica_kms_key_id = var.key_arn
      }
    }
  }
}

output "name" {
  description = "Name of the bucket."
  value       = module.primary.name
}

output "arn" {
  description = "ARN of the bucket."
  value       = module.primary.arn
}
