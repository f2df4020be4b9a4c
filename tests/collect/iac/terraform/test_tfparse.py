"""Another evaluator gives the same definite values, where everything is known (and it is installed)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.collect.iac.terraform.planting import declared, plant, read_all

CONFIGURATIONS = {
    "blocks": {
        "main.tf": """
variable "ports" {
  default = [80, 443]
}
locals {
  tags = merge({ a = "x" }, { b = upper("y") })
}
resource "aws_security_group" "sg" {
  count = 2
  name  = "sg-${count.index}"
  tags  = local.tags
  ingress {
    from_port   = 22
    cidr_blocks = ["10.0.0.0/8"]
  }
  dynamic "egress" {
    for_each = var.ports
    content {
      from_port   = egress.value
      cidr_blocks = [cidrsubnet("10.0.0.0/16", 8, egress.key)]
    }
  }
}
resource "aws_s3_bucket" "each" {
  for_each = { logs = true, data = false }
  bucket   = "b-${each.key}"
  acl      = each.value ? "private" : "public-read"
  versioning {
    enabled = each.value
  }
}
"""
    },
    "modules": {
        "main.tf": """
module "m" {
  source   = "./m"
  for_each = toset(["x", "y"])
  name     = each.key
  sizes    = { small = 1, large = 2 }
}
resource "aws_vpc" "v" {
  cidr_block = join("", [for k, m in module.m : m.short if k == "x"])
}
""",
        "m/main.tf": """
variable "name" {}
variable "sizes" { type = map(number) }
variable "on" {
  type    = bool
  default = true
}
locals { doubled = { for k, v in var.sizes : k => v * 2 } }
resource "aws_instance" "i" {
  for_each      = local.doubled
  instance_type = format("t%d.%s", each.value, each.key)
  monitoring    = var.on && each.value > 2
  user_data     = <<-EOT
    #!/bin/sh
    echo ${var.name}
    %{~ if var.on }
    on
    %{~ endif }
  EOT
}
output "short" { value = substr(var.name, 0, 1) }
""",
    },
    "policies": {
        "main.tf": """
resource "aws_iam_policy" "p" {
  name   = replace("a/b/c", "/", "-")
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [for s in ["s3", "ec2"] : { Effect = "Allow", Action = "${s}:*" }]
  })
}
resource "aws_kms_key" "k" {
  description         = coalesce("", "fallback")
  enable_key_rotation = !false
  policy              = yamlencode({ a = [1, 2], b = "x" })
}
"""
    },
}


def bare(value: Any) -> Any:
    """Return a value of the other evaluator without its notes."""
    if isinstance(value, dict):
        return {key: bare(item) for key, item in value.items() if key not in ("__tfmeta", "id", "count", "for_each")}
    return [bare(item) for item in value] if isinstance(value, list) else value


def alike(ours: Any, theirs: Any) -> bool:
    """Compare: the other evaluator gives a single block as an object, and JSON as text."""
    if isinstance(ours, dict | list) and isinstance(theirs, str):
        return alike(ours, json.loads(theirs))
    if isinstance(ours, list) and isinstance(theirs, dict):
        return len(ours) == 1 and alike(ours[0], theirs)
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(alike, ours, theirs))
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return ours.keys() == theirs.keys() and all(alike(ours[key], theirs[key]) for key in ours)
    return bool(ours == theirs)


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_another_evaluator_gives_the_same_values(tmp_path: Path, name: str) -> None:
    tfparse = pytest.importorskip("tfparse", reason="tfparse is not installed: nothing to compare with")
    plant(tmp_path, CONFIGURATIONS[name])

    loaded = tfparse.load_from_path(str(tmp_path), stop_on_hcl_error=True)

    theirs = {
        item["__tfmeta"]["path"]: bare(item)
        for items in loaded.values()
        for item in items
        if item["__tfmeta"].get("type") == "resource"
    }
    ours = {address: each for address, each in declared(read_all(tmp_path)[""]).items() if each.type.startswith("aws_")}
    assert ours.keys() == theirs.keys()
    for address, each in ours.items():
        assert alike(each.value, theirs[address]), (address, each.value, theirs[address])
