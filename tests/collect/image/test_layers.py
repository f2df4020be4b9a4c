"""What layers come to, one on top of the other."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from bartizan.collect.format import Entry, Wanted
from bartizan.collect.image.layer.files import at, image_files, layer_of, removed, versions
from bartizan.collect.tree import IMAGE, Tree, Unreadable
from tests.collect.image.making import contents, digest, file, folder, hard_link, layer, layout, opened, symlink


def left(tmp_path: Path, *layers: bytes) -> dict[str, bytes]:
    """Return the files that are left of layers, and hold that nothing went wrong."""
    with opened(layout(tmp_path / "image", *layers).root) as tree:
        assert tree.gaps == ()
        return contents(tree)


def test_an_upper_layer_wins(tmp_path: Path) -> None:
    assert left(tmp_path, layer(file("a", "1"), file("b", "1")), layer(file("a", "2"))) == {"a": b"2", "b": b"1"}


def test_a_whiteout_removes_a_file(tmp_path: Path) -> None:
    assert left(tmp_path, layer(file("d/a"), file("d/b")), layer(file("d/.wh.a"))) == {"d/b": b""}


def test_a_whiteout_removes_a_directory_with_all_in_it(tmp_path: Path) -> None:
    assert left(tmp_path, layer(file("d/e/a"), file("da")), layer(file(".wh.d"))) == {"da": b""}


def test_a_whiteout_leaves_what_its_own_layer_brings(tmp_path: Path) -> None:
    """Whatever stands first in the archive: whiteouts are about the layers below."""
    upper = layer(file("d/new", "2"), file(".wh.d"), file("a", "2"), file(".wh.a"))

    assert left(tmp_path, layer(file("d/old"), file("a", "1")), upper) == {"d/new": b"2", "a": b"2"}


def test_an_opaque_directory_hides_what_is_below(tmp_path: Path) -> None:
    upper = layer(folder("d"), file("d/.wh..wh..opq"), file("d/new"))

    assert left(tmp_path, layer(file("d/old"), file("d/e/old"), file("other")), upper) == {"d/new": b"", "other": b""}


def test_an_opaque_root_hides_everything(tmp_path: Path) -> None:
    assert left(tmp_path, layer(file("a"), file("d/b")), layer(file(".wh..wh..opq"), file("c"))) == {"c": b""}


def test_the_notes_of_older_engines_remove_nothing(tmp_path: Path) -> None:
    assert left(
        tmp_path, layer(file("a")), layer(folder(".wh..wh.plnk"), file(".wh..wh.plnk/1.2"), file(".wh..wh.aufs"))
    ) == {"a": b""}


def test_a_file_in_place_of_a_directory_hides_what_was_in_it(tmp_path: Path) -> None:
    assert left(tmp_path, layer(file("d/e/a"), file("d/b")), layer(file("d", "file"))) == {"d": b"file"}


def test_a_directory_in_place_of_a_file_hides_it(tmp_path: Path) -> None:
    assert left(tmp_path, layer(file("d", "file")), layer(folder("d"), file("d/a"))) == {"d/a": b""}


def test_a_link_in_place_of_a_directory_hides_what_was_in_it(tmp_path: Path) -> None:
    assert left(tmp_path, layer(file("d/a"), file("e/a")), layer(symlink("d", "/e"))) == {"e/a": b""}


def test_what_a_layer_hides_is_back_when_a_higher_one_brings_it(tmp_path: Path) -> None:
    assert left(tmp_path, layer(file("a", "1")), layer(file(".wh.a")), layer(file("a", "3"))) == {"a": b"3"}


def test_what_was_hidden_stays_so_under_another_layer(tmp_path: Path) -> None:
    layers = (layer(file("d/a")), layer(file(".wh.d")), layer(folder("d"), file("d/b")))

    assert left(tmp_path, *layers) == {"d/b": b""}


def test_a_file_that_is_hidden_itself_still_hides_what_was_below_it(tmp_path: Path) -> None:
    assert left(tmp_path, layer(file("d/a")), layer(file("d", "file")), layer(folder("d"))) == {}


def test_the_last_of_two_files_of_one_name_in_a_layer_counts(tmp_path: Path) -> None:
    assert left(tmp_path, layer(file("a", "1"), file("./a", "2"))) == {"a": b"2"}


def test_names_are_relative_to_the_root_however_they_are_written(tmp_path: Path) -> None:
    layers = layer(file("./a"), file("/b"), file("c//d"), file("e/./f"), file("g/../h"), folder("./"))

    assert sorted(left(tmp_path, layers)) == ["a", "b", "c/d", "e/f", "h"]


def test_a_hard_link_has_the_content_of_its_file(tmp_path: Path) -> None:
    assert left(tmp_path, layer(file("a", "1"), hard_link("b", "a"))) == {"a": b"1", "b": b"1"}


def test_a_hard_link_may_lead_to_a_layer_below(tmp_path: Path) -> None:
    assert left(tmp_path, layer(file("a", "1")), layer(hard_link("b", "a"))) == {"a": b"1", "b": b"1"}


def test_a_hard_link_is_read_though_only_its_own_name_is_wanted(tmp_path: Path) -> None:
    """Package stores keep files under names of digits, and link them to where programs look."""

    def wants(entry: Entry) -> Wanted:
        return entry.path.endswith("package.json")

    stored = layer(file("store/00/1a2b", "{}"), hard_link("app/package.json", "store/00/1a2b"))
    with opened(layout(tmp_path / "image", stored, compression="+gzip").root, wants=wants) as tree:
        assert tree.read("app/package.json") == b"{}"


def test_a_path_through_a_link_of_a_lower_layer_is_where_the_link_leads(tmp_path: Path) -> None:
    lower = layer(folder("usr/bin"), symlink("bin", "usr/bin"), file("usr/bin/old"), file("usr/bin/gone"))

    assert sorted(left(tmp_path, lower, layer(file("bin/new"), file("bin/.wh.gone")))) == ["usr/bin/new", "usr/bin/old"]


def test_links_in_circles_end(tmp_path: Path) -> None:
    layers = layer(symlink("a", "b"), symlink("b", "a"), symlink("c", "c/c/c"), file("a/x"), file("c/y"))

    assert sorted(left(tmp_path, layers)) == ["a/x", "c/y"]


def test_a_link_out_of_the_root_stays_in_it(tmp_path: Path) -> None:
    layers = layer(symlink("out", "../../../etc"), file("out/passwd", "inside"))

    assert left(tmp_path, layers) == {"etc/passwd": b"inside"}


def test_devices_and_pipes_are_no_files_but_hide_what_is_below(tmp_path: Path) -> None:
    from tests.collect.image.making import File

    upper = layer(File(name="a", type=b"3"), File(name="b", type=b"6"))

    assert left(tmp_path, layer(file("a"), file("b"), file("c")), upper) == {"c": b""}


@pytest.mark.parametrize("compression", ["", "+gzip", "+zstd"])
def test_layers_may_be_compressed(compression: str, tmp_path: Path) -> None:
    big = bytes(range(256)) * 20_000
    with opened(layout(tmp_path / "image", layer(file("a", big)), compression=compression).root) as tree:
        assert tree.gaps == ()
        assert tree.read("a") == big
        assert tree.head("a") == big[:65536]
        with tree.open("a") as stream:
            stream.seek(5_000_000)
            assert stream.read(10) == big[5_000_000:5_000_010]


def test_a_tree_of_an_image_goes_to_other_processes(tmp_path: Path) -> None:
    with opened(layout(tmp_path / "image", layer(file("a", "1", 0o4755, 7))).root) as tree:
        copy: Tree = pickle.loads(pickle.dumps(tree))

        assert copy.of == IMAGE
        assert copy.read("a") == b"1"
        assert copy.stored.mode("a") == 0o4755
        assert copy.stored.size("a") == 1


def test_the_contents_are_deleted_in_the_end(tmp_path: Path) -> None:
    with opened(layout(tmp_path / "image", layer(file("a", "1"))).root) as tree:
        files = image_files(tree)
        assert files is not None
        spool = files.spool
        assert spool.stat().st_mode & 0o077 == 0

    assert not spool.exists()


def test_a_content_that_nobody_wanted_cannot_be_read(tmp_path: Path) -> None:
    with opened(layout(tmp_path / "image", layer(file("a", "1"))).root, wants=lambda entry: False) as tree:
        assert tree.files == ("a",)
        with pytest.raises(Unreadable, match="cannot be read"):
            tree.read("a")


def test_a_content_is_kept_if_a_mark_occurs_in_it(tmp_path: Path) -> None:
    across = b"x" * ((1 << 20) - 514) + b"needle"  # the mark falls between two pieces of the stream
    files = (file("across", across), file("begin", b"needle" + b"x" * 100_000), file("none", b"x" * 2_000_000))
    with opened(layout(tmp_path / "image", layer(*files)).root, wants=lambda entry: (b"needle",)) as tree:
        assert tree.read("across") == across
        assert tree.read("begin").startswith(b"needle")
        with pytest.raises(Unreadable):
            tree.read("none")


def test_many_marks_are_looked_for_at_once(tmp_path: Path) -> None:
    marks = (*(b"mark %d." % number for number in range(50)), b"\xff\0.*")
    files = (file("a", b"... mark 49. ..."), file("b", b"\0\xff\0.*"), file("c", b"mark 50 \xff\0xx"))
    with opened(layout(tmp_path / "image", layer(*files)).root, wants=lambda entry: marks) as tree:
        assert tree.read("a")
        assert tree.read("b")
        with pytest.raises(Unreadable):
            tree.read("c")


def test_wants_sees_the_path_the_size_the_mode_and_the_head(tmp_path: Path) -> None:
    seen: list[Entry] = []

    def wants(entry: Entry) -> Wanted:
        seen.append(entry)
        return False

    with opened(layout(tmp_path / "image", layer(file("./d/a", b"x" * 70_000, 0o2755))).root, wants=wants):
        assert seen == [Entry("d/a", 70_000, 0o2755, b"x" * 65536)]


def test_what_is_removed_can_still_be_read(tmp_path: Path) -> None:
    layers = (
        layer(file("etc/key.pem", "secret"), file("same", "s"), file("changed", "1")),
        layer(file("etc/.wh.key.pem"), file("same", "s", 0o600), file("changed", "2")),
    )
    with opened(layout(tmp_path / "image", *layers).root) as tree:
        gone = removed(tree)

        assert contents(gone) == {"<layer 1>/etc/key.pem": b"secret", "<layer 1>/changed": b"1"}
        assert layer_of(gone, "<layer 1>/changed") == digest(layers[0])
        assert layer_of(tree, "<layer 1>/changed") == digest(layers[0])
        assert tree.read("<layer 1>/changed") == b"1"
        assert layer_of(tree, "<layer 9>/changed") is None
        assert layer_of(tree, "changed") == digest(layers[1])


def test_the_files_of_a_lower_layer_are_seen_as_they_were(tmp_path: Path) -> None:
    layers = (layer(file("db", "1"), file("x")), layer(file("db", "2")), layer(file(".wh.x")))
    with opened(layout(tmp_path / "image", *layers).root) as tree:
        assert contents(at(tree, 0)) == {"db": b"1", "x": b""}
        assert contents(at(tree, 1)) == {"db": b"2", "x": b""}
        assert contents(at(tree, 2)) == {"db": b"2"}
        assert versions(tree, "db") == (0, 1)
