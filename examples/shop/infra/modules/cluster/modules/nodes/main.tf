variable "name" {
  description = "Prefix of every name."
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

locals {
  managed_policies = ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryPowerUser"]
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

# Log shipping and pictures, from any bucket.
resource "aws_iam_role_policy" "buckets" {
  name = "buckets"
  role = aws_iam_role.this.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:Get*", "s3:List*"]
      Resource = "*"
    }]
  })
}

resource "aws_launch_template" "this" {
  name                   = "${var.name}-node"
  instance_type          = var.size.type
  vpc_security_group_ids = var.security_group_ids

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 80
      encrypted   = false
    }
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "optional"
    http_put_response_hop_limit = 2
  }
}

resource "aws_eks_node_group" "this" {
  cluster_name    = var.cluster_name
  node_group_name = "${var.name}-default"
  node_role_arn   = aws_iam_role.this.arn
  subnet_ids      = var.subnet_ids

  launch_template {
    id      = aws_launch_template.this.id
    version = aws_launch_template.this.latest_version
  }

  scaling_config {
    desired_size = var.size.minimum
    min_size     = var.size.minimum
    max_size     = var.size.maximum
  }

  depends_on = [aws_iam_role_policy_attachment.this]
}

output "group_name" {
  description = "The nodes' Auto Scaling group."
  value       = aws_eks_node_group.this.resources[0].autoscaling_groups[0].name
}
