resource "terraform_data" "overridden" {
  input = "new"
}
locals {
  chain3 = 21
}
