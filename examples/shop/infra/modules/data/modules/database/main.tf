variable "name" {
  description = "Name of the database."
  type        = string
}

variable "password" {
  description = "Password of the master user."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets the database has an address in."
  type        = list(string)
}

variable "network_id" {
  description = "The network of the database."
  type        = string
}

variable "cidrs" {
  description = "Addresses that may connect."
  type        = list(string)
}

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_security_group" "this" {
  name   = "${var.name}-database"
  vpc_id = var.network_id

  dynamic "ingress" {
    for_each = var.cidrs

    content {
      from_port   = 5432
      to_port     = 5432
      protocol    = "tcp"
      cidr_blocks = [ingress.value]
    }
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_parameter_group" "this" {
  name   = "${var.name}-postgres13"
  family = "postgres13"

  parameter {
    name  = "rds.force_ssl"
    value = "0"
  }
}

resource "aws_db_instance" "this" {
  identifier             = var.name
  db_name                = "shop"
  engine                 = "postgres"
  engine_version         = "13.7"
  instance_class         = "db.t3.medium"
  allocated_storage      = 50
  username               = "shop"
  password               = var.password
  db_subnet_group_name   = aws_db_subnet_group.this.name
  parameter_group_name   = aws_db_parameter_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]

  publicly_accessible        = true
  storage_encrypted          = false
  multi_az                   = false
  backup_retention_period    = 0
  deletion_protection        = false
  skip_final_snapshot        = true
  auto_minor_version_upgrade = false
  apply_immediately          = true

  tags = { DataClass = "customer-data" }
}

output "address" {
  description = "Where the database answers."
  value       = aws_db_instance.this.address
}
