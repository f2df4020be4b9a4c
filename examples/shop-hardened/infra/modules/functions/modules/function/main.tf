variable "name" {
  description = "Name of the function."
  type        = string
}

variable "account_id" {
  description = "The account of the function."
  type        = string
}

variable "region" {
  description = "Where the function runs."
  type        = string
}

variable "package" {
  description = "Where its code is."
  type        = object({ bucket = string, key = string, version = string })
}

variable "settings" {
  description = "What it is told; no secrets."
  type        = map(string)
}

variable "policy" {
  description = "What it may do, as JSON."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets of the function."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Security groups of the function."
  type        = list(string)
}

variable "key_arn" {
  description = "Encrypts its settings."
  type        = string
}

variable "logs_key_arn" {
  description = "Encrypts its logs."
  type        = string
}

variable "dead_letter_arn" {
  description = "Queue of what could not be handled."
  type        = string
}

variable "code_signing_config_arn" {
  description = "Whose signature its code must have."
  type        = string
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

# What every function needs: its own log group and its dead letter queue.
data "aws_iam_policy_document" "runtime" {
  statement {
    sid       = "Logs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["arn:aws:logs:${var.region}:${var.account_id}:log-group:/aws/lambda/${var.name}:log-stream:*"]
  }

  statement {
    sid       = "DeadLetters"
    actions   = ["sqs:SendMessage"]
    resources = [var.dead_letter_arn]
  }
}

resource "aws_iam_role" "this" {
  name                 = var.name
  max_session_duration = 3600
  assume_role_policy   = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_policy" "this" {
  for_each = {
    work    = var.policy
    runtime = data.aws_iam_policy_document.runtime.json
  }

  name   = "${var.name}-${each.key}"
  policy = each.value
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = aws_iam_policy.this

  role       = aws_iam_role.this.name
  policy_arn = each.value.arn
}

resource "aws_iam_role_policy_attachment" "managed" {
  for_each = toset(["service-role/AWSLambdaVPCAccessExecutionRole", "AWSXRayDaemonWriteAccess"])

  role       = aws_iam_role.this.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = 400
  kms_key_id        = var.logs_key_arn
}

resource "aws_lambda_function" "this" {
  function_name                  = var.name
  role                           = aws_iam_role.this.arn
  package_type                   = "Zip"
  runtime                        = "python3.13"
  architectures                  = ["arm64"]
  handler                        = "handler.handle"
  s3_bucket                      = var.package.bucket
  s3_key                         = var.package.key
  s3_object_version              = var.package.version
  code_signing_config_arn        = var.code_signing_config_arn
  kms_key_arn                    = var.key_arn
  memory_size                    = 256
  timeout                        = 30
  reserved_concurrent_executions = 10
  publish                        = true

  environment {
    variables = var.settings
  }

  vpc_config {
    subnet_ids         = var.subnet_ids
    security_group_ids = var.security_group_ids
  }

  dead_letter_config {
    target_arn = var.dead_letter_arn
  }

  tracing_config {
    mode = "Active"
  }

  logging_config {
    log_format            = "JSON"
    application_log_level = "INFO"
    system_log_level      = "INFO"
    log_group             = aws_cloudwatch_log_group.this.name
  }

  depends_on = [
    aws_iam_role_policy_attachment.managed,
    aws_iam_role_policy_attachment.this,
  ]
}

output "arn" {
  description = "The function."
  value       = aws_lambda_function.this.arn
}

output "name" {
  description = "Name of the function."
  value       = aws_lambda_function.this.function_name
}
