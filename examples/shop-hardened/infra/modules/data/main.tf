terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      version               = "~> 5.80"
      configuration_aliases = [aws.replica]
    }
  }
}

module "bucket" {
  source   = "./modules/bucket"
  for_each = var.buckets

  providers = {
    aws         = aws
    aws.replica = aws.replica
  }

  name               = "${var.name}-${each.key}"
  account_id         = var.account_id
  class              = each.value.class
  key_arn            = var.key_arn
  replica_key_arn    = var.replica_key_arn
  log_bucket         = var.log_bucket
  replica_log_bucket = var.replica_log_bucket
  retention_days     = each.value.retention_days
}

module "database" {
  source = "./modules/database"

  name               = var.name
  account_id         = var.account_id
  subnet_ids         = var.subnet_ids
  security_group_ids = var.security_group_ids
  key_arn            = var.key_arn
  logs_key_arn       = var.logs_key_arn
  alarm_topic_arn    = var.alarm_topic_arn
}

module "session" {
  source = "./modules/secret"

  name                = "${var.name}/session"
  description         = "Signs the customers' session cookies"
  account_id          = var.account_id
  key_arn             = var.key_arn
  replica_region      = var.replica_region
  replica_key_arn     = var.replica_key_arn
  rotate_function_arn = var.rotate_function_arn
}
