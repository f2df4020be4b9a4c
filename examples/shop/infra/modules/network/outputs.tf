output "id" {
  description = "The network."
  value       = aws_vpc.this.id
}

output "public_subnet_ids" {
  description = "Subnets with a route from the Internet."
  value       = [for subnet in aws_subnet.public : subnet.id]
}

output "private_subnet_ids" {
  description = "Subnets without one."
  value       = [for subnet in aws_subnet.private : subnet.id]
}

output "security_group_ids" {
  description = "Security groups by name."
  value       = module.firewall.ids
}
