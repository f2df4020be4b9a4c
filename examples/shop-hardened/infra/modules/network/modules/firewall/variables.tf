variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "network_id" {
  description = "The network the groups belong to."
  type        = string
}

variable "groups" {
  description = "Security groups, what each lets in and what each may reach: addresses, or other groups by name."
  type = map(object({
    description = string
    ingress = map(object({
      port     = number
      protocol = optional(string, "tcp")
      cidrs    = optional(list(string), [])
      from     = optional(list(string), [])
    }))
    egress = map(object({
      port      = number
      protocol  = optional(string, "tcp")
      to_groups = list(string)
    }))
  }))
}
