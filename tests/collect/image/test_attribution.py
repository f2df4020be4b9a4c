"""Which layer brought each package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bartizan.collect.format import Format, Unit
from bartizan.collect.image.layer.attribution import attributed
from bartizan.collect.package import Package, merged
from bartizan.collect.resource import Reading
from bartizan.collect.tree import IMAGE, Tree, walk
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown
from tests.collect.image.making import digest, file, layer, layout, opened


def units(tree: Tree) -> Iterator[Unit]:
    for root in ("db", "lock"):
        if root in tree.files:
            yield Unit("list", root, (root,))


def read(unit: Unit, tree: Tree) -> Reading:
    text = tree.text(unit.root)
    if text == "broken":
        return Reading(gaps=[Gap(unit.root, "It is broken.")])
    packages = [Package(ecosystem="PyPI", name=line, version="1", place=Place(unit.root)) for line in text.split()]
    return Reading(resources=merged(packages))


FORMAT = Format(id="list", title="A list", units=units, read=read, of=(IMAGE,), wants=lambda entry: True)


def layers_of(tmp_path: Path, *layers: bytes, config: dict[str, Any] | None = None) -> dict[str, tuple[Any, Any]]:
    """Return for each package the position of its layer and whether it is of the base."""
    numbers = {digest(each): number for number, each in enumerate(layers)}
    with opened(layout(tmp_path / "image", *layers, config=config).root) as tree:
        readings = [attributed(FORMAT.read(unit, tree), unit, tree, FORMAT) for unit in FORMAT.units(tree)]
        return {
            each.value["name"]: (numbers.get(each.value["layer"], each.value["layer"]), each.value["from_base"])
            for reading in readings
            for each in reading.resources
        }


def test_a_package_is_of_the_layer_it_came_in_with_and_stayed_since(tmp_path: Path) -> None:
    layers = [layer(file("db", text)) for text in ("a b c", "a b", "a b c d")]
    base = {
        "history": [
            {"created_by": "ADD"},
            {"created_by": "CMD", "empty_layer": True},
            {"created_by": "RUN"},
            {"created_by": "R"},
        ]
    }

    found = layers_of(tmp_path, *layers, layer(file("other")), layer(file("lock", "e")), config=base | {})

    assert {name: number for name, (number, _) in found.items()} == {"a": 0, "b": 0, "c": 2, "d": 2, "e": 4}


def test_it_is_told_whether_the_base_brought_it(tmp_path: Path) -> None:
    texts = [("ADD a", False), ('CMD ["sh"]', True), ("RUN b", False)]
    config = {"history": [{"created_by": text, "empty_layer": empty} for text, empty in texts]}

    found = layers_of(tmp_path, layer(file("db", "a")), layer(file("db", "a b")), config=config)

    assert found == {"a": (0, True), "b": (1, False)}


def test_where_the_base_ends_is_unknown_without_a_history(tmp_path: Path) -> None:
    found = layers_of(tmp_path, layer(file("db", "a")), layer(file("db", "a b")))

    assert found["a"][0] == 0
    assert isinstance(found["a"][1], Unknown)


def test_a_database_that_was_deleted_and_made_anew_starts_anew(tmp_path: Path) -> None:
    found = layers_of(tmp_path, layer(file("db", "a")), layer(file(".wh.db")), layer(file("db", "a b")))

    assert {name: number for name, (number, _) in found.items()} == {"a": 2, "b": 2}


def test_a_lower_layer_that_cannot_be_read_leaves_it_unknown(tmp_path: Path) -> None:
    found = layers_of(tmp_path, layer(file("db", "a")), layer(file("db", "broken")), layer(file("db", "a b")))

    assert isinstance(found["a"][0], Unknown)


def test_of_other_trees_a_reading_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "db").write_text("a")
    tree = walk(tmp_path)
    [unit] = units(tree)
    reading = read(unit, tree)

    assert attributed(reading, unit, tree, FORMAT) is reading
