"""Arrays that are kept come back as they were, or not at all."""

from __future__ import annotations

import json
import shutil
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.paths import keeping
from bartizan.paths.arrays import Arrays, nothing
from bartizan.paths.keeping import Unreadable, checksum, kept, load, save
from bartizan.paths.reachable import reach
from tests.paths.graphs import arrays

GRAPH = arrays(3000, [(at, (at * 7) % 3000, at, 1) for at in range(3000)])
FILES = [*keeping._IDS, *keeping._GRAPH]


def same(one: Arrays, two: Arrays) -> bool:
    parts = ((getattr(one, name), getattr(two, name)) for name in keeping._GRAPH)
    return list(one.ids) == list(two.ids) and one.steps == two.steps and all(np.array_equal(*pair) for pair in parts)


def other() -> Arrays:
    return arrays(2, [(0, 1, 0, 1)])


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    save(GRAPH, tmp_path / "deep" / "arrays", "key")

    found = load(tmp_path / "deep" / "arrays", "key")

    assert same(found, GRAPH)
    assert not found.ends.flags.writeable
    assert reach(found, np.zeros(1, np.int32)).tolist() == reach(GRAPH, np.zeros(1, np.int32)).tolist()


def test_a_graph_without_nodes_is_kept_as_well(tmp_path: Path) -> None:
    save(nothing(), tmp_path / "arrays", "key")

    assert load(tmp_path / "arrays", "key").size == 0


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", ["flipped", "truncated", "longer", "emptied", "foreign", "gone", "moved", "zeroes"])
def test_damage_is_found_and_what_was_damaged_made_anew(tmp_path: Path, name: str, damage: str) -> None:
    directory = tmp_path / "arrays"
    save(GRAPH, directory, "key")
    file = directory / f"{name}.npy"
    data = bytearray(file.read_bytes())
    if damage == "flipped":
        data[len(data) // 2] ^= 1
    elif damage == "truncated":
        del data[-5:]
    elif damage == "longer":  # numpy reads no further than the header says: what follows is never looked at
        np.save(file, np.arange(4000))
        data = bytearray(file.read_bytes())
    elif damage == "emptied":
        data.clear()
    elif damage == "foreign":
        data = bytearray(b"SQLite format 3\0" + bytes(500))
    elif damage == "moved":
        data[128:] = data[136:] + bytes([data[130] ^ 255] * 8)
    elif damage == "zeroes":
        data[len(data) - 64 :] = bytes([data[-1] ^ 255] * 64)
    file.write_bytes(bytes(data))
    if damage == "gone":
        file.unlink()

    with pytest.raises(Unreadable):
        load(directory, "key")
    rebuilt = kept(directory, "key", other)

    assert same(rebuilt, other())
    assert same(load(directory, "key"), other())


@pytest.mark.parametrize(
    "header",
    [b"", b"{}", b"[1]", b"\xff\xfe", b'{"said": 1, "checksum": 2}', b'{"said": "[]", "checksum": 223132457}'],
)
def test_a_header_that_is_none_is_not_read(tmp_path: Path, header: bytes) -> None:
    save(GRAPH, tmp_path / "arrays", "key")
    (tmp_path / "arrays" / "header.json").write_bytes(header)

    with pytest.raises(Unreadable):
        load(tmp_path / "arrays", "key")


@given(st.binary(max_size=60))
def test_no_header_makes_it_fail_otherwise(tmp_path_factory: pytest.TempPathFactory, text: bytes) -> None:
    directory = tmp_path_factory.mktemp("arrays")
    said = text.decode("latin-1")
    header = {"said": said, "checksum": zlib.crc32(said.encode())}
    (directory / "header.json").write_text(json.dumps(header))

    with pytest.raises(Unreadable):
        load(directory, "key")
    shutil.rmtree(directory)


@pytest.mark.parametrize("change", [{"format": 0}, {"format": 2}, {"key": "older"}, {"arrays": {}}, {"steps": None}])
def test_what_an_older_program_wrote_is_not_read(tmp_path: Path, change: dict[str, object]) -> None:
    save(GRAPH, tmp_path / "arrays", "key")
    path = tmp_path / "arrays" / "header.json"
    said = json.dumps({**json.loads(json.loads(path.read_bytes())["said"]), **change})
    path.write_text(json.dumps({"said": said, "checksum": zlib.crc32(said.encode())}))

    with pytest.raises(Unreadable):
        load(tmp_path / "arrays", "key")


def test_what_is_kept_of_something_else_is_built_anew(tmp_path: Path) -> None:
    save(GRAPH, tmp_path / "arrays", "one")

    found = kept(tmp_path / "arrays", "two", other)

    assert same(found, other())
    assert [path.name for path in tmp_path.iterdir()] == ["arrays"]


def test_what_can_not_be_kept_is_still_returned(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    found = kept(tmp_path / "file" / "arrays", "key", other)

    assert same(found, other())


def test_a_file_in_its_place_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "arrays").write_text("no directory")

    found = kept(tmp_path / "arrays", "key", other)

    assert same(found, load(tmp_path / "arrays", "key"))


def test_what_was_opened_stays_whole_when_it_is_replaced(tmp_path: Path) -> None:
    save(GRAPH, tmp_path / "arrays", "key")
    opened = load(tmp_path / "arrays", "key")

    save(other(), tmp_path / "arrays", "key")

    assert same(opened, GRAPH)
    assert same(load(tmp_path / "arrays", "key"), other())


def test_many_writers_at_once_leave_one_whole_graph(tmp_path: Path) -> None:
    directory = tmp_path / "arrays"

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: kept(directory, "key", lambda: GRAPH), range(40)))

    assert all(same(each, GRAPH) for each in found)
    assert same(load(directory, "key"), GRAPH)
    assert [path.name for path in tmp_path.iterdir()] == ["arrays"]


def test_the_checksum_tells_what_lies_where() -> None:
    whole = np.arange(3000, dtype=np.int64)
    moved = np.concatenate((whole[512:1024], whole[:512], whole[1024:]))

    sums = {checksum(each) for each in (whole, moved, whole[:-1], whole.astype(np.int32), whole[:0])}

    assert len(sums) == 5
