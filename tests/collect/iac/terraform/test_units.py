"""Which directories are root modules, and which files belong to them."""

from __future__ import annotations

from pathlib import Path

from bartizan.collect.iac.terraform import FORMAT
from bartizan.collect.tree import walk
from tests.collect.iac.terraform.planting import plant, read_all

CALL = 'module "m" {{\n  source = "{}"\n}}\n'


def units(root: Path, files: dict[str, str]) -> dict[str, tuple[str, ...]]:
    plant(root, files)
    return {unit.root: unit.files for unit in FORMAT.units(walk(root))}


def test_directory_that_is_called_is_no_root(tmp_path: Path) -> None:
    found = units(tmp_path, {"app/main.tf": CALL.format("../net"), "net/main.tf": "", "other/x.tf": ""})

    assert found == {"app": ("app/main.tf", "net/main.tf"), "other": ("other/x.tf",)}


def test_root_module_has_its_values_and_the_files_of_its_modules(tmp_path: Path) -> None:
    found = units(
        tmp_path,
        {
            "main.tf": CALL.format("./modules/a"),
            "terraform.tfvars": "",
            "x.auto.tfvars": "",
            "y.auto.tfvars.json": "{}",
            "prod.tfvars": "",
            "modules/a/main.tf": CALL.format("../b"),
            "modules/a/terraform.tfvars": "",
            "modules/b/main.tf.json": "{}",
            "notes.md": "",
        },
    )

    own = ("main.tf", "terraform.tfvars", "x.auto.tfvars", "y.auto.tfvars.json")
    assert found == {"": tuple(sorted((*own, "modules/a/main.tf", "modules/b/main.tf.json")))}


def test_json_files_call_modules_too(tmp_path: Path) -> None:
    found = units(tmp_path, {"a/main.tf.json": '{"module": {"x": {"source": "../b"}}}', "b/main.tf": ""})

    assert list(found) == ["a"]


def test_one_directory_of_a_circle_is_read_with_a_gap(tmp_path: Path) -> None:
    plant(
        tmp_path,
        {
            "a/main.tf": CALL.format("../b") + 'resource "t" "a" {}\n',
            "b/main.tf": CALL.format("../a") + 'resource "t" "b" {}\n',
        },
    )

    readings = read_all(tmp_path)

    assert list(readings) == ["a"]
    assert {r.address for r in readings["a"].resources} == {"t.a", "module.m.t.b", "module.m.module.m"}
    (gap,) = readings["a"].gaps
    assert (gap.file, gap.line, gap.about) == ("b/main.tf", 1, "module.m.module.m")
    assert "break the cycle" in gap.why


def test_module_that_calls_itself_is_a_root_with_a_gap(tmp_path: Path) -> None:
    plant(tmp_path, {"a/main.tf": CALL.format("../a") + 'resource "t" "x" {}'})

    readings = read_all(tmp_path)

    assert {r.address for r in readings["a"].resources} == {"t.x", "module.m"}
    assert len(readings["a"].gaps) == 1


def test_directories_with_tests_only_are_passed_over(tmp_path: Path) -> None:
    assert units(tmp_path, {"tests/a.tftest.hcl": 'run "x" {}', "b.hcl": ""}) == {}


def test_files_of_opentofu_take_the_place_of_terraforms(tmp_path: Path) -> None:
    plant(tmp_path, {"a.tf": 'resource "t" "old" {}', "a.tofu": 'resource "t" "new" {}', "b.tf": 'resource "t" "b" {}'})

    readings = read_all(tmp_path)

    assert [r.address for r in readings[""].resources] == ["t.new", "t.b"]


def test_single_file_can_be_scanned(tmp_path: Path) -> None:
    plant(tmp_path, {"a.tf": 'resource "t" "a" {}', "b.tf": 'resource "t" "b" {}'})

    readings = read_all(tmp_path / "a.tf")

    assert [r.address for r in readings[""].resources] == ["t.a"]


def test_calls_in_comments_and_texts_and_sources_of_other_blocks_call_nothing(tmp_path: Path) -> None:
    """A directory that is wrongly taken for a module would never be read."""
    main = """
# source = "./a"
// source = "./a"
/* module "x" {
  source = "./a"
} */
resource "aws_s3_object" "x" {
  source = "./b"
  text   = "source = \\"./c\\""
}
module "m" { source = "./d" }
module "n" {
  name   = "x" # a comment with "quotes
  source = "./e"
}
"""

    found = units(tmp_path, {"main.tf": main, **{f"{name}/x.tf": "" for name in "abcde"}})

    assert list(found) == ["", "a", "b", "c"]
