"""Functions that read files, bounded by the scanned directory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bartizan.core.truth import Composite, Unknown
from tests.collect.iac.terraform.planting import declared, plant, read, read_all


def evaluate(tmp_path: Path, expression: str, files: dict[str, str]) -> Any:
    main = f'variable "who" {{}}\nresource "t" "x" {{\n  v = {expression}\n}}\n'
    return declared(read(tmp_path, {"main.tf": main, **files}))["t.x"].value["v"]


FILES = {"a.txt": "text", "sub/b.json": '{"k": 1}', "sub/c.tpl": "Hi ${name}%{ for i in items }, ${i}%{ endfor }"}


@pytest.mark.parametrize(
    ("expression", "gives"),
    [
        ('file("a.txt")', "text"),
        ('file("${path.module}/a.txt")', "text"),
        ('file("${path.cwd}/a.txt")', "text"),
        ('file(abspath("a.txt"))', "text"),
        ('jsondecode(file("./sub/../sub/b.json")).k', 1),
        ('fileexists("a.txt")', True),
        ('fileexists("sub")', False),
        ('fileset("sub", "*")', ["b.json", "c.tpl"]),
        ('fileset(".", "**/*.json")', ["sub/b.json"]),
        ('fileset(".", "{a,z}.txt")', ["a.txt"]),
        ('fileset(".", "[!a]?txt")', []),
        ('filebase64("a.txt")', "dGV4dA=="),
        ('filemd5("a.txt")', "1cb251ec0d568de6a929b520c4aed8d1"),
        ('templatefile("sub/c.tpl", { name = "you", items = ["x", "y"] })', "Hi you, x, y"),
        ('basename("${path.cwd}/x/name.txt")', "name.txt"),
    ],
)
def test_files_of_the_scanned_directory_are_read(tmp_path: Path, expression: str, gives: Any) -> None:
    assert evaluate(tmp_path, expression, FILES) == gives


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ('file("none.txt")', 'there is no file "none.txt"'),
        ('file("/etc/passwd")', "outside of the scanned directory"),
        ('file("../x")', "outside of the scanned directory"),
        ('file(pathexpand("~/.ssh/id_rsa"))', "home directory"),
        ("file(var.who)", 'variable "who"'),
        ('templatefile("sub/c.tpl", { name = "x" })', '"items" does not stand for anything'),
        ('templatefile("bad.tpl", {})', "line 2, column 5"),
        ("basename(path.cwd)", "known only where Terraform runs"),
        ("path.cwd", "known only where Terraform runs"),
    ],
)
def test_files_that_cannot_be_read_are_unknown_with_the_reason(tmp_path: Path, expression: str, why: str) -> None:
    found = evaluate(tmp_path, expression, {**FILES, "bad.tpl": "a\n ${ }"})

    assert isinstance(found, Unknown)
    assert why in found.why


def test_templates_keep_what_is_known_of_unknown_parts(tmp_path: Path) -> None:
    found = evaluate(tmp_path, 'templatefile("sub/c.tpl", { name = var.who, items = ["x"] })', FILES)

    assert isinstance(found, Composite)
    assert found.parts[0] == "Hi "
    assert found.parts[2] == ", x"


def test_names_of_templates_are_their_own(tmp_path: Path) -> None:
    """Reserved words of configurations are ordinary names in a template."""
    found = evaluate(
        tmp_path, 'templatefile("t.tpl", { var = "v", path = { module = "m" } })', {"t.tpl": "${var}${path.module}"}
    )

    assert found == "vm"


def test_template_that_renders_itself_ends(tmp_path: Path) -> None:
    found = evaluate(tmp_path, 'templatefile("t.tpl", {})', {"t.tpl": 'x${templatefile("t.tpl", {})}'})

    assert isinstance(found, Unknown)


def test_paths_in_modules_are_relative_to_the_root_module(tmp_path: Path) -> None:
    plant(
        tmp_path,
        {
            "app/main.tf": 'module "m" {\n  source = "../lib/m"\n}\n',
            "lib/m/main.tf": 'resource "t" "x" {\n  at = path.module\n  v = file("${path.module}/f.txt")\n}\n',
            "lib/m/f.txt": "found",
        },
    )

    reading = read_all(tmp_path)["app"]

    assert declared(reading)["module.m.t.x"].value == {"at": "../lib/m", "v": "found"}
    assert reading.also == ("lib/m/f.txt",)
