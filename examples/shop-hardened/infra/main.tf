module "key" {
  source   = "./modules/key"
  for_each = local.keys

  name       = "${var.name}-${each.key}"
  account_id = var.account_id
  region     = var.region
  services   = each.value.services
  grantees   = try(each.value.grantees, [])
  log_groups = try(each.value.log_groups, false)
}

module "replica_key" {
  source = "./modules/key"

  providers = {
    aws = aws.replica
  }

  name       = "${var.name}-replica"
  account_id = var.account_id
  region     = var.replica_region
  services   = ["cloudtrail.amazonaws.com", "secretsmanager.amazonaws.com"]
  grantees   = []
  log_groups = false
}

module "network" {
  source = "./modules/network"

  name       = var.name
  region     = var.region
  account_id = var.account_id
  cidr       = var.network_cidr
  zones      = var.zones
  firewall   = local.firewall
  key_arn    = module.key["logs"].arn
}

module "audit" {
  source = "./modules/audit"

  providers = {
    aws         = aws
    aws.replica = aws.replica
  }

  name              = var.name
  account_id        = var.account_id
  region            = var.region
  key_arn           = module.key["logs"].arn
  replica_key_arn   = module.replica_key.arn
  messaging_key_arn = module.key["messaging"].arn
  storage_key_arn   = module.key["cluster"].arn
}

module "data" {
  source = "./modules/data"

  providers = {
    aws         = aws
    aws.replica = aws.replica
  }

  name                = var.name
  account_id          = var.account_id
  region              = var.region
  replica_region      = var.replica_region
  buckets             = local.buckets
  key_arn             = module.key["data"].arn
  logs_key_arn        = module.key["logs"].arn
  replica_key_arn     = module.replica_key.arn
  log_bucket          = module.audit.log_bucket
  replica_log_bucket  = module.audit.replica_log_bucket
  subnet_ids          = module.network.data_subnet_ids
  security_group_ids  = [module.network.security_group_ids["database"]]
  alarm_topic_arn     = module.audit.alarm_topic_arn
  rotate_function_arn = module.functions.arns["rotate"]
}

module "cluster" {
  source = "./modules/cluster"

  name               = var.name
  account_id         = var.account_id
  region             = var.region
  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.network.security_group_ids["nodes"]]
  node_size          = var.node_size
  key_arn            = module.key["cluster"].arn
  logs_key_arn       = module.key["logs"].arn
  support_role_arn   = "arn:aws:iam::${var.account_id}:role/${var.support_role_name}"

  identities = {
    orders = {
      namespace       = "shop"
      service_account = "orders"
      policy          = data.aws_iam_policy_document.orders.json
    }
    storefront = {
      namespace       = "shop"
      service_account = "storefront"
      policy          = data.aws_iam_policy_document.storefront.json
    }
  }
}

module "messaging" {
  source = "./modules/messaging"

  name          = var.name
  account_id    = var.account_id
  key_arn       = module.key["messaging"].arn
  publisher_arn = "arn:aws:iam::${var.account_id}:role/${var.name}-orders"
}

module "functions" {
  source = "./modules/functions"

  name               = var.name
  account_id         = var.account_id
  region             = var.region
  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.network.security_group_ids["functions"]]
  key_arn            = module.key["functions"].arn
  logs_key_arn       = module.key["logs"].arn
  messaging_key_arn  = module.key["messaging"].arn
  artifacts_bucket   = "${var.name}-artifacts-${var.account_id}"
  customers_bucket   = "${var.name}-customers-${var.account_id}"
  dead_letter_arn    = module.messaging.dead_letter_arn
  queue_arn          = module.messaging.queue_arn
  versions           = var.function_versions

  policies = {
    receipts = data.aws_iam_policy_document.receipts.json
    rotate   = data.aws_iam_policy_document.rotate.json
  }
}

module "edge" {
  source = "./modules/edge"

  name               = var.name
  account_id         = var.account_id
  region             = var.region
  domain             = var.domain
  network_id         = module.network.id
  subnet_ids         = module.network.public_subnet_ids
  security_group_ids = [module.network.security_group_ids["edge"]]
  receipts_arn       = module.functions.arns["receipts"]
  log_bucket         = module.audit.log_bucket
  logs_key_arn       = module.key["logs"].arn
}

module "delivery" {
  source = "./modules/delivery"

  name         = var.name
  account_id   = var.account_id
  region       = var.region
  services     = var.services
  repository   = var.github_repository
  registry_key = module.key["registry"].arn
}
