"""Which files are manifests, which are read together, and how copies of an object are told apart."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from bartizan.collect.iac.kubernetes import FORMAT
from bartizan.collect.tree import HEAD, Tree, walk
from tests.collect.iac.planting import by_address, plant, read_all

NETPOL = Path(__file__).resolve().parents[4] / "shared" / "data" / "netpol"


def manifest(kind: str = "ConfigMap", name: str = "a", version: str = "v1") -> str:
    return f"apiVersion: {version}\nkind: {kind}\nmetadata: {{name: {name}}}\n"


def files_of(tree: Tree) -> dict[str, tuple[str, ...]]:
    return {unit.root: unit.files for unit in FORMAT.units(tree)}


def test_the_topmost_directory_with_manifests_is_a_unit(tmp_path: Path) -> None:
    tree = plant(
        tmp_path,
        {
            "README.md": manifest(),
            "k8s/a.yaml": manifest(),
            "k8s/rbac/b.yml": manifest(),
            "other/deep/c.json": json.dumps({"apiVersion": "v1", "kind": "Pod"}),
            "other/d/e.yaml": manifest(),
        },
    )

    assert files_of(tree) == {
        "k8s": ("k8s/a.yaml", "k8s/rbac/b.yml"),
        "other/d": ("other/d/e.yaml",),
        "other/deep": ("other/deep/c.json",),
    }


@pytest.mark.parametrize(
    "text",
    [
        manifest(),
        "# a comment\n---\nkind: Pod\napiVersion: v1\n",
        "\ufeffapiVersion: v1\nkind: Pod\n",
        '{"apiVersion": "v1", "kind": "Pod"}',
        '{\n  "metadata": {"kind": "x"},\n  "kind" : "Pod",\n  "apiVersion": "apps/v1beta2"\n}',
        "apiVersion: {{ .Values.version }}\nkind: Pod\n",
    ],
)
@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_manifests_are_recognised(text: str, name: str, tmp_path: Path) -> None:
    assert files_of(plant(tmp_path, {name: text})) == {"": (name,)}


def test_manifests_in_utf_16_are_recognised(tmp_path: Path) -> None:
    tree = plant(tmp_path, {"a.yaml": manifest().encode("utf-16")})

    assert list(by_address(read_all(FORMAT, tree))) == ["default/ConfigMap/a"]


@pytest.mark.parametrize(
    "text",
    [
        "services:\n  kind: a\n  apiVersion: b\n",
        "name: chart\napiVersion: v2\n",
        "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n",
        '{"resources": [{"apiVersion": "v1", "kind": "Pod"}]}',
        '{"apiVersion": "2021-01-01", "kind": "StorageV2"}',
        '{"properties": {"apiVersion": {"type": "string"}, "kind": {"type": "string"}}}',
        "\0\1\2apiVersion: v1\nkin",
        "",
    ],
)
def test_other_files_are_not(text: str, tmp_path: Path) -> None:
    assert files_of(plant(tmp_path, {"a.yaml": text, "b.json": text})) == {}


def test_a_list_whose_kind_stands_behind_its_items_is_recognised(tmp_path: Path) -> None:
    items = f"- {{apiVersion: v1, kind: Pod, metadata: {{name: {'a' * 200}}}}}\n" * (HEAD // 200)
    values = {"apiVersion": "v1", "items": [{"x": "y" * HEAD}], "kind": "List"}
    tree = plant(tmp_path, {"a.yaml": f"apiVersion: v1\nitems:\n{items}kind: List\n", "b.json": json.dumps(values)})

    assert files_of(tree) == {"": ("a.yaml", "b.json")}


def test_templates_and_subcharts_of_a_chart_are_left_to_helm(tmp_path: Path) -> None:
    tree = plant(
        tmp_path,
        {
            "chart/Chart.yaml": "apiVersion: v2\nname: a\n",
            "chart/templates/a.yaml": manifest(),
            "chart/templates/sub/a.yaml": manifest(),
            "chart/charts/b/templates/a.yaml": manifest(),
            "chart/crds/a.yaml": manifest(),
            "templates/a.yaml": manifest(),
        },
    )

    assert files_of(tree) == {"chart/crds": ("chart/crds/a.yaml",), "templates": ("templates/a.yaml",)}


def test_copies_in_different_directories_carry_the_directory(tmp_path: Path) -> None:
    tree = plant(
        tmp_path,
        {
            "k8s/rbac.yaml": manifest("ServiceAccount"),
            "k8s/dev/a.yaml": manifest(),
            "k8s/prod/a.yaml": manifest(),
            "k8s/prod/b.yaml": manifest(name="b"),
        },
    )

    assert sorted(by_address(read_all(FORMAT, tree))) == [
        "default/ConfigMap/b",
        "default/ServiceAccount/a",
        "dev:default/ConfigMap/a",
        "prod:default/ConfigMap/a",
    ]


def test_a_copy_in_the_root_has_the_plain_address(tmp_path: Path) -> None:
    tree = plant(tmp_path, {"a.yaml": manifest(), "prod/a.yaml": manifest()})

    assert sorted(by_address(read_all(FORMAT, tree))) == ["default/ConfigMap/a", "prod:default/ConfigMap/a"]


def test_copies_in_one_directory_carry_the_file(tmp_path: Path) -> None:
    tree = plant(tmp_path, {"k8s/v1.yaml": manifest(), "k8s/v2.yaml": manifest()})

    assert sorted(by_address(read_all(FORMAT, tree))) == [
        "v1.yaml:default/ConfigMap/a",
        "v2.yaml:default/ConfigMap/a",
    ]


def test_objects_of_one_name_in_two_groups_carry_their_group(tmp_path: Path) -> None:
    text = f"{manifest('Cluster', version='a.io/v1')}---\n{manifest('Cluster', version='b.io/v1')}"

    reading = read_all(FORMAT, plant(tmp_path, {"a.yaml": text}))

    assert sorted(by_address(reading)) == ["Cluster.a.io/a", "Cluster.b.io/a"]
    assert reading.gaps == []


def test_a_file_that_is_too_large_is_a_gap_and_the_rest_is_read(tmp_path: Path) -> None:
    plant(tmp_path, {"small.yaml": manifest(), "large.yaml": manifest(name="b") + "# x\n" * 1_000})
    tree = walk(tmp_path, limit=1_000)

    reading = read_all(FORMAT, tree)

    assert list(by_address(reading)) == ["default/ConfigMap/a"]
    assert [(gap.file, "--max-file-size" in gap.why) for gap in reading.gaps] == [("large.yaml", True)]


def test_a_file_that_is_not_text_is_a_gap(tmp_path: Path) -> None:
    tree = plant(tmp_path, {"a.yaml": manifest().encode() + b"\xff\xfe", "b.yaml": manifest().encode() + b"\0"})

    reading = read_all(FORMAT, tree)

    assert reading.resources == []
    assert ["UTF-8" in reading.gaps[0].why, "binary" in reading.gaps[1].why] == [True, True]


def test_a_file_that_disappears_is_a_gap(tmp_path: Path) -> None:
    tree = plant(tmp_path, {"a.yaml": manifest()})
    units = list(FORMAT.units(tree))
    (tmp_path / "a.yaml").unlink()

    reading = FORMAT.read(units[0], tree)

    assert len(reading.gaps) == 1


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(manifest())
    (tmp_path / "in").mkdir()
    os.symlink(outside, tmp_path / "in" / "a.yaml")

    assert files_of(walk(tmp_path / "in")) == {}


@pytest.mark.skipif(not NETPOL.is_dir(), reason="the recorded clusters are not beside this repository")
def test_recorded_clusters_are_read_without_a_gap() -> None:
    tree = walk(NETPOL)

    reading = read_all(FORMAT, tree)

    assert reading.gaps == []
    assert len(reading.resources) == 480
    assert len(list(FORMAT.units(tree))) == 25
