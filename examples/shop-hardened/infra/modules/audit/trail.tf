resource "aws_cloudwatch_log_group" "trail" {
  name              = "/shop/audit/${var.name}"
  retention_in_days = 400
  kms_key_id        = var.key_arn
}

data "aws_iam_policy_document" "trail_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [local.trail_arn]
    }
  }
}

data "aws_iam_policy_document" "trail" {
  statement {
    sid       = "Write"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.trail.arn}:log-stream:${var.account_id}_CloudTrail_*"]
  }
}

resource "aws_iam_role" "trail" {
  name               = "${var.name}-trail"
  assume_role_policy = data.aws_iam_policy_document.trail_trust.json
}

resource "aws_iam_policy" "trail" {
  name   = "${var.name}-trail"
  policy = data.aws_iam_policy_document.trail.json
}

resource "aws_iam_role_policy_attachment" "trail" {
  role       = aws_iam_role.trail.name
  policy_arn = aws_iam_policy.trail.arn
}

resource "aws_cloudtrail" "this" {
  name                          = var.name
  enable_logging                = true
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
  kms_key_id                    = var.key_arn
  s3_bucket_name                = module.records.name
  sns_topic_name                = aws_sns_topic.alarms.name
  cloud_watch_logs_group_arn    = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn     = aws_iam_role.trail.arn

  event_selector {
    read_write_type           = "All"
    include_management_events = true

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }

    data_resource {
      type   = "AWS::Lambda::Function"
      values = ["arn:aws:lambda"]
    }
  }

  insight_selector {
    insight_type = "ApiCallRateInsight"
  }

  insight_selector {
    insight_type = "ApiErrorRateInsight"
  }

  depends_on = [
    aws_iam_role_policy_attachment.trail,
    aws_sns_topic_policy.alarms,
  ]
}
