locals {
  prefix = "app-${var.environment}"
  tags   = merge({ Name = local.prefix, Env = upper(var.environment) }, var.service.labels)
  zones  = { for i, z in ["a", "b", "c"] : z => cidrsubnet("10.0.0.0/16", 8, i) }
  rules = flatten([
    for proto, ports in { tcp = [80, 443], udp = [53] } : [
      for port in ports : { key = "${proto}-${port}", proto = proto, port = port }
    ]
  ])
  doc = <<-EOT
    Hello ${local.prefix}
      indented %{if var.environment == "prod"}PROD%{else}dev%{endif}
    %{for z, c in local.zones~}
    ${z}=${c}
    %{endfor~}
    end $${literal} %%{literal}
  EOT
  raw = <<EOT
  raw ${"a"}
	tab
EOT
  chain1 = local.chain2 + 1
  chain2 = local.chain3 * 2
  chain3 = 20
}

resource "terraform_data" "values" {
  input = {
    sizes    = var.sizes
    flags    = var.flags
    names    = var.names
    pair     = var.pair
    service  = var.service
    anything = var.anything
    nothing  = var.nothing
    loose    = var.loose
    many     = var.many
    mapped   = var.mapped
    tags     = local.tags
    rules    = local.rules
    doc      = local.doc
    raw      = local.raw
    chain    = local.chain1
    module   = path.module
    root     = path.root
    space    = terraform.workspace
  }
}

resource "terraform_data" "counted" {
  count = length(var.sizes)
  input = "${local.prefix}-${count.index}-${var.sizes[count.index]}"
}

resource "terraform_data" "each" {
  for_each = local.zones
  input    = { key = each.key, value = each.value, upper = upper(each.key) }
}

resource "terraform_data" "set" {
  for_each = toset([for r in local.rules : r.key if r.port > 60])
  input    = "${each.key}=${each.value}"
}

resource "terraform_data" "rule" {
  for_each = { for r in local.rules : r.key => r }
  input    = each.value.port * 2
}

resource "terraform_data" "none" {
  count = var.environment == "dev" ? 1 : 0
  input = "never"
}

resource "terraform_data" "empty" {
  for_each = {}
  input    = "never"
}

resource "terraform_data" "references" {
  input = {
    counted   = terraform_data.counted[*].input
    first     = terraform_data.counted[0].input
    each      = { for k, v in terraform_data.each : k => v.input.value }
    values    = values(terraform_data.each)[*].input.key
    none      = terraform_data.none[*].input
    none_one  = one(terraform_data.none[*].input)
    none_try  = try(terraform_data.none[0].input, "fallback")
    length    = length(terraform_data.counted)
    keys      = keys(terraform_data.each)
    id        = terraform_data.counted[0].id
    composite = "id is ${terraform_data.counted[1].id}!"
    ids       = terraform_data.counted[*].id
    module    = module.net["a"].names
    modules   = { for k, m in module.net : k => m.count }
    splat     = values(module.net)[*].first
    leaf      = module.net["b"].leaf
    whole     = module.single.all
    lookup    = lookup(local.zones, "z", "none")
    cond_null = var.nothing == null ? "unset" : var.nothing
    coalesce  = coalesce(var.nothing, "", local.prefix)
  }
}

module "net" {
  source   = "./modules/net"
  for_each = { a = 1, b = 2 }
  name     = "${local.prefix}-${each.key}"
  amount   = each.value
  tags     = local.tags
}

module "single" {
  source = "./modules/leaf"
  name   = "single"
  extra  = { port = "90" }
}

module "off" {
  source = "./modules/leaf"
  count  = 0
  name   = "off"
}

resource "terraform_data" "files" {
  input = {
    text     = file("${path.module}/files/plain.txt")
    sha      = filesha256("files/plain.txt")
    b64      = filebase64("${path.root}/files/plain.txt")
    exists   = fileexists("files/plain.txt")
    missing  = fileexists("files/none.txt")
    set      = fileset("files", "*.txt")
    deep     = fileset(path.module, "**/*.tpl")
    template = templatefile("files/greet.tpl", { name = "you", items = ["x", "y"], on = true })
    decoded  = jsondecode(file("files/data.json")).list[1].k
    yaml     = yamldecode(file("files/data.yaml"))
    csv      = csvdecode(file("files/data.csv"))[1].b
    dir      = dirname("files/plain.txt")
    base     = basename("files/plain.txt")
  }
}

output "names" {
  value = [for k in sort(keys(local.zones)) : k]
}
