# What each workload may do in AWS; names are spelled out so that a policy can be read by itself.
locals {
  customers_arn = "arn:aws:s3:::${var.name}-customers-${var.account_id}"
  images_arn    = "arn:aws:s3:::${var.name}-images-${var.account_id}"
  session_arn   = "arn:aws:secretsmanager:${var.region}:${var.account_id}:secret:${var.name}/session-??????"
}

data "aws_iam_policy_document" "orders" {
  statement {
    sid       = "Exports"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${local.customers_arn}/exports/*"]
  }

  statement {
    sid       = "Pictures"
    actions   = ["s3:GetObject"]
    resources = ["${local.images_arn}/products/*"]
  }

  statement {
    sid       = "Announce"
    actions   = ["sns:Publish"]
    resources = ["arn:aws:sns:${var.region}:${var.account_id}:${var.name}-orders"]
  }

  statement {
    sid       = "SignInToDatabase"
    actions   = ["rds-db:connect"]
    resources = ["arn:aws:rds-db:${var.region}:${var.account_id}:dbuser:${module.data.database_resource_id}/orders"]
  }

  statement {
    sid       = "SessionKeys"
    actions   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
    resources = [local.session_arn]
  }

  statement {
    sid       = "Keys"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [module.key["data"].arn, module.key["messaging"].arn]
  }
}

data "aws_iam_policy_document" "storefront" {
  statement {
    sid       = "SessionKeys"
    actions   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
    resources = [local.session_arn]
  }

  statement {
    sid       = "Keys"
    actions   = ["kms:Decrypt"]
    resources = [module.key["data"].arn]
  }
}

data "aws_iam_policy_document" "receipts" {
  statement {
    sid       = "Receipts"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${local.customers_arn}/receipts/*"]
  }

  statement {
    sid       = "Orders"
    actions   = ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"]
    resources = [module.messaging.queue_arn]
  }

  statement {
    sid       = "SessionKeys"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [local.session_arn]
  }

  statement {
    sid       = "Keys"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [module.key["data"].arn, module.key["functions"].arn, module.key["messaging"].arn]
  }
}

data "aws_iam_policy_document" "rotate" {
  statement {
    sid = "SessionKeys"
    actions = [
      "secretsmanager:DescribeSecret",
      "secretsmanager:GetSecretValue",
      "secretsmanager:PutSecretValue",
      "secretsmanager:UpdateSecretVersionStage",
    ]
    resources = [local.session_arn]
  }

  statement {
    sid       = "Keys"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [module.key["data"].arn, module.key["functions"].arn, module.key["messaging"].arn]
  }
}
