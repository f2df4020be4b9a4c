variable "name" {
  description = "Name of the secret."
  type        = string
}

variable "description" {
  description = "What it is for."
  type        = string
}

variable "account_id" {
  description = "The account of the secret."
  type        = string
}

variable "key_arn" {
  description = "Encrypts it."
  type        = string
}

variable "replica_region" {
  description = "Where a copy is kept."
  type        = string
}

variable "replica_key_arn" {
  description = "Encrypts the copy."
  type        = string
}

variable "rotate_function_arn" {
  description = "Replaces its value."
  type        = string
}

resource "aws_secretsmanager_secret" "this" {
  name                           = var.name
  description                    = var.description
  kms_key_id                     = var.key_arn
  recovery_window_in_days        = 30
  force_overwrite_replica_secret = false

  replica {
    region     = var.replica_region
    kms_key_id = var.replica_key_arn
  }
}

# Policies of this account's roles decide; nobody else can, and nothing travels in clear.
data "aws_iam_policy_document" "this" {
  statement {
    sid       = "OwnAccountOnly"
    effect    = "Deny"
    actions   = ["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringNotEquals"
      variable = "aws:PrincipalAccount"
      values   = [var.account_id]
    }
  }

  statement {
    sid       = "EncryptedOnly"
    effect    = "Deny"
    actions   = ["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_secretsmanager_secret_policy" "this" {
  secret_arn          = aws_secretsmanager_secret.this.arn
  policy              = data.aws_iam_policy_document.this.json
  block_public_policy = true
}

# The first rotation makes the first value.
resource "aws_secretsmanager_secret_rotation" "this" {
  secret_id           = aws_secretsmanager_secret.this.id
  rotation_lambda_arn = var.rotate_function_arn
  rotate_immediately  = true

  rotation_rules {
    automatically_after_days = 30
  }
}

output "arn" {
  description = "The secret."
  value       = aws_secretsmanager_secret.this.arn
}
