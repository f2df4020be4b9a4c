"""Modules: local, downloaded, missing, called in circles; and how names pass through them."""

from __future__ import annotations

import json
import os
from pathlib import Path

from bartizan.core.truth import Ref, Unknown
from tests.collect.iac.terraform.planting import declared, plant, read, read_all, values

INNER = """variable "name" {}
resource "t" "x" {
  name = var.name
  at   = path.module
}
output "id" { value = t.x.id }
"""


def call(source: str, more: str = "") -> str:
    return f'module "m" {{\n  source = "{source}"\n  name   = "given"\n{more}}}\n'


def test_outputs_lead_to_the_resources_of_the_module(tmp_path: Path) -> None:
    main = call("./m") + 'resource "t" "y" {\n  x = module.m.id\n}\n'

    found = values(tmp_path, main, m__main_tf=INNER)

    address = "module.m.t.x"
    assert found[address] == {"name": "given", "at": "m"}
    assert found["t.y"]["x"] == Ref(f"known after apply: {address}.id", address=address, attribute="id")


def test_instances_of_modules_are_indexed_and_can_be_gone_through(tmp_path: Path) -> None:
    main = (
        call("./m", "  for_each = { a = 1, b = 2 }\n")
        + 'module "n" {\n  source = "./m"\n  count = 2\n  name = count.index\n}\n'
        + 'resource "t" "y" {\n  all = { for k, m in module.m : k => m.id }\n  one = module.m["b"].id\n'
        + "  list = module.n[*].id\n}\n"
    )

    found = values(tmp_path, main, m__main_tf=INNER)

    assert found["module.n[1].t.x"]["name"] == 1
    assert {key: each.address for key, each in found["t.y"]["all"].items()} == {
        "a": 'module.m["a"].t.x',
        "b": 'module.m["b"].t.x',
    }
    assert found["t.y"]["one"].address == 'module.m["b"].t.x'
    assert [each.address for each in found["t.y"]["list"]] == ["module.n[0].t.x", "module.n[1].t.x"]


def test_module_that_is_not_downloaded_is_a_gap_and_a_resource_with_its_arguments(tmp_path: Path) -> None:
    main = (
        'resource "aws_s3_bucket" "b" {}\n'
        'module "vpc" {\n  source  = "terraform-aws-modules/vpc/aws"\n  version = "5.0.0"\n'
        "  bucket  = aws_s3_bucket.b.id\n}\n"
        'resource "t" "y" {\n  subnets = module.vpc.private_subnets\n}\n'
    )

    reading = read(tmp_path, {"main.tf": main})

    found = declared(reading)
    assert found["module.vpc"].type == "module"
    assert found["module.vpc"].value["version"] == "5.0.0"
    assert found["module.vpc"].value["bucket"].address == "aws_s3_bucket.b"
    assert found["t.y"].value["subnets"].address == "module.vpc"
    assert found["t.y"].value["subnets"].attribute == "private_subnets"
    (gap,) = reading.gaps
    assert (gap.file, gap.line, gap.about) == ("main.tf", 2, "module.vpc")
    assert "terraform init" in gap.why
    assert "terraform-aws-modules/vpc/aws" in gap.why


def test_gaps_name_each_instance_of_a_missing_module_and_none_that_is_not_called(tmp_path: Path) -> None:
    main = (
        'module "a" {\n  source = "x/y/z"\n  for_each = toset(["p", "q"])\n}\n'
        'module "b" {\n  source = "x/y/z"\n  count = 0\n}\n'
    )

    reading = read(tmp_path, {"main.tf": main})

    assert {gap.about for gap in reading.gaps} == {'module.a["p"]', 'module.a["q"]'}
    assert {gap.about for gap in reading.gaps} <= set(declared(reading))


def downloaded(root: Path, entries: dict[str, str]) -> None:
    modules = [{"Key": key, "Source": "x", "Dir": directory} for key, directory in entries.items()]
    plant(root, {".terraform/modules/modules.json": json.dumps({"Modules": modules})})


def test_downloaded_modules_are_read_where_the_manifest_says(tmp_path: Path) -> None:
    inner = INNER + 'module "deep" {\n  source = "x/y/z"\n  name = "deep"\n}\nmodule "near" {\n  source = "./near"\n}\n'
    plant(
        tmp_path,
        {
            "app/main.tf": call("org/m/aws"),
            "app/.terraform/modules/m/main.tf": inner,
            "app/.terraform/modules/m/near/main.tf": 'resource "t" "near" {}\n',
            "app/.terraform/modules/m.deep/sub/main.tf": INNER,
        },
    )
    downloaded(
        tmp_path / "app",
        {"": ".", "m": ".terraform/modules/m", "m.deep": ".terraform/modules/m.deep/sub"},
    )

    reading = read_all(tmp_path)["app"]

    assert reading.gaps == []
    found = declared(reading)
    assert found["module.m.t.x"].value == {"name": "given", "at": ".terraform/modules/m"}
    assert found["module.m.module.deep.t.x"].value["name"] == "deep"
    assert "module.m.module.near.t.near" in found
    assert "app/.terraform/modules/m.deep/sub/main.tf" in reading.also


def test_manifest_does_not_lead_out_of_the_scanned_directory(tmp_path: Path) -> None:
    plant(tmp_path, {"outside/main.tf": INNER, "scanned/main.tf": call("org/m/aws")})
    downloaded(tmp_path / "scanned", {"m": "../outside"})
    os.symlink(tmp_path / "outside", tmp_path / "scanned/.terraform/modules/link")

    assert [gap.about for gap in read_all(tmp_path / "scanned")[""].gaps] == ["module.m"]

    downloaded(tmp_path / "scanned", {"m": ".terraform/modules/link"})
    assert [gap.about for gap in read_all(tmp_path / "scanned")[""].gaps] == ["module.m"]


def test_manifest_that_is_broken_is_told(tmp_path: Path) -> None:
    plant(tmp_path, {"main.tf": call("org/m/aws"), ".terraform/modules/modules.json": "{"})

    why = [gap.why for gap in read_all(tmp_path)[""].gaps]

    assert any("run `terraform init` again" in each for each in why)


def test_local_source_that_is_missing_or_outside_is_told(tmp_path: Path) -> None:
    reading = read(tmp_path, {"main.tf": call("./none") + call("../../etc").replace('"m"', '"n"')})

    by_address = {gap.about: gap.why for gap in reading.gaps}
    assert "has no files of Terraform" in by_address["module.m"]
    assert "outside of the scanned directory" in by_address["module.n"]


def test_source_may_be_a_constant_expression(tmp_path: Path) -> None:
    """OpenTofu evaluates sources early."""
    main = 'locals {\n  dir = "./m"\n}\nmodule "m" {\n  source = local.dir\n  name = "x"\n}\n'

    plant(tmp_path, {"main.tf": main, "m/main.tf": INNER})

    assert "module.m.t.x" in declared(read_all(tmp_path)[""])


def test_modules_that_multiply_without_end_are_bounded(tmp_path: Path) -> None:
    files = {"main.tf": 'module "a" {\n  source = "./m0"\n}\n'}
    for depth in range(30):
        files[f"m{depth}/main.tf"] = "".join(
            f'module "{name}" {{\n  source = "../m{depth + 1}"\n}}\n' for name in ("a", "b")
        )
    files["m30/main.tf"] = 'resource "t" "x" {}\n'

    reading = read(tmp_path, files)

    assert any("deeper or more often" in gap.why for gap in reading.gaps)


def test_arguments_that_are_null_fall_back_to_defaults_of_variables_that_are_not_nullable(tmp_path: Path) -> None:
    inner = (
        'variable "a" {\n  default = "d"\n  nullable = false\n}\nvariable "b" {\n  default = "d"\n}\n'
        'resource "t" "x" {\n  a = var.a\n  b = var.b\n}\n'
    )
    main = 'module "m" {\n  source = "./m"\n  a = null\n  b = null\n}\n'

    assert values(tmp_path, main, m__main_tf=inner)["module.m.t.x"] == {"a": "d", "b": None}


def test_required_variable_that_is_not_given_is_unknown(tmp_path: Path) -> None:
    found = values(tmp_path, 'module "m" {\n  source = "./m"\n}\n', m__main_tf=INNER)

    assert found["module.m.t.x"]["name"] == Unknown(
        'variable "name" has no value: the call of module.m does not set it'
    )


def test_override_files_change_what_others_declare(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        {
            "main.tf": 'resource "t" "x" {\n  a = 1\n  b = 2\n  one { v = 1 }\n  two { v = 1 }\n}\n'
            'variable "v" {\n  default = "old"\n}\noutput "o" { value = 1 }\nlocals { l = 1 }\n',
            "x_override.tf": 'resource "t" "x" {\n  b = "new"\n  one { v = var.v }\n}\n'
            'variable "v" {\n  default = "set"\n}\nlocals { l = 5 }\noutput "o" { value = local.l }\n',
        },
    )

    found = declared(reading)
    assert found["t.x"].value == {"a": 1, "b": "new", "two": [{"v": 1}], "one": [{"v": "set"}]}
    assert found["output.o"].value == {"value": 5}
    assert reading.gaps == []
    assert found["t.x"].spots == {"a": (2, 3), "two/0": (5, 3), "two/0/v": (5, 9)}
    assert found["t.x"].locate("b") == found["t.x"].place
