output "bucket_names" {
  description = "Buckets' full names, by short name."
  value       = { for key, bucket in module.bucket : key => bucket.name }
}

output "bucket_arns" {
  description = "Buckets' ARNs, by short name."
  value       = { for key, bucket in module.bucket : key => bucket.arn }
}

output "database_address" {
  description = "Where the database answers."
  value       = module.database.address
}

output "exporter_secret" {
  description = "Secret key of the export user."
  value       = aws_iam_access_key.exporter.secret
  sensitive   = true
}
