"""The files that the sample report is about: small, believable, and in part hostile."""

from __future__ import annotations

from pathlib import Path

HOSTILE_FILE = "deploy/evil\n::error::\x1b[31mname.yaml"

SOURCES = {
    "infra/main.tf": """\
module "store" {
  source = "./modules/store"
  name   = "customers"
}

module "net" {
  for_each = toset(["eu.west"])
  source   = "./modules/net"
}
""",
    "infra/modules/store/main.tf": """\
variable "name" {}

resource "aws_s3_bucket" "data" {
  bucket        = var.name
  force_destroy = true

  tags = {
    team = "orders"
  }
  acl = "public-read"
}
""",
    "infra/modules/net/main.tf": """\
module "edge" {
  source = "../edge"
  vpc    = aws_vpc.main.id
}
""",
    "infra/modules/edge/main.tf": """\
resource "aws_security_group" "admin" {
  count = 1
  ingress {
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
}
""",
    "infra/database.tf": """\
resource "aws_db_instance" "orders" {
  engine            = "postgres"
  storage_encrypted = false
  password          = "hunter2-in-the-open"
}

resource "aws_db_instance" "audit" {
  engine = "postgres"
}
""",
    "legacy/stack.yaml": """\
Resources:
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicReadWrite
""",
    "deploy/web.yaml": """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          image: shop/web:latest
          securityContext:
            privileged: true
""",
    "services/cart/Dockerfile": """\
FROM python:3.12-slim
COPY . /app
CMD ["python", "/app/main.py"]
""",
    ".github/workflows/ci.yml": """\
on: [push]
jobs:
  build:
    steps:
      - uses: actions/checkout@v4
      - uses: someone/deploy@main
""",
    "compose.yaml": """\
services:
  db:
    environment:
      POSTGRES_PASSWORD: correct-horse-battery
""",
}


def line_of(file: str, part: str) -> int:
    """Return the number of the first line that holds `part`."""
    lines = SOURCES[file].splitlines()
    return next(number for number, line in enumerate(lines, start=1) if part in line)


def write_sources(root: Path) -> Path:
    """Write the files below `root`, and return it."""
    for file, text in SOURCES.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
