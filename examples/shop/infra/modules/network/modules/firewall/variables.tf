variable "name" {
  description = "Prefix of every name."
  type        = string
}

variable "network_id" {
  description = "The network the groups belong to."
  type        = string
}

variable "groups" {
  description = "Security groups and what each lets in: from addresses, or from other groups by name."
  type = map(object({
    description = string
    ingress = map(object({
      port     = optional(number, 0)
      to       = optional(number)
      protocol = optional(string, "tcp")
      cidrs    = optional(list(string), [])
      from     = optional(list(string), [])
    }))
  }))
}
