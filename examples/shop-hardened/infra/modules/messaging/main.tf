variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "account_id" {
  description = "The account of the topic and queues."
  type        = string
}

variable "key_arn" {
  description = "Encrypts messages."
  type        = string
}

variable "publisher_arn" {
  description = "The role that announces orders."
  type        = string
}

locals {
  queues = {
    receipts    = aws_sqs_queue.receipts
    dead-letter = aws_sqs_queue.dead_letter
  }
}

data "aws_iam_policy_document" "delivery_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }
  }
}

resource "aws_iam_role" "delivery" {
  name               = "${var.name}-topic-delivery"
  assume_role_policy = data.aws_iam_policy_document.delivery_trust.json
}

resource "aws_iam_role_policy_attachment" "delivery" {
  role       = aws_iam_role.delivery.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonSNSRole"
}

resource "aws_sns_topic" "orders" {
  name                             = "${var.name}-orders"
  kms_master_key_id                = var.key_arn
  signature_version                = 2
  tracing_config                   = "Active"
  sqs_success_feedback_role_arn    = aws_iam_role.delivery.arn
  sqs_success_feedback_sample_rate = 100
  sqs_failure_feedback_role_arn    = aws_iam_role.delivery.arn
}

data "aws_iam_policy_document" "orders" {
  statement {
    sid       = "Announce"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.orders.arn]

    principals {
      type        = "AWS"
      identifiers = [var.publisher_arn]
    }
  }

  statement {
    sid       = "EncryptedOnly"
    effect    = "Deny"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.orders.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sns_topic_policy" "orders" {
  arn    = aws_sns_topic.orders.arn
  policy = data.aws_iam_policy_document.orders.json
}

resource "aws_sqs_queue" "dead_letter" {
  name                              = "${var.name}-dead-letter"
  message_retention_seconds         = 1209600
  kms_master_key_id                 = var.key_arn
  kms_data_key_reuse_period_seconds = 300
}

resource "aws_sqs_queue" "receipts" {
  name                              = "${var.name}-receipts"
  visibility_timeout_seconds        = 180
  message_retention_seconds         = 345600
  kms_master_key_id                 = var.key_arn
  kms_data_key_reuse_period_seconds = 300

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead_letter.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue_redrive_allow_policy" "dead_letter" {
  queue_url = aws_sqs_queue.dead_letter.id

  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.receipts.arn]
  })
}

data "aws_iam_policy_document" "queue" {
  for_each = local.queues

  statement {
    sid       = "EncryptedOnly"
    effect    = "Deny"
    actions   = ["sqs:ReceiveMessage", "sqs:SendMessage"]
    resources = [each.value.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  dynamic "statement" {
    for_each = each.key == "receipts" ? [aws_sns_topic.orders.arn] : []

    content {
      sid       = "Announcements"
      actions   = ["sqs:SendMessage"]
      resources = [each.value.arn]

      principals {
        type        = "Service"
        identifiers = ["sns.amazonaws.com"]
      }

      condition {
        test     = "ArnEquals"
        variable = "aws:SourceArn"
        values   = [statement.value]
      }

      condition {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [var.account_id]
      }
    }
  }
}

resource "aws_sqs_queue_policy" "this" {
  for_each = local.queues

  queue_url = each.value.id
  policy    = data.aws_iam_policy_document.queue[each.key].json
}

resource "aws_sns_topic_subscription" "receipts" {
  topic_arn            = aws_sns_topic.orders.arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.receipts.arn
  raw_message_delivery = true

  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead_letter.arn })
}

output "topic_arn" {
  description = "Where orders are announced."
  value       = aws_sns_topic.orders.arn
}

output "queue_arn" {
  description = "Orders that need a receipt."
  value       = aws_sqs_queue.receipts.arn
}

output "dead_letter_arn" {
  description = "What could not be handled."
  value       = aws_sqs_queue.dead_letter.arn
}
