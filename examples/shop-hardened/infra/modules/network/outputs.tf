output "id" {
  description = "The network."
  value       = aws_vpc.this.id
}

output "public_subnet_ids" {
  description = "Subnets of the load balancer."
  value       = [for subnet in aws_subnet.public : subnet.id]
}

output "private_subnet_ids" {
  description = "Subnets of nodes, functions and endpoints."
  value       = [for subnet in aws_subnet.private : subnet.id]
}

output "data_subnet_ids" {
  description = "Subnets of the database."
  value       = [for subnet in aws_subnet.data : subnet.id]
}

output "security_group_ids" {
  description = "Security groups by name."
  value       = module.firewall.ids
}
