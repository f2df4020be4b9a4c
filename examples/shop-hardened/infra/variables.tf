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

variable "replica_region" {
  description = "Where copies of the buckets are."
  type        = string
  default     = "eu-central-1"
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

variable "domain" {
  description = "The name customers type."
  type        = string
  default     = "shop.example.com"
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

variable "github_repository" {
  description = "The one repository whose production environment pushes images."
  type        = string
  default     = "example-org/shop"
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
    type    = "m7i.large"
    minimum = 2
    maximum = 4
  }
}

variable "support_role_name" {
  description = "The role of the support team, which may look at the shop's pods."
  type        = string
  default     = "shop-support"
}

variable "function_versions" {
  description = "Version of each function's signed package in the artifacts bucket, set by the pipeline."
  type        = map(string)
  default = {
    receipts = "3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrH"
    rotate   = "Nx7JdPaQ0YfD5lHcV3xKq1bTz8mGwR2e"
  }
}
