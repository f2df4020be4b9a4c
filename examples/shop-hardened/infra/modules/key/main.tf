terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
}

variable "name" {
  description = "Name of the key."
  type        = string
}

variable "account_id" {
  description = "The account that owns the key."
  type        = string
}

variable "region" {
  description = "Where the key is."
  type        = string
}

variable "services" {
  description = "AWS services that use the key for this account."
  type        = list(string)
}

variable "grantees" {
  description = "Service-linked roles that create grants for the resources they start."
  type        = list(string)
}

variable "log_groups" {
  description = "CloudWatch log groups are encrypted with the key."
  type        = bool
}

locals {
  owner = "arn:aws:iam::${var.account_id}:root"
  use   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"]

  statements = concat(
    [
      {
        Sid       = "Administer"
        Effect    = "Allow"
        Principal = { AWS = local.owner }
        Action = [
          "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:DeleteAlias", "kms:DescribeKey", "kms:DisableKey", "kms:EnableKey",
          "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListAliases", "kms:ListGrants",
          "kms:ListKeyPolicies", "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:RevokeGrant", "kms:ScheduleKeyDeletion",
          "kms:TagResource", "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription",
        ]
        Resource  = "*"
        Condition = { StringEquals = { "kms:CallerAccount" = var.account_id } }
      },
      {
        Sid       = "UseByPoliciesOfThisAccount"
        Effect    = "Allow"
        Principal = { AWS = local.owner }
        Action    = local.use
        Resource  = "*"
        Condition = { StringEquals = { "kms:CallerAccount" = var.account_id } }
      },
      {
        Sid       = "GrantsForResourcesOfThisAccount"
        Effect    = "Allow"
        Principal = { AWS = local.owner }
        Action    = ["kms:CreateGrant"]
        Resource  = "*"
        Condition = {
          Bool         = { "kms:GrantIsForAWSResource" = "true" }
          StringEquals = { "kms:CallerAccount" = var.account_id }
        }
      },
      {
        Sid       = "UseByServices"
        Effect    = "Allow"
        Principal = { Service = var.services }
        Action    = local.use
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
      },
    ],
    var.log_groups ? [{
      Sid       = "UseByLogGroups"
      Effect    = "Allow"
      Principal = { Service = "logs.${var.region}.amazonaws.com" }
      Action    = local.use
      Resource  = "*"
      Condition = { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:${var.region}:${var.account_id}:log-group:*" } }
    }] : [],
    [for role in var.grantees : {
      Sid       = "GrantsForStartedResources"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${var.account_id}:role/aws-service-role/${role}" }
      Action    = concat(local.use, ["kms:CreateGrant"])
      Resource  = "*"
      Condition = { StringEquals = { "kms:CallerAccount" = var.account_id } }
    }],
  )
}

resource "aws_kms_key" "this" {
  description                        = var.name
  key_usage                          = "ENCRYPT_DECRYPT"
  customer_master_key_spec           = "SYMMETRIC_DEFAULT"
  is_enabled                         = true
  enable_key_rotation                = true
  rotation_period_in_days            = 365
  deletion_window_in_days            = 30
  bypass_policy_lockout_safety_check = false

  policy = jsonencode({ Version = "2012-10-17", Statement = local.statements })

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}"
  target_key_id = aws_kms_key.this.key_id
}

output "arn" {
  description = "The key."
  value       = aws_kms_key.this.arn
}
