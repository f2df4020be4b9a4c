"""Lock files: where they count, how they are read, and who needs whom in them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.dependencies import reached, relate
from bartizan.collect.lockfile import LockFile, beside, named, of_sources, opened, reading, under, upwards
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree
from bartizan.collect.xml import XmlError, parsed
from bartizan.core.place import Place
from tests.collect.packages.planted import planted


def package(name: str) -> Package:
    return Package(ecosystem="npm", name=name, version="1", place=Place("f"))


def test_lock_file_of_something_installed_does_not_count_in_an_image() -> None:
    assert of_sources("app/Cargo.lock", IMAGE)
    assert not of_sources("app/node_modules/x/Cargo.lock", IMAGE)
    assert not of_sources("usr/share/doc/x/Cargo.lock", ROOTFS)
    assert of_sources("usr/share/doc/x/Cargo.lock", DIRECTORY)


def test_files_are_found_by_their_whole_name() -> None:
    tree = Tree(Path("/nowhere"), ("a/go.mod", "a/not-go.mod", "go.mod"))

    assert list(named(tree, "go.mod")) == ["a/go.mod", "go.mod"]


def test_paths_beside_and_above() -> None:
    assert beside("a/b", "c") == "a/c"
    assert beside("b", "c") == "c"
    assert list(upwards("a/b/c")) == ["a/b", "a", ""]
    assert under("", "c") == "c"


def test_mark_of_a_conflict_is_told_with_its_line() -> None:
    lock = opened(planted({"x.lock": "a\n<<<<<<< HEAD\n"}), "x.lock")

    assert not lock.readable
    assert [gap.line for gap in lock.gaps] == [2]


def test_half_of_a_surrogate_pair_is_no_text_to_keep() -> None:
    lock = LockFile("f", '{"a": "\\ud800", "b": "\\ud83d\\ude00"}')

    assert lock.json() == {"a": "?", "b": "😀"}


def test_gaps_of_one_file_are_bounded() -> None:
    lock = LockFile("f")
    for number in range(100):
        lock.gap(f"Entry {number}.")

    assert len(lock.gaps) == 21
    assert "More entries" in lock.gaps[-1].why


def test_lines_are_those_of_the_first_match() -> None:
    lock = LockFile("f", 'x\nname = "a"\n\nname = "b"\nname = "a"\n')

    assert lock.lines(re.compile(r'^name = "(\w)"', re.MULTILINE)) == {"a": 2, "b": 4}


def test_name_that_no_package_url_can_hold_is_a_gap() -> None:
    found = reading([package("good"), package("@bad/")], [])

    assert [resource.address for resource in found.resources] == ["good@1"]
    assert "no name of a package" in found.gaps[0].why


def test_xml_tells_lines_and_drops_namespaces() -> None:
    root = parsed('<a:x xmlns:a="u">\n <b c="1"> t </b>\n</a:x>')

    assert (root.name, root.children[0].line, root.said("b")) == ("x", 2, "t")
    assert root.children[0].attributes == {"c": "1"}


def test_xml_that_is_cut_tells_where() -> None:
    with pytest.raises(XmlError) as caught:
        parsed("<a>\n<b>")

    assert caught.value.line == 2


def test_what_production_needs_anywhere_is_not_for_development() -> None:
    packages = {name: package(name) for name in "abcd"}
    relate(packages, {"a": {"c"}, "b": {"c", "d"}, "d": {"d"}}, {"a", "b"}, {"a"})

    assert {name: each.development for name, each in packages.items()} == {"a": False, "b": True, "c": False, "d": True}
    assert packages["c"].needed_by == {"a@1", "b@1"}
    assert packages["d"].needed_by == {"b@1"}
    assert (packages["a"].direct, packages["c"].direct) == (True, False)


def test_what_nobody_asks_for_is_not_known_to_be_for_development() -> None:
    packages = {"a": package("a")}
    relate(packages, {}, set(), set())

    assert packages["a"].development is NOT_TOLD


@given(st.dictionaries(st.integers(0, 9), st.frozensets(st.integers(0, 9))), st.sets(st.integers(0, 9)))
def test_reaching_further_reaches_nothing_new(edges: dict[int, frozenset[int]], start: set[int]) -> None:
    names = {str(key): {str(need) for need in needs} for key, needs in edges.items()}
    found = reached({str(each) for each in start}, names)

    assert reached(found, names) == found
    assert all(names.get(each, set()) <= found for each in found)
