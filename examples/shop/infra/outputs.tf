output "address" {
  description = "Where the load balancer answers."
  value       = module.edge.address
}

output "database_address" {
  description = "Where the database answers."
  value       = module.data.database_address
}

output "exporter_secret" {
  description = "Secret key of the export user."
  value       = module.data.exporter_secret
  sensitive   = true
}
