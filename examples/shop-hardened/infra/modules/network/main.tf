locals {
  zone_index = { for index, key in sort(keys(var.zones)) : key => index }
}

resource "aws_vpc" "this" {
  cidr_block                           = var.cidr
  instance_tenancy                     = "default"
  enable_dns_support                   = true
  enable_dns_hostnames                 = true
  enable_network_address_usage_metrics = true

  tags = { Name = var.name }
}

# What the account gives to things that name nothing: no way in, no way out.
resource "aws_default_security_group" "this" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "${var.name}-default-closed" }
}

resource "aws_default_network_acl" "this" {
  default_network_acl_id = aws_vpc.this.default_network_acl_id

  tags = { Name = "${var.name}-default-closed" }
}

resource "aws_default_route_table" "this" {
  default_route_table_id = aws_vpc.this.default_route_table_id
  route                  = []

  tags = { Name = "${var.name}-default-closed" }
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id

  tags = { Name = var.name }
}

# Only the load balancer has addresses here.
resource "aws_subnet" "public" {
  for_each = var.zones

  vpc_id                          = aws_vpc.this.id
  availability_zone               = each.value
  cidr_block                      = cidrsubnet(var.cidr, 8, local.zone_index[each.key])
  map_public_ip_on_launch         = false
  assign_ipv6_address_on_creation = false

  tags = {
    Name                     = "${var.name}-public-${each.key}"
    "kubernetes.io/role/elb" = "1"
  }
}

resource "aws_subnet" "private" {
  for_each = var.zones

  vpc_id                          = aws_vpc.this.id
  availability_zone               = each.value
  cidr_block                      = cidrsubnet(var.cidr, 8, 100 + local.zone_index[each.key])
  map_public_ip_on_launch         = false
  assign_ipv6_address_on_creation = false

  tags = { Name = "${var.name}-private-${each.key}" }
}

resource "aws_subnet" "data" {
  for_each = var.zones

  vpc_id                          = aws_vpc.this.id
  availability_zone               = each.value
  cidr_block                      = cidrsubnet(var.cidr, 8, 200 + local.zone_index[each.key])
  map_public_ip_on_launch         = false
  assign_ipv6_address_on_creation = false

  tags = { Name = "${var.name}-data-${each.key}" }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.this.id
  }

  tags = { Name = "${var.name}-public" }
}

resource "aws_route_table_association" "public" {
  for_each = aws_subnet.public

  subnet_id      = each.value.id
  route_table_id = aws_route_table.public.id
}

# No way to the Internet: AWS is reached through endpoints.
resource "aws_route_table" "private" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "${var.name}-private" }
}

resource "aws_route_table_association" "private" {
  for_each = merge(
    { for key, subnet in aws_subnet.private : "private-${key}" => subnet.id },
    { for key, subnet in aws_subnet.data : "data-${key}" => subnet.id },
  )

  subnet_id      = each.value
  route_table_id = aws_route_table.private.id
}

module "firewall" {
  source = "./modules/firewall"

  name       = var.name
  network_id = aws_vpc.this.id
  groups     = var.firewall
}

module "endpoints" {
  source = "./modules/endpoints"

  name               = var.name
  region             = var.region
  account_id         = var.account_id
  network_id         = aws_vpc.this.id
  subnet_ids         = [for subnet in aws_subnet.private : subnet.id]
  security_group_ids = [module.firewall.ids["endpoints"]]
}
