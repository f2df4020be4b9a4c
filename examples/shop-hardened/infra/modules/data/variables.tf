variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "account_id" {
  description = "The account, part of bucket names."
  type        = string
}

variable "region" {
  description = "Where the data is."
  type        = string
}

variable "replica_region" {
  description = "Where copies are."
  type        = string
}

variable "buckets" {
  description = "Buckets, what they hold and for how many days nothing in them can be deleted."
  type = map(object({
    class          = string
    retention_days = optional(number, 0)
  }))
}

variable "key_arn" {
  description = "Encrypts the data."
  type        = string
}

variable "logs_key_arn" {
  description = "Encrypts the database's logs."
  type        = string
}

variable "replica_key_arn" {
  description = "Encrypts the copies."
  type        = string
}

variable "log_bucket" {
  description = "Takes the buckets' access logs."
  type        = string
}

variable "replica_log_bucket" {
  description = "Takes the copies' access logs."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets of the database."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Security groups of the database."
  type        = list(string)
}

variable "alarm_topic_arn" {
  description = "Hears of the database's events."
  type        = string
}

variable "rotate_function_arn" {
  description = "Replaces the session keys."
  type        = string
}
