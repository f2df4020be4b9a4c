variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "account_id" {
  description = "The account, part of bucket names."
  type        = string
}

variable "buckets" {
  description = "Buckets and what they hold."
  type = map(object({
    class         = string
    public        = optional(bool, false)
    partner_reads = optional(bool, false)
  }))
}

variable "partner_account_id" {
  description = "The account that may read buckets marked so."
  type        = string
}

variable "database_password" {
  description = "Password of the database's master user."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets of the database."
  type        = list(string)
}

variable "network_id" {
  description = "The network of the database."
  type        = string
}

variable "database_cidrs" {
  description = "Addresses that may connect to the database."
  type        = list(string)
}

variable "session_key" {
  description = "Signs the customers' session cookies."
  type        = string
}

variable "session_key_id" {
  description = "The KMS key of the session secret."
  type        = string
}
