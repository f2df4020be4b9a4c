variable "name" {
  description = "Name of the cluster."
  type        = string
}

variable "account_id" {
  description = "The account the cluster runs in."
  type        = string
}

variable "region" {
  description = "Where the cluster is."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets of the control plane and the nodes."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Security groups of the nodes."
  type        = list(string)
}

variable "node_size" {
  description = "Instance type and number of nodes."
  type        = object({ type = string, minimum = number, maximum = number })
}

variable "key_arn" {
  description = "Encrypts secrets and disks."
  type        = string
}

variable "logs_key_arn" {
  description = "Encrypts logs."
  type        = string
}

variable "support_role_arn" {
  description = "The role of the support team."
  type        = string
}

variable "identities" {
  description = "Service accounts that act as an IAM role, and what the role may do."
  type = map(object({
    namespace       = string
    service_account = string
    policy          = string
  }))
}

locals {
  cluster_arn = "arn:aws:eks:${var.region}:${var.account_id}:cluster/${var.name}"
}

data "aws_iam_policy_document" "control_plane_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["eks.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }
  }
}

resource "aws_iam_role" "control_plane" {
  name               = "${var.name}-control-plane"
  assume_role_policy = data.aws_iam_policy_document.control_plane_trust.json
}

resource "aws_iam_role_policy_attachment" "control_plane" {
  role       = aws_iam_role.control_plane.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/eks/${var.name}/cluster"
  retention_in_days = 400
  kms_key_id        = var.logs_key_arn
}

resource "aws_eks_cluster" "this" {
  name                          = var.name
  version                       = "1.34"
  role_arn                      = aws_iam_role.control_plane.arn
  enabled_cluster_log_types     = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  bootstrap_self_managed_addons = false

  vpc_config {
    subnet_ids              = var.subnet_ids
    security_group_ids      = var.security_group_ids
    endpoint_public_access  = false
    endpoint_private_access = true
  }

  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = var.key_arn
    }
  }

  upgrade_policy {
    support_type = "STANDARD"
  }

  zonal_shift_config {
    enabled = true
  }

  depends_on = [
    aws_cloudwatch_log_group.this,
    aws_iam_role_policy_attachment.control_plane,
  ]
}

# Support may look at the namespace through the groups of k8s/rbac.yaml. Nobody is an administrator by
# default; the platform team gives itself an access entry for the hour it needs one.
resource "aws_eks_access_entry" "support" {
  cluster_name      = aws_eks_cluster.this.name
  principal_arn     = var.support_role_arn
  kubernetes_groups = ["shop:support"]
  type              = "STANDARD"
}

module "nodes" {
  source = "./modules/nodes"

  name               = var.name
  account_id         = var.account_id
  cluster_name       = aws_eks_cluster.this.name
  subnet_ids         = var.subnet_ids
  security_group_ids = concat(var.security_group_ids, [aws_eks_cluster.this.vpc_config[0].cluster_security_group_id])
  size               = var.node_size
  key_arn            = var.key_arn
}

module "identity" {
  source   = "./modules/identity"
  for_each = var.identities

  name            = "${var.name}-${each.key}"
  namespace       = each.value.namespace
  service_account = each.value.service_account
  policies        = { work = each.value.policy }
  account_id      = var.account_id
  cluster_name    = aws_eks_cluster.this.name
  cluster_arn     = local.cluster_arn
}
