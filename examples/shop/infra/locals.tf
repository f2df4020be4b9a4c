locals {
  tags = {
    Project     = "shop"
    Environment = var.environment
    ManagedBy   = "terraform"
  }

  everyone = ["0.0.0.0/0"]

  firewall = {
    edge = {
      description = "Load balancer"
      ingress = {
        http = { port = 80, cidrs = local.everyone }
      }
    }
    nodes = {
      description = "Cluster nodes"
      ingress = {
        ssh       = { port = 22, cidrs = local.everyone }
        node-port = { port = 30000, to = 32767, from = ["edge"] }
        within    = { protocol = "-1", from = ["nodes"] }
      }
    }
  }

  buckets = {
    customers = { class = "customer-data", partner_reads = var.partner_account_id != "" }
    images    = { class = "public", public = true }
    artifacts = { class = "internal" }
  }
}
