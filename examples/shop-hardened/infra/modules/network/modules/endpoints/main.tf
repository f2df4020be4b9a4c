variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "region" {
  description = "Where the network is."
  type        = string
}

variable "account_id" {
  description = "The account of the network."
  type        = string
}

variable "network_id" {
  description = "The network."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets the endpoints have an address in."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Who may connect."
  type        = list(string)
}

locals {
  here = "${var.region}:${var.account_id}"

  # What may be asked through each endpoint, on what.
  services = {
    "ec2" = {
      actions   = ["ec2:AssignPrivateIpAddresses", "ec2:AttachNetworkInterface", "ec2:CreateNetworkInterface", "ec2:CreateTags", "ec2:DeleteNetworkInterface", "ec2:DescribeInstances", "ec2:DescribeInstanceTypes", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:DetachNetworkInterface", "ec2:ModifyNetworkInterfaceAttribute", "ec2:UnassignPrivateIpAddresses"]
      resources = ["*"]
    }
    "ecr.api" = {
      actions   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetAuthorizationToken", "ecr:GetDownloadUrlForLayer"]
      resources = ["*"]
    }
    "ecr.dkr" = {
      actions   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
      resources = ["*"]
    }
    "eks" = {
      actions   = ["eks:DescribeCluster"]
      resources = ["arn:aws:eks:${local.here}:cluster/${var.name}"]
    }
    "eks-auth" = {
      actions   = ["eks-auth:AssumeRoleForPodIdentity"]
      resources = ["arn:aws:eks:${local.here}:cluster/${var.name}"]
    }
    "kms" = {
      actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"]
      resources = ["arn:aws:kms:${local.here}:key/*"]
    }
    "logs" = {
      actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
      resources = ["arn:aws:logs:${local.here}:log-group:*"]
    }
    "s3" = {
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["arn:aws:s3:::${var.name}-*-${var.account_id}/*", "arn:aws:s3:::prod-${var.region}-starport-layer-bucket/*"]
    }
    "secretsmanager" = {
      actions   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"]
      resources = ["arn:aws:secretsmanager:${local.here}:secret:${var.name}/*"]
    }
    "sns" = {
      actions   = ["sns:Publish"]
      resources = ["arn:aws:sns:${local.here}:${var.name}-orders"]
    }
    "sqs" = {
      actions   = ["sqs:DeleteMessage", "sqs:ReceiveMessage", "sqs:SendMessage"]
      resources = ["arn:aws:sqs:${local.here}:${var.name}-*"]
    }
    "sts" = {
      actions   = ["sts:GetCallerIdentity"]
      resources = ["*"]
    }
    "xray" = {
      actions   = ["xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments"]
      resources = ["*"]
    }
  }
}

data "aws_iam_policy_document" "this" {
  for_each = local.services

  statement {
    sid       = "OwnAccount"
    actions   = each.value.actions
    resources = each.value.resources

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.account_id}:root"]
    }
  }
}

resource "aws_vpc_endpoint" "this" {
  for_each = local.services

  vpc_id              = var.network_id
  service_name        = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = var.subnet_ids
  security_group_ids  = var.security_group_ids
  policy              = data.aws_iam_policy_document.this[each.key].json

  dynamic "dns_options" {
    for_each = each.key == "s3" ? [1] : []

    content {
      private_dns_only_for_inbound_resolver_endpoint = false
    }
  }

  tags = { Name = "${var.name}-${each.key}" }
}
