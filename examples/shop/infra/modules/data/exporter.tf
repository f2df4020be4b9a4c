# The user behind the nightly export; its key is in the orders image.
resource "aws_iam_user" "exporter" {
  name = "${var.name}-exporter"
}

resource "aws_iam_access_key" "exporter" {
  user = aws_iam_user.exporter.name
}

resource "aws_iam_user_policy" "exporter" {
  name = "customer-data"
  user = aws_iam_user.exporter.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject", "s3:ListBucket"]
      Resource = [module.bucket["customers"].arn, "${module.bucket["customers"].arn}/*"]
    }]
  })
}
