module "bucket" {
  source   = "./modules/bucket"
  for_each = var.buckets

  name           = "${var.name}-${each.key}-${var.account_id}"
  class          = each.value.class
  public         = each.value.public
  reader_account = each.value.partner_reads ? var.partner_account_id : null
}

module "database" {
  source = "./modules/database"

  name       = var.name
  password   = var.database_password
  network_id = var.network_id
  subnet_ids = var.subnet_ids
  cidrs      = var.database_cidrs
}

resource "aws_secretsmanager_secret" "session" {
  name                    = "${var.name}/session"
  description             = "Signs the customers' session cookies"
  kms_key_id              = var.session_key_id
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret_version" "session" {
  secret_id     = aws_secretsmanager_secret.session.id
  secret_string = var.session_key
}
