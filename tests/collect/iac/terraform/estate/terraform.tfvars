environment = "prod"
loose       = 12.50
