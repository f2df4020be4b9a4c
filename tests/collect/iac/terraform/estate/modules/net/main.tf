variable "name" {}
variable "amount" {
  type = number
}
variable "tags" {
  type    = map(string)
  default = {}
}
resource "terraform_data" "member" {
  count = var.amount
  input = merge(var.tags, { Name = "${var.name}-${count.index}", path = path.module })
}
module "leaf" {
  source   = "../leaf"
  for_each = toset(["p", "q"])
  name     = "${var.name}-${each.key}"
  size     = var.amount
}
output "names" { value = terraform_data.member[*].input.Name }
output "count" { value = length(terraform_data.member) }
output "first" { value = try(terraform_data.member[0].input.Name, null) }
output "leaf" { value = { for k, m in module.leaf : k => m.shown } }
