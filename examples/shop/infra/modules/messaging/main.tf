variable "name" {
  description = "Prefix of every name."
  type        = string
}

resource "aws_sns_topic" "orders" {
  name = "${var.name}-orders"
}

resource "aws_sqs_queue" "receipts" {
  name                       = "${var.name}-receipts"
  visibility_timeout_seconds = 180
  sqs_managed_sse_enabled    = false
}

data "aws_iam_policy_document" "receipts" {
  statement {
    sid       = "Send"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.receipts.arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_sqs_queue_policy" "receipts" {
  queue_url = aws_sqs_queue.receipts.id
  policy    = data.aws_iam_policy_document.receipts.json
}

resource "aws_sns_topic_subscription" "receipts" {
  topic_arn            = aws_sns_topic.orders.arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.receipts.arn
  raw_message_delivery = true
}

output "topic_arn" {
  description = "Where orders are announced."
  value       = aws_sns_topic.orders.arn
}

output "queue_arn" {
  description = "Orders that need a receipt."
  value       = aws_sqs_queue.receipts.arn
}
