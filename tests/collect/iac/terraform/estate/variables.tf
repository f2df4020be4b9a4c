variable "environment" {
  type = string
}
variable "sizes" {
  type    = list(number)
  default = ["1", 2, "3.5"]
}
variable "flags" {
  type    = map(bool)
  default = { a = "true", b = false }
}
variable "names" {
  type    = set(string)
  default = ["b", "a", "b"]
}
variable "pair" {
  type    = tuple([string, number])
  default = [1, "2"]
}
variable "service" {
  type = object({
    name     = string
    port     = optional(number, 8080)
    replicas = optional(number)
    labels   = optional(map(string), { team = "core" })
    probes = optional(list(object({
      path    = string
      timeout = optional(string, "5s")
    })), [])
    nested = optional(object({
      on = optional(bool, true)
    }), {})
  })
  default = {
    name   = "web"
    extra  = "dropped"
    probes = [{ path = "/" }, { path = "/h", timeout = 9 }]
  }
}
variable "anything" {
  type    = any
  default = { list = [1, "a", true], null = null }
}
variable "nothing" {
  type    = string
  default = null
}
variable "loose" {
  default = "12"
}
variable "many" {
  type    = list(any)
  default = [1, "a"]
}
variable "mapped" {
  type    = map(any)
  default = { a = 1, b = "x" }
}
