variable "name" {
  description = "Name of the database."
  type        = string
}

variable "account_id" {
  description = "The account of the database."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets the database has an address in."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Who may connect."
  type        = list(string)
}

variable "key_arn" {
  description = "Encrypts storage, backups, insights and the master user's secret."
  type        = string
}

variable "logs_key_arn" {
  description = "Encrypts the logs."
  type        = string
}

variable "alarm_topic_arn" {
  description = "Hears of events."
  type        = string
}

locals {
  # What the server is told, and whether it must restart to hear it.
  parameters = {
    "rds.force_ssl"              = { value = "1", restart = false }
    "ssl_min_protocol_version"   = { value = "TLSv1.2", restart = false }
    "password_encryption"        = { value = "scram-sha-256", restart = false }
    "log_connections"            = { value = "1", restart = false }
    "log_disconnections"         = { value = "1", restart = false }
    "log_checkpoints"            = { value = "1", restart = false }
    "log_lock_waits"             = { value = "1", restart = false }
    "log_statement"              = { value = "ddl", restart = false }
    "log_min_duration_statement" = { value = "1000", restart = false }
    "log_min_error_statement"    = { value = "error", restart = false }
    "log_min_messages"           = { value = "warning", restart = false }
    "shared_preload_libraries"   = { value = "pg_stat_statements,pgaudit", restart = true }
    "pgaudit.log"                = { value = "ddl,role", restart = true }
  }
}

resource "aws_db_subnet_group" "this" {
  name        = var.name
  description = "Subnets without a way to the Internet"
  subnet_ids  = var.subnet_ids
}

resource "aws_db_parameter_group" "this" {
  name        = "${var.name}-postgres17"
  description = "TLS only, everything of interest logged"
  family      = "postgres17"

  dynamic "parameter" {
    for_each = local.parameters

    content {
      name         = parameter.key
      value        = parameter.value.value
      apply_method = parameter.value.restart ? "pending-reboot" : "immediate"
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

data "aws_iam_policy_document" "monitoring_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["monitoring.rds.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }
  }
}

resource "aws_iam_role" "monitoring" {
  name               = "${var.name}-database-monitoring"
  assume_role_policy = data.aws_iam_policy_document.monitoring_trust.json
}

resource "aws_iam_role_policy_attachment" "monitoring" {
  role       = aws_iam_role.monitoring.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = toset(["postgresql", "upgrade"])

  name              = "/aws/rds/instance/${var.name}/${each.value}"
  retention_in_days = 400
  kms_key_id        = var.logs_key_arn
}

resource "aws_db_instance" "this" {
  identifier     = var.name
  db_name        = "shop"
  engine         = "postgres"
  engine_version = "17.6"
  instance_class = "db.m7g.large"
  username       = "shop_owner"
  port           = 5432

  manage_master_user_password         = true
  master_user_secret_kms_key_id       = var.key_arn
  iam_database_authentication_enabled = true

  allocated_storage     = 50
  max_allocated_storage = 200
  storage_type          = "gp3"
  storage_encrypted     = true
  kms_key_id            = var.key_arn
  ca_cert_identifier    = "rds-ca-rsa2048-g1"

  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = var.security_group_ids
  parameter_group_name   = aws_db_parameter_group.this.name
  publicly_accessible    = false
  network_type           = "IPV4"
  multi_az               = true

  backup_retention_period   = 35
  backup_window             = "01:00-02:00"
  copy_tags_to_snapshot     = true
  delete_automated_backups  = false
  deletion_protection       = true
  skip_final_snapshot       = false
  final_snapshot_identifier = "${var.name}-final"

  maintenance_window          = "sun:03:00-sun:04:00"
  auto_minor_version_upgrade  = true
  allow_major_version_upgrade = false
  apply_immediately           = false

  enabled_cloudwatch_logs_exports       = ["postgresql", "upgrade"]
  monitoring_interval                   = 60
  monitoring_role_arn                   = aws_iam_role.monitoring.arn
  performance_insights_enabled          = true
  performance_insights_kms_key_id       = var.key_arn
  performance_insights_retention_period = 31

  tags = { DataClass = "customer-data" }

  depends_on = [aws_cloudwatch_log_group.this]
}

resource "aws_db_event_subscription" "this" {
  name             = var.name
  sns_topic        = var.alarm_topic_arn
  source_type      = "db-instance"
  source_ids       = [aws_db_instance.this.identifier]
  event_categories = ["configuration change", "deletion", "failover", "failure", "maintenance", "notification", "security"]
  enabled          = true
}

output "address" {
  description = "Where the database answers."
  value       = aws_db_instance.this.address
}

output "resource_id" {
  description = "The database in the ARN of its users."
  value       = aws_db_instance.this.resource_id
}
