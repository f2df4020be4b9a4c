variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "region" {
  description = "Where the network is."
  type        = string
}

variable "account_id" {
  description = "The account of the network."
  type        = string
}

variable "cidr" {
  description = "Addresses of the network."
  type        = string
}

variable "zones" {
  description = "Availability zones, by a short name."
  type        = map(string)
}

variable "firewall" {
  description = "Security groups, what each lets in and what each may reach."
  type        = any
}

variable "key_arn" {
  description = "Encrypts the flow logs."
  type        = string
}
