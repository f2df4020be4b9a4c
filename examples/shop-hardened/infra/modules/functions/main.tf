variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "account_id" {
  description = "The account the functions run in."
  type        = string
}

variable "region" {
  description = "Where the functions run."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets of the functions."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Security groups of the functions."
  type        = list(string)
}

variable "key_arn" {
  description = "Encrypts the functions' settings."
  type        = string
}

variable "logs_key_arn" {
  description = "Encrypts the functions' logs."
  type        = string
}

variable "messaging_key_arn" {
  description = "Encrypts what could not be handled."
  type        = string
}

variable "artifacts_bucket" {
  description = "Bucket of the functions' signed packages."
  type        = string
}

variable "customers_bucket" {
  description = "Bucket of customer data."
  type        = string
}

variable "dead_letter_arn" {
  description = "Queue of what could not be handled."
  type        = string
}

variable "queue_arn" {
  description = "Orders that need a receipt."
  type        = string
}

variable "versions" {
  description = "Version of each function's package."
  type        = map(string)
}

variable "policies" {
  description = "What each function may do, as JSON."
  type        = map(string)
}

locals {
  settings = {
    receipts = {
      CUSTOMER_BUCKET     = var.customers_bucket
      SESSION_SECRET_NAME = "${var.name}/session"
    }
    rotate = {
      SECRET_PREFIX = "${var.name}/"
    }
  }
}

resource "aws_signer_signing_profile" "this" {
  name_prefix = var.name
  platform_id = "AWSLambda-SHA384-ECDSA"

  signature_validity_period {
    value = 12
    type  = "MONTHS"
  }
}

resource "aws_lambda_code_signing_config" "this" {
  description = "Only packages signed by the pipeline run"

  allowed_publishers {
    signing_profile_version_arns = [aws_signer_signing_profile.this.version_arn]
  }

  policies {
    untrusted_artifact_on_deployment = "Enforce"
  }
}

module "function" {
  source   = "./modules/function"
  for_each = var.policies

  name                    = "${var.name}-${each.key}"
  account_id              = var.account_id
  region                  = var.region
  package                 = { bucket = var.artifacts_bucket, key = "${each.key}.zip", version = var.versions[each.key] }
  settings                = local.settings[each.key]
  policy                  = each.value
  subnet_ids              = var.subnet_ids
  security_group_ids      = var.security_group_ids
  key_arn                 = var.key_arn
  logs_key_arn            = var.logs_key_arn
  dead_letter_arn         = var.dead_letter_arn
  code_signing_config_arn = aws_lambda_code_signing_config.this.arn
}

resource "aws_lambda_event_source_mapping" "receipts" {
  event_source_arn        = var.queue_arn
  function_name           = module.function["receipts"].arn
  batch_size              = 10
  function_response_types = ["ReportBatchItemFailures"]
  kms_key_arn             = var.key_arn

  scaling_config {
    maximum_concurrency = 5
  }
}

resource "aws_lambda_permission" "rotate" {
  statement_id   = "secrets-manager"
  action         = "lambda:InvokeFunction"
  function_name  = module.function["rotate"].name
  principal      = "secretsmanager.amazonaws.com"
  source_account = var.account_id
  source_arn     = "arn:aws:secretsmanager:${var.region}:${var.account_id}:secret:${var.name}/session-*"
}

output "arns" {
  description = "The functions, by short name."
  value       = { for key, function in module.function : key => function.arn }
}
