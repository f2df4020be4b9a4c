output "address" {
  description = "Where the load balancer answers."
  value       = module.edge.address
}

output "database_address" {
  description = "Where the database answers, inside the network."
  value       = module.data.database_address
}

output "storefront_target_group_arn" {
  description = "For the binding in k8s/storefront.yaml."
  value       = module.edge.storefront_target_group_arn
}
