# A second wall around the subnets, for the day a security group is wrong.
locals {
  public_cidrs  = [for subnet in aws_subnet.public : subnet.cidr_block]
  private_cidrs = [for subnet in aws_subnet.private : subnet.cidr_block]
  data_cidrs    = [for subnet in aws_subnet.data : subnet.cidr_block]
}

resource "aws_network_acl" "public" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = [for subnet in aws_subnet.public : subnet.id]

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 443
    to_port    = 443
    cidr_block = "0.0.0.0/0"
  }

  # Answers of the pods.
  dynamic "ingress" {
    for_each = local.private_cidrs

    content {
      rule_no    = 200 + ingress.key
      action     = "allow"
      protocol   = "tcp"
      from_port  = 1024
      to_port    = 65535
      cidr_block = ingress.value
    }
  }

  # Answers to customers.
  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 1024
    to_port    = 65535
    cidr_block = "0.0.0.0/0"
  }

  tags = { Name = "${var.name}-public" }
}

resource "aws_network_acl" "private" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = [for subnet in aws_subnet.private : subnet.id]

  dynamic "ingress" {
    for_each = [var.cidr]

    content {
      rule_no    = 100 + ingress.key
      action     = "allow"
      protocol   = "-1"
      from_port  = 0
      to_port    = 0
      cidr_block = ingress.value
    }
  }

  dynamic "egress" {
    for_each = [var.cidr]

    content {
      rule_no    = 100 + egress.key
      action     = "allow"
      protocol   = "-1"
      from_port  = 0
      to_port    = 0
      cidr_block = egress.value
    }
  }

  tags = { Name = "${var.name}-private" }
}

resource "aws_network_acl" "data" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = [for subnet in aws_subnet.data : subnet.id]

  dynamic "ingress" {
    for_each = local.private_cidrs

    content {
      rule_no    = 100 + ingress.key
      action     = "allow"
      protocol   = "tcp"
      from_port  = 5432
      to_port    = 5432
      cidr_block = ingress.value
    }
  }

  dynamic "egress" {
    for_each = local.private_cidrs

    content {
      rule_no    = 100 + egress.key
      action     = "allow"
      protocol   = "tcp"
      from_port  = 1024
      to_port    = 65535
      cidr_block = egress.value
    }
  }

  tags = { Name = "${var.name}-data" }
}
