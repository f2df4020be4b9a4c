variable "name" {
  description = "Name of the key."
  type        = string
}

variable "account_id" {
  description = "The account that owns the key."
  type        = string
}

resource "aws_kms_key" "this" {
  description             = var.name
  enable_key_rotation     = false
  deletion_window_in_days = 7

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Everything"
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "kms:*"
      Resource  = "*"
      Condition = { StringEquals = { "kms:CallerAccount" = var.account_id } }
    }]
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}"
  target_key_id = aws_kms_key.this.key_id
}

output "arn" {
  description = "The key."
  value       = aws_kms_key.this.arn
}
