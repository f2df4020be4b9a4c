variable "name" {
  description = "Name of the role."
  type        = string
}

variable "namespace" {
  description = "Namespace of the service account."
  type        = string
}

variable "service_account" {
  description = "The service account that acts as the role."
  type        = string
}

variable "policy" {
  description = "What the role may do, as JSON."
  type        = string
}

variable "issuer" {
  description = "The cluster's token issuer, without its scheme."
  type        = string
}

variable "issuer_arn" {
  description = "The identity provider of the issuer."
  type        = string
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [var.issuer_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.issuer}:sub"
      values   = ["system:serviceaccount:${var.namespace}:${var.service_account}"]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = var.name
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "this" {
  name   = "workload"
  role   = aws_iam_role.this.id
  policy = var.policy
}

output "role_arn" {
  description = "The role, for the service account's annotation."
  value       = aws_iam_role.this.arn
}
