variable "name" {
  description = "Prefix of every resource's name."
  type        = string
  default     = "shop"
}

variable "region" {
  description = "Where the shop runs."
  type        = string
  default     = "eu-west-1"
}

variable "account_id" {
  description = "The AWS account the shop runs in."
  type        = string
  default     = "111122223333"
}

variable "environment" {
  description = "What the estate is used for."
  type        = string
  default     = "production"
}

variable "network_cidr" {
  description = "Addresses of the whole network."
  type        = string
  default     = "10.20.0.0/16"
}

variable "zones" {
  description = "Availability zones, by a short name."
  type        = map(string)
}

variable "nat_enabled" {
  description = "Give the private subnets a way out."
  type        = bool
  default     = true
}

variable "database_password" {
  description = "Password of the database's master user."
  type        = string
  default     = "Sh0p-Pa55w0rd"
}

variable "session_key" {
  description = "Signs the customers' session cookies."
  type        = string
  default     = "keyboard-cat-2021"
}

variable "github_organisation" {
  description = "The organisation whose workflows deploy."
  type        = string
  default     = "example-org"
}

variable "services" {
  description = "The services that have an image."
  type        = set(string)
  default     = ["orders", "storefront"]
}

variable "node_size" {
  description = "Instance type and number of the cluster's nodes."
  type = object({
    type    = string
    minimum = number
    maximum = number
  })
  default = {
    type    = "t3.large"
    minimum = 2
    maximum = 4
  }
}

variable "nodes_attached" {
  description = "The load balancer hands requests to the cluster's nodes."
  type        = bool
  default     = true
}

variable "partner_account_id" {
  description = "The analytics partner's AWS account, which reads customer exports; empty for none."
  type        = string
  default     = "444455556666"
}
