variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "account_id" {
  description = "The account the functions run in."
  type        = string
}

variable "artifacts_bucket" {
  description = "Bucket of the functions' code."
  type        = string
}

variable "customers_bucket" {
  description = "Bucket of customer data."
  type        = string
}

variable "database_password" {
  description = "Password of the orders database."
  type        = string
}

variable "queue_arn" {
  description = "Orders that need a receipt."
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

resource "aws_iam_role" "receipts" {
  name               = "${var.name}-receipts"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

# Wide until it is known what the function needs.
resource "aws_iam_role_policy" "receipts" {
  name = "everything"
  role = aws_iam_role.receipts.id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

# Answers 503 until the pipeline puts the function's code in its place.
resource "aws_s3_object" "receipts" {
  bucket         = var.artifacts_bucket
  key            = "receipts.zip"
  content_base64 = "UEsDBBQAAAAAAAAA4VIzUD69OwAAADsAAAAKAAAAaGFuZGxlci5weWRlZiBoYW5kbGUoZXZlbnQsIGNvbnRleHQpOgogICAgcmV0dXJuIHsnc3RhdHVzQ29kZSc6IDUwM30KUEsBAhQDFAAAAAAAAADhUjNQPr07AAAAOwAAAAoAAAAAAAAAAAAAAKQBAAAAAGhhbmRsZXIucHlQSwUGAAAAAAEAAQA4AAAAYwAAAAAA"

  lifecycle {
    ignore_changes = [content_base64]
  }
}

resource "aws_lambda_function" "receipts" {
  function_name = "${var.name}-receipts"
  role          = aws_iam_role.receipts.arn
  runtime       = "python3.8"
  handler       = "handler.handle"
  s3_bucket     = aws_s3_object.receipts.bucket
  s3_key        = aws_s3_object.receipts.key
  timeout       = 60

  environment {
    variables = {
      CUSTOMER_BUCKET   = var.customers_bucket
      DATABASE_PASSWORD = var.database_password
      PRINTER_API_KEY   = "printer-key-not-a-real-one-0123456789"
    }
  }

  tracing_config {
    mode = "PassThrough"
  }
}

resource "aws_lambda_event_source_mapping" "receipts" {
  event_source_arn = var.queue_arn
  function_name    = aws_lambda_function.receipts.arn
}

resource "aws_cloudwatch_log_group" "receipts" {
  name = "/aws/lambda/${var.name}-receipts"
}

output "receipts_arn" {
  description = "The receipts function."
  value       = aws_lambda_function.receipts.arn
}
