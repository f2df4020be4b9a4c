variable "name" {
  type     = string
  nullable = false
  default  = "unnamed"
}
variable "size" {
  type    = string
  default = null
}
variable "extra" {
  type    = object({ port = optional(number, 1), host = optional(string, "localhost") })
  default = {}
}
locals {
  shown = "${var.name}:${var.size == null ? "none" : var.size}"
}
resource "terraform_data" "leaf" {
  input            = local.shown
  triggers_replace = [var.extra, path.module]
}
output "shown" { value = local.shown }
output "all" { value = { name = var.name, extra = var.extra, input = terraform_data.leaf.input } }
