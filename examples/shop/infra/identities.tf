# What the orders service may do in AWS, through its service account.
data "aws_iam_policy_document" "orders" {
  statement {
    sid       = "CustomerData"
    actions   = ["s3:*"]
    resources = [module.data.bucket_arns["customers"], "${module.data.bucket_arns["customers"]}/*"]
  }

  statement {
    sid       = "Announce"
    actions   = ["sns:Publish"]
    resources = [module.messaging.topic_arn]
  }

  statement {
    sid       = "Secrets"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["*"]
  }

  # The service used to roll out the receipts function itself.
  statement {
    sid = "Receipts"
    actions = [
      "iam:PassRole",
      "lambda:CreateFunction",
      "lambda:InvokeFunction",
      "lambda:UpdateFunctionCode",
    ]
    resources = ["*"]
  }
}
