variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "account_id" {
  description = "The account of the nodes."
  type        = string
}

variable "cluster_name" {
  description = "The cluster the nodes join."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets of the nodes."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Security groups of the nodes."
  type        = list(string)
}

variable "size" {
  description = "Instance type and number of nodes."
  type        = object({ type = string, minimum = number, maximum = number })
}

variable "key_arn" {
  description = "Encrypts disks."
  type        = string
}

locals {
  managed_policies = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"]
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = "${var.name}-node"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = toset(local.managed_policies)

  role       = aws_iam_role.this.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}

resource "aws_launch_template" "this" {
  name                   = "${var.name}-node"
  description            = "Nodes of the cluster"
  instance_type          = var.size.type
  update_default_version = true
  ebs_optimized          = true

  # The operating system, then images and pods.
  dynamic "block_device_mappings" {
    for_each = { "/dev/xvda" = 10, "/dev/xvdb" = 80 }

    content {
      device_name = block_device_mappings.key

      ebs {
        volume_type           = "gp3"
        volume_size           = block_device_mappings.value
        encrypted             = true
        kms_key_id            = var.key_arn
        delete_on_termination = true
      }
    }
  }

  network_interfaces {
    associate_public_ip_address = false
    delete_on_termination       = true
    security_groups             = var.security_group_ids
  }

  # Only the node itself is one hop away: a pod's question dies on the way.
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
    http_protocol_ipv6          = "disabled"
    instance_metadata_tags      = "disabled"
  }

  monitoring {
    enabled = true
  }

  tag_specifications {
    resource_type = "instance"

    tags = { Name = "${var.name}-node" }
  }

  tag_specifications {
    resource_type = "volume"

    tags = { Name = "${var.name}-node" }
  }
}

resource "aws_eks_node_group" "this" {
  cluster_name         = var.cluster_name
  node_group_name      = "${var.name}-default"
  node_role_arn        = aws_iam_role.this.arn
  subnet_ids           = var.subnet_ids
  ami_type             = "BOTTLEROCKET_x86_64"
  capacity_type        = "ON_DEMAND"
  force_update_version = false

  launch_template {
    id      = aws_launch_template.this.id
    version = aws_launch_template.this.latest_version
  }

  scaling_config {
    desired_size = var.size.minimum
    min_size     = var.size.minimum
    max_size     = var.size.maximum
  }

  update_config {
    max_unavailable = 1
  }

  node_repair_config {
    enabled = true
  }

  depends_on = [aws_iam_role_policy_attachment.this]
}
