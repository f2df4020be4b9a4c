variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "account_id" {
  description = "The account of the load balancer."
  type        = string
}

variable "region" {
  description = "Where the load balancer is."
  type        = string
}

variable "domain" {
  description = "The name customers type."
  type        = string
}

variable "network_id" {
  description = "The network of the targets."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets of the load balancer."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Security groups of the load balancer."
  type        = list(string)
}

variable "receipts_arn" {
  description = "The function behind /receipts."
  type        = string
}

variable "log_bucket" {
  description = "Takes the access logs."
  type        = string
}

variable "logs_key_arn" {
  description = "Encrypts the firewall's logs."
  type        = string
}

resource "aws_acm_certificate" "this" {
  domain_name       = var.domain
  validation_method = "DNS"
  key_algorithm     = "EC_prime256v1"

  options {
    certificate_transparency_logging_preference = "ENABLED"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# The shop is for everyone: TLS, the firewall and the listeners below decide what gets through.
#trivy:ignore:AVD-AWS-0053
resource "aws_lb" "this" {
  name               = var.name
  load_balancer_type = "application"
  internal           = false
  ip_address_type    = "ipv4"
  subnets            = var.subnet_ids
  security_groups    = var.security_group_ids

  drop_invalid_header_fields       = true
  desync_mitigation_mode           = "strictest"
  enable_deletion_protection       = true
  enable_cross_zone_load_balancing = true
  enable_http2                     = true
  enable_waf_fail_open             = false
  xff_header_processing_mode       = "append"
  preserve_host_header             = true
  idle_timeout                     = 60

  access_logs {
    bucket  = var.log_bucket
    prefix  = "balancer"
    enabled = true
  }

  connection_logs {
    bucket  = var.log_bucket
    prefix  = "balancer-connections"
    enabled = true
  }
}

# k8s/storefront.yaml binds the pods to it.
resource "aws_lb_target_group" "storefront" {
  name             = "${var.name}-storefront"
  vpc_id           = var.network_id
  target_type      = "ip"
  protocol         = "HTTPS"
  protocol_version = "HTTP1"
  port             = 8443

  health_check {
    enabled  = true
    protocol = "HTTPS"
    path     = "/healthz"
    matcher  = "200"
  }
}

resource "aws_lb_target_group" "receipts" {
  name        = "${var.name}-receipts"
  target_type = "lambda"
}

resource "aws_lambda_permission" "receipts" {
  statement_id   = "load-balancer"
  action         = "lambda:InvokeFunction"
  function_name  = var.receipts_arn
  principal      = "elasticloadbalancing.amazonaws.com"
  source_arn     = aws_lb_target_group.receipts.arn
  source_account = var.account_id
}

resource "aws_lb_target_group_attachment" "receipts" {
  target_group_arn = aws_lb_target_group.receipts.arn
  target_id        = var.receipts_arn

  depends_on = [aws_lambda_permission.receipts]
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.this.arn
  protocol          = "HTTPS"
  port              = 443
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = aws_acm_certificate.this.arn

  routing_http_response_server_enabled                         = false
  routing_http_response_strict_transport_security_header_value = "max-age=63072000; includeSubDomains; preload"
  routing_http_response_x_content_type_options_header_value    = "nosniff"
  routing_http_response_x_frame_options_header_value           = "DENY"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.storefront.arn
  }
}

resource "aws_lb_listener_rule" "receipts" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 10

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.receipts.arn
  }

  condition {
    path_pattern {
      values = ["/receipts", "/receipts/*"]
    }
  }
}

# The security group does not let anyone reach it: browsers know from the preload list to use TLS.
# Should port 80 ever be opened, it only redirects.
resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.this.arn
  protocol          = "HTTP"
  port              = 80

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

output "address" {
  description = "Where the load balancer answers."
  value       = aws_lb.this.dns_name
}

output "storefront_target_group_arn" {
  description = "Where the storefront's pods are registered."
  value       = aws_lb_target_group.storefront.arn
}
