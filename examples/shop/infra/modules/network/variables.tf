variable "name" {
  description = "Prefix of every name."
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

variable "nat_enabled" {
  description = "Give the private subnets a way out."
  type        = bool
}

variable "firewall" {
  description = "Security groups and what each lets in."
  type        = any
}
