variable "name" {
  description = "Prefix of every name."
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

variable "node_group_name" {
  description = "Auto Scaling group of the nodes behind everything else."
  type        = string
}

variable "nodes_attached" {
  description = "Hand requests to the nodes."
  type        = bool
}

resource "aws_lb" "this" {
  name               = var.name
  load_balancer_type = "application"
  internal           = false
  subnets            = var.subnet_ids
  security_groups    = var.security_group_ids

  drop_invalid_header_fields = false
  enable_deletion_protection = false
}

resource "aws_lb_target_group" "storefront" {
  name        = "${var.name}-storefront"
  vpc_id      = var.network_id
  target_type = "instance"
  protocol    = "HTTP"
  port        = 30080

  health_check {
    path = "/healthz"
  }
}

resource "aws_autoscaling_attachment" "storefront" {
  count = var.nodes_attached ? 1 : 0

  autoscaling_group_name = var.node_group_name
  lb_target_group_arn    = aws_lb_target_group.storefront.arn
}

resource "aws_lb_target_group" "receipts" {
  name        = "${var.name}-receipts"
  target_type = "lambda"
}

resource "aws_lambda_permission" "receipts" {
  statement_id  = "load-balancer"
  action        = "lambda:InvokeFunction"
  function_name = var.receipts_arn
  principal     = "elasticloadbalancing.amazonaws.com"
}

resource "aws_lb_target_group_attachment" "receipts" {
  target_group_arn = aws_lb_target_group.receipts.arn
  target_id        = var.receipts_arn

  depends_on = [aws_lambda_permission.receipts]
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.this.arn
  protocol          = "HTTP"
  port              = 80

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.storefront.arn
  }
}

resource "aws_lb_listener_rule" "receipts" {
  listener_arn = aws_lb_listener.http.arn
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

output "address" {
  description = "Where the load balancer answers."
  value       = aws_lb.this.dns_name
}
