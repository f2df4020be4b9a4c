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
  description = "Prefix of every name."
  type        = string
}

variable "account_id" {
  description = "The account that is recorded."
  type        = string
}

variable "region" {
  description = "The home region."
  type        = string
}

variable "key_arn" {
  description = "Encrypts what is recorded."
  type        = string
}

variable "replica_key_arn" {
  description = "Encrypts the copy of what is recorded."
  type        = string
}

variable "messaging_key_arn" {
  description = "Encrypts alarms."
  type        = string
}

variable "storage_key_arn" {
  description = "Encrypts disks that name no key."
  type        = string
}

locals {
  trail_arn = "arn:aws:cloudtrail:${var.region}:${var.account_id}:trail/${var.name}"
}

module "logs" {
  source = "./modules/log-bucket"

  name       = "${var.name}-access-logs-${var.account_id}"
  account_id = var.account_id
}

module "replica_logs" {
  source = "./modules/log-bucket"

  providers = {
    aws = aws.replica
  }

  name       = "${var.name}-access-logs-copy-${var.account_id}"
  account_id = var.account_id
}

module "records" {
  source = "../data/modules/bucket"

  providers = {
    aws         = aws
    aws.replica = aws.replica
  }

  name               = "${var.name}-records"
  account_id         = var.account_id
  class              = "audit"
  key_arn            = var.key_arn
  replica_key_arn    = var.replica_key_arn
  log_bucket         = module.logs.name
  replica_log_bucket = module.replica_logs.name

  writers = {
    "cloudtrail.amazonaws.com" = { prefix = "AWSLogs/${var.account_id}", source_arn = local.trail_arn }
    "config.amazonaws.com"     = { prefix = "config/AWSLogs/${var.account_id}", source_arn = "arn:aws:config:${var.region}:${var.account_id}:*" }
  }
}

output "log_bucket" {
  description = "Takes access logs."
  value       = module.logs.name
}

output "replica_log_bucket" {
  description = "Takes access logs in the other region."
  value       = module.replica_logs.name
}

output "alarm_topic_arn" {
  description = "Where alarms are announced."
  value       = aws_sns_topic.alarms.arn
}
