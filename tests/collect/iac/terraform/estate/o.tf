resource "terraform_data" "overridden" {
  input            = "old"
  triggers_replace = "kept"
}
