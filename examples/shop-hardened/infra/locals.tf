locals {
  tags = {
    Project     = "shop"
    Environment = var.environment
    ManagedBy   = "terraform"
  }

  everyone = ["0.0.0.0/0"]

  firewall = {
    edge = {
      description = "Load balancer: TLS from everyone, to the pods"
      ingress = {
        https = { port = 443, cidrs = local.everyone }
      }
      egress = {
        pods = { port = 8443, to_groups = ["nodes"] }
      }
    }
    nodes = {
      description = "Cluster nodes and their pods"
      ingress = {
        pods     = { port = 8443, from = ["edge", "nodes"] }
        webhooks = { port = 9443, from = ["nodes"] }
        kubelet  = { port = 10250, from = ["nodes"] }
        dns      = { port = 53, protocol = "udp", from = ["nodes"] }
        dns-tcp  = { port = 53, from = ["nodes"] }
      }
      egress = {
        pods      = { port = 8443, to_groups = ["nodes"] }
        webhooks  = { port = 9443, to_groups = ["nodes"] }
        kubelet   = { port = 10250, to_groups = ["nodes"] }
        dns       = { port = 53, protocol = "udp", to_groups = ["nodes"] }
        dns-tcp   = { port = 53, to_groups = ["nodes"] }
        endpoints = { port = 443, to_groups = ["endpoints"] }
        postgres  = { port = 5432, to_groups = ["database"] }
      }
    }
    functions = {
      description = "Functions: to the endpoints of AWS only"
      ingress     = {}
      egress = {
        endpoints = { port = 443, to_groups = ["endpoints"] }
      }
    }
    endpoints = {
      description = "Endpoints of AWS services"
      ingress = {
        https = { port = 443, from = ["nodes", "functions"] }
      }
      egress = {}
    }
    database = {
      description = "Orders database"
      ingress = {
        postgres = { port = 5432, from = ["nodes"] }
      }
      egress = {}
    }
  }

  buckets = {
    customers = { class = "customer-data", retention_days = 30 }
    images    = { class = "internal" }
    artifacts = { class = "internal" }
  }

  # One key per kind of data, and the AWS services that use it on the shop's behalf.
  keys = {
    data      = { services = ["rds.amazonaws.com", "secretsmanager.amazonaws.com"] }
    cluster   = { services = ["eks.amazonaws.com"], grantees = ["autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"] }
    logs      = { services = ["cloudtrail.amazonaws.com", "config.amazonaws.com"], log_groups = true }
    messaging = { services = ["sns.amazonaws.com", "sqs.amazonaws.com", "cloudwatch.amazonaws.com", "events.rds.amazonaws.com"] }
    registry  = { services = ["ecr.amazonaws.com"] }
    functions = { services = ["lambda.amazonaws.com"] }
  }
}
