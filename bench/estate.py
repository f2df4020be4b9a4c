"""Writes a Terraform repository of any size: stacks of 500 resources, modules four deep, references across."""

from __future__ import annotations

import random
from pathlib import Path

STACK = 500
"""Resources in one stack, after counts and for_each are expanded."""

BUCKET = """
variable "name" {}
variable "key" {}
variable "versioned" { default = true }

resource "aws_s3_bucket" "this" {
  bucket = var.name
  tags   = { Name = var.name }
}

module "protection" {
  source    = "../protection"
  bucket    = aws_s3_bucket.this.id
  key       = var.key
  versioned = var.versioned
}

output "arn" { value = aws_s3_bucket.this.arn }
"""
PROTECTION = """
variable "bucket" {}
variable "key" {}
variable "versioned" {}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = var.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = var.bucket
  versioning_configuration {
    status = var.versioned ? "Enabled" : "Suspended"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = var.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = var.key
    }
  }
}
"""
STORAGE = """
variable "service" {}
variable "kinds" { default = ["data", "logs"] }

resource "aws_kms_key" "this" {
  description         = "for ${var.service}"
  enable_key_rotation = true
}

module "bucket" {
  source    = "../bucket"
  for_each  = toset(var.kinds)
  name      = "${var.service}-${each.key}"
  key       = aws_kms_key.this.arn
  versioned = each.key == "data"
}

output "arns" { value = { for kind, bucket in module.bucket : kind => bucket.arn } }
"""
SERVICE = """
variable "name" {}
variable "subnets" {}
variable "group" {}
variable "ports" { default = [443, 8443] }

module "storage" {
  source  = "../storage"
  service = var.name
}

resource "aws_iam_role" "this" {
  name               = var.name
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "this" {
  role   = aws_iam_role.this.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [for kind, arn in module.storage.arns : { Effect = "Allow", Action = ["s3:GetObject"], Resource = "${arn}/*" }]
  })
}

resource "aws_security_group" "this" {
  name   = var.name
  vpc_id = var.group
  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
}

resource "aws_lambda_function" "this" {
  count         = 4
  function_name = "${var.name}-${count.index}"
  role          = aws_iam_role.this.arn
  handler       = "main.handler"
  runtime       = "python3.12"
  vpc_config {
    subnet_ids         = var.subnets
    security_group_ids = [aws_security_group.this.id]
  }
}

resource "aws_cloudwatch_log_group" "this" {
  count             = 4
  name              = "/aws/lambda/${aws_lambda_function.this[count.index].function_name}"
  retention_in_days = 30
}
"""
PER_SERVICE = 20
"""Resources of one service: 1 key, 2 x 4 of buckets, role, policy, group, 4 functions, 4 log groups."""


def write(root: Path, resources: int, seed: int = 7) -> int:
    """Write a repository of about so many resources; returns how many they are."""
    chance = random.Random(seed)
    for name, text in (("bucket", BUCKET), ("protection", PROTECTION), ("storage", STORAGE), ("service", SERVICE)):
        _write(root / "modules" / name / "main.tf", text)
    total = 0
    for number in range(max(1, resources // STACK)):
        total += _stack(root / "stacks" / f"team-{number:03}", number, min(STACK, resources), chance)
    return total


def _stack(folder: Path, number: int, size: int, chance: random.Random) -> int:
    services = max(1, size // PER_SERVICE // 2)
    names = ", ".join(f'"svc-{number}-{each}"' for each in range(services))
    _write(
        folder / "variables.tf",
        'variable "region" { default = "eu-west-1" }\nvariable "zones" { default = ["a", "b", "c"] }\n',
    )
    _write(folder / "network.tf", NETWORK)
    _write(
        folder / "services.tf",
        f"locals {{\n  services = toset([{names}])\n}}\n\n"
        'module "service" {\n  source   = "../../modules/service"\n  for_each = local.services\n'
        "  name     = each.key\n  subnets  = values(aws_subnet.private)[*].id\n  group    = aws_vpc.main.id\n}\n",
    )
    plain = size - services * PER_SERVICE - 5
    for part in range(0, plain, 50):
        _write(
            folder / f"part-{part // 50}.tf",
            "".join(_plain(each, chance) for each in range(part, min(part + 50, plain))),
        )
    return size


NETWORK = """
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  for_each          = toset(var.zones)
  vpc_id            = aws_vpc.main.id
  availability_zone = "${var.region}${each.key}"
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, index(var.zones, each.key))
}

resource "aws_security_group" "shared" {
  vpc_id = aws_vpc.main.id
}
"""


def _plain(number: int, chance: random.Random) -> str:
    return chance.choice(_PLAIN).format(n=number, flag=chance.choice(("true", "false")))


_PLAIN = (
    'resource "aws_sqs_queue" "q{n}" {{\n  name                    = "queue-{n}"\n  sqs_managed_sse_enabled = {flag}\n}}\n\n',
    'resource "aws_sns_topic" "t{n}" {{\n  name = "topic-{n}"\n}}\n\n',
    'resource "aws_ebs_volume" "v{n}" {{\n  availability_zone = "${{var.region}}a"\n  size              = 10 + {n}\n'
    "  encrypted         = {flag}\n}}\n\n",
    'resource "aws_instance" "i{n}" {{\n  ami                    = "ami-0123456789abcdef0"\n  instance_type          = "t3.micro"\n'
    '  subnet_id              = aws_subnet.private["a"].id\n  vpc_security_group_ids = [aws_security_group.shared.id]\n'
    '  metadata_options {{\n    http_tokens = "required"\n  }}\n}}\n\n',
    'resource "aws_dynamodb_table" "d{n}" {{\n  name         = "table-{n}"\n  billing_mode = "PAY_PER_REQUEST"\n'
    '  hash_key     = "id"\n  attribute {{\n    name = "id"\n    type = "S"\n  }}\n'
    "  point_in_time_recovery {{\n    enabled = {flag}\n  }}\n}}\n\n",
    'resource "aws_db_instance" "r{n}" {{\n  identifier        = "db-{n}"\n  engine            = "postgres"\n'
    '  instance_class    = "db.t3.micro"\n  storage_encrypted = {flag}\n  vpc_security_group_ids = [aws_security_group.shared.id]\n}}\n\n',
)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
