variable "name" {
  description = "Name of the bucket."
  type        = string
}

variable "class" {
  description = "What the bucket holds."
  type        = string
}

variable "public" {
  description = "Everyone may read the objects."
  type        = bool
  default     = false
}

variable "reader_account" {
  description = "Another account that may read everything."
  type        = string
  default     = null
}

locals {
  statements = concat(
    var.public ? [{
      Sid       = "Everyone"
      Effect    = "Allow"
      Principal = "*"
      Action    = ["s3:GetObject"]
      Resource  = ["${aws_s3_bucket.this.arn}/*"]
    }] : [],
    var.reader_account == null ? [] : [{
      Sid       = "Partner"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${var.reader_account}:root" }
      Action    = ["s3:GetObject", "s3:ListBucket"]
      Resource  = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]
    }],
  )
}

resource "aws_s3_bucket" "this" {
  bucket        = var.name
  force_destroy = true

  tags = { DataClass = var.class }
}

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "ObjectWriter"
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket = aws_s3_bucket.this.id

  block_public_acls       = false
  block_public_policy     = false
  ignore_public_acls      = false
  restrict_public_buckets = false
}

resource "aws_s3_bucket_policy" "this" {
  count = length(local.statements) > 0 ? 1 : 0

  bucket = aws_s3_bucket.this.id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.statements })

  depends_on = [aws_s3_bucket_public_access_block.this]
}

output "name" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.id
}

output "arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.this.arn
}
