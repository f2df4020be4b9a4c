variable "name" {
  description = "Name of the cluster."
  type        = string
}

variable "account_id" {
  description = "The account the cluster runs in."
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

variable "identities" {
  description = "Service accounts that act as an IAM role, and what the role may do."
  type = map(object({
    namespace       = string
    service_account = string
    policy          = string
  }))
}

data "aws_iam_policy_document" "control_plane_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["eks.amazonaws.com"]
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

resource "aws_eks_cluster" "this" {
  name     = var.name
  version  = "1.27"
  role_arn = aws_iam_role.control_plane.arn

  vpc_config {
    subnet_ids              = var.subnet_ids
    endpoint_public_access  = true
    endpoint_private_access = false
    public_access_cidrs     = ["0.0.0.0/0"]
  }

  depends_on = [aws_iam_role_policy_attachment.control_plane]
}

resource "aws_iam_openid_connect_provider" "this" {
  url             = aws_eks_cluster.this.identity[0].oidc[0].issuer
  client_id_list  = ["sts.amazonaws.com"]
  thumbprint_list = ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"]
}

module "nodes" {
  source = "./modules/nodes"

  name               = var.name
  cluster_name       = aws_eks_cluster.this.name
  subnet_ids         = var.subnet_ids
  security_group_ids = var.security_group_ids
  size               = var.node_size
}

module "identity" {
  source   = "./modules/identity"
  for_each = var.identities

  name            = "${var.name}-${each.key}"
  namespace       = each.value.namespace
  service_account = each.value.service_account
  policy          = each.value.policy
  issuer_arn      = aws_iam_openid_connect_provider.this.arn
  issuer          = trimprefix(aws_eks_cluster.this.identity[0].oidc[0].issuer, "https://")
}

output "node_group_name" {
  description = "The nodes' Auto Scaling group."
  value       = module.nodes.group_name
}
