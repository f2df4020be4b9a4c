locals {
  # One entry per group, rule and source.
  ingress = merge([
    for name, group in var.groups : merge([
      for title, rule in group.ingress : merge(
        { for cidr in rule.cidrs : "${name}-${title}-${cidr}" => merge(rule, { group = name, cidr = cidr, source = null }) },
        { for source in rule.from : "${name}-${title}-${source}" => merge(rule, { group = name, cidr = null, source = source }) },
      )
    ]...)
  ]...)
}

resource "aws_security_group" "this" {
  for_each = var.groups

  name        = "${var.name}-${each.key}"
  description = each.value.description
  vpc_id      = var.network_id

  tags = { Name = "${var.name}-${each.key}" }
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = local.ingress

  security_group_id            = aws_security_group.this[each.value.group].id
  cidr_ipv4                    = each.value.cidr
  referenced_security_group_id = each.value.source == null ? null : aws_security_group.this[each.value.source].id
  ip_protocol                  = each.value.protocol
  from_port                    = each.value.protocol == "-1" ? null : each.value.port
  to_port                      = each.value.protocol == "-1" ? null : coalesce(each.value.to, each.value.port)
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each = aws_security_group.this

  security_group_id = each.value.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}
