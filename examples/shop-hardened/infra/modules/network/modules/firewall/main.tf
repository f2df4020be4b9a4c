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

  # One entry per group, rule and target.
  egress = merge([
    for name, group in var.groups : merge([
      for title, rule in group.egress : {
        for target in rule.to_groups : "${name}-${title}-${target}" => merge(rule, { group = name, target = target })
      }
    ]...)
  ]...)
}

resource "aws_security_group" "this" {
  for_each = var.groups

  name                   = "${var.name}-${each.key}"
  description            = each.value.description
  vpc_id                 = var.network_id
  revoke_rules_on_delete = true

  tags = { Name = "${var.name}-${each.key}" }
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = local.ingress

  description                  = "From ${coalesce(each.value.source, each.value.cidr)}"
  security_group_id            = aws_security_group.this[each.value.group].id
  cidr_ipv4                    = each.value.cidr
  referenced_security_group_id = each.value.source == null ? null : aws_security_group.this[each.value.source].id
  ip_protocol                  = each.value.protocol
  from_port                    = each.value.port
  to_port                      = each.value.port
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each = local.egress

  description                  = "To ${each.value.target}"
  security_group_id            = aws_security_group.this[each.value.group].id
  referenced_security_group_id = aws_security_group.this[each.value.target].id
  ip_protocol                  = each.value.protocol
  from_port                    = each.value.port
  to_port                      = each.value.port
}
