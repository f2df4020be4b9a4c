module "network" {
  source = "./modules/network"

  name        = var.name
  cidr        = var.network_cidr
  zones       = var.zones
  nat_enabled = var.nat_enabled
  firewall    = local.firewall
}

module "key" {
  source   = "./modules/key"
  for_each = toset(["session"])

  name       = "${var.name}-${each.key}"
  account_id = var.account_id
}

module "data" {
  source = "./modules/data"

  name               = var.name
  account_id         = var.account_id
  buckets            = local.buckets
  partner_account_id = var.partner_account_id
  database_password  = var.database_password
  network_id         = module.network.id
  subnet_ids         = module.network.public_subnet_ids
  database_cidrs     = local.everyone
  session_key        = var.session_key
  session_key_id     = module.key["session"].arn
}

module "cluster" {
  source = "./modules/cluster"

  name               = var.name
  account_id         = var.account_id
  subnet_ids         = module.network.public_subnet_ids
  security_group_ids = [module.network.security_group_ids["nodes"]]
  node_size          = var.node_size

  identities = {
    orders = {
      namespace       = "shop"
      service_account = "orders"
      policy          = data.aws_iam_policy_document.orders.json
    }
  }
}

module "messaging" {
  source = "./modules/messaging"

  name = var.name
}

module "functions" {
  source = "./modules/functions"

  name              = var.name
  account_id        = var.account_id
  artifacts_bucket  = module.data.bucket_names["artifacts"]
  customers_bucket  = module.data.bucket_names["customers"]
  database_password = var.database_password
  queue_arn         = module.messaging.queue_arn
}

module "edge" {
  source = "./modules/edge"

  name               = var.name
  network_id         = module.network.id
  subnet_ids         = module.network.public_subnet_ids
  security_group_ids = [module.network.security_group_ids["edge"]]
  receipts_arn       = module.functions.receipts_arn
  node_group_name    = module.cluster.node_group_name
  nodes_attached     = var.nodes_attached
}

module "delivery" {
  source = "./modules/delivery"

  name         = var.name
  services     = var.services
  organisation = var.github_organisation
}

module "audit" {
  source = "./modules/audit"

  name       = var.name
  account_id = var.account_id
}
