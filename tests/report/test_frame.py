"""Frames: which lines are shown, and what is never read."""

from __future__ import annotations

from pathlib import Path

from bartizan.core.finding import Evidence, Finding, Verdict
from bartizan.core.place import Place
from bartizan.report.frame import LARGEST, WIDEST, Sources

TEXT = "".join(f"line {number}\n" for number in range(1, 10))


def found(place: Place, decided: Place | None = None) -> Finding:
    evidence = (Evidence(asset="a", attribute="x", value="1", place=decided),) if decided else ()
    return Finding(rule="r", asset="a", kind="k", verdict=Verdict.FAIL, place=place, evidence=evidence)


def shown(root: Path, place: Place, decided: Place | None = None) -> list[tuple[int, str, bool]]:
    frame = Sources(root).frame(found(place, decided))
    return [(line.number, line.text, line.marked) for line in frame.lines] if frame else []


def test_a_block_that_decided_shows_how_it_starts(tmp_path: Path) -> None:
    (tmp_path / "a.tf").write_text(TEXT)

    lines = shown(tmp_path, Place("a.tf", 2, end_line=9))

    assert lines == [(2, "line 2", True), (3, "line 3", False), (4, "line 4", False)]


def test_a_line_that_decided_stands_in_the_middle(tmp_path: Path) -> None:
    (tmp_path / "a.tf").write_text(TEXT)
    assert [number for number, _, _ in shown(tmp_path, Place("a.tf", 5))] == [4, 5, 6]
    assert [number for number, _, _ in shown(tmp_path, Place("a.tf", 1))] == [1, 2]


def test_the_deciding_line_is_marked_below_the_head(tmp_path: Path) -> None:
    (tmp_path / "a.tf").write_text(TEXT)

    lines = shown(tmp_path, Place("a.tf", 1), Place("a.tf", 7))

    assert [number for number, _, _ in lines] == [1, 6, 7, 8]
    assert [number for number, _, marked in lines if marked] == [7]


def test_the_block_that_holds_the_deciding_line_is_named_by_its_head(tmp_path: Path) -> None:
    (tmp_path / "a.tf").write_text(TEXT)
    line, block = Place("a.tf", 7), Place("a.tf", 2, end_line=9)
    unset = Evidence(asset="a", attribute="sealed", value="false", place=block)
    written = Evidence(asset="a", attribute="acl", value="public", place=line)
    finding = Finding(rule="r", asset="a", kind="k", verdict=Verdict.FAIL, place=line, evidence=(unset, written))

    frame = Sources(tmp_path).frame(finding)

    assert frame is not None
    assert [(shown.number, shown.marked) for shown in frame.lines] == [(2, False), (6, False), (7, True), (8, False)]


def test_a_deciding_line_of_another_file_is_shown_from_there(tmp_path: Path) -> None:
    (tmp_path / "b.tf").write_text(TEXT)

    frame = Sources(tmp_path).frame(found(Place("a.tf", 1), Place("b.tf", 5)))

    assert frame is not None
    assert frame.file == "b.tf"


def test_common_indent_and_blank_ends_are_taken_off(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("\t- one:\n\t    two\n\n")
    assert shown(tmp_path, Place("a.yaml", 1)) == [(1, "- one:", True), (2, "    two", False)]


def test_control_characters_and_long_lines_are_not_shown_raw(tmp_path: Path) -> None:
    (tmp_path / "a.tf").write_text("\x1b[2J" + "x y " * 500 + "\n")

    ((_, text, _),) = shown(tmp_path, Place("a.tf", 1))

    assert text.startswith("\\x1b[2Jx y x")
    assert len(text) < WIDEST + 5


def test_files_of_other_encodings_are_shown(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes('{"name": "größe"}\r\n'.encode("utf-16"))
    (tmp_path / "b.json").write_bytes("\ufeffüber\r\nb".encode())
    (tmp_path / "c.json").write_bytes(b"caf\xe9\rb")

    assert shown(tmp_path, Place("a.json", 1))[0][1] == '{"name": "größe"}'
    assert shown(tmp_path, Place("b.json", 1))[0][1] == "über"
    assert shown(tmp_path, Place("c.json", 1))[0][1] == "caf\ufffd"


def test_nothing_outside_of_the_root_is_read(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret").write_text(TEXT)
    (root / "link.tf").symlink_to(tmp_path / "secret")

    assert shown(root, Place("../secret", 1)) == []
    assert shown(root, Place("link.tf", 1)) == []
    assert shown(root, Place(str(tmp_path / "secret"), 1)) == []


def test_a_link_within_the_root_may_be_shown(tmp_path: Path) -> None:
    (tmp_path / "a.tf").write_text("one")
    (tmp_path / "b.tf").symlink_to("a.tf")
    assert shown(tmp_path, Place("b.tf", 1)) == [(1, "one", True)]


def test_what_cannot_be_read_has_no_frame(tmp_path: Path) -> None:
    (tmp_path / "large.tf").write_bytes(b"x" * (LARGEST + 1))
    (tmp_path / "a.tf").write_text("one\n")

    assert shown(tmp_path, Place("missing.tf", 1)) == []
    assert shown(tmp_path, Place(".", 1)) == []
    assert shown(tmp_path, Place("nul\0.tf", 1)) == []
    assert shown(tmp_path, Place("large.tf", 1)) == []
    assert shown(tmp_path, Place("a.tf", 99)) == []
    assert shown(tmp_path, Place("a.tf", 0)) == []
    assert Sources(None).frame(found(Place("a.tf", 1))) is None


def test_a_single_scanned_file_is_its_own_root(tmp_path: Path) -> None:
    (tmp_path / "a.tf").write_text("one")
    assert shown(tmp_path / "a.tf", Place("a.tf", 1)) == [(1, "one", True)]


def test_a_secret_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "pod.yaml").write_text("- name: DB_PASSWORD\n  value: hunter2\n")

    lines = shown(tmp_path, Place("pod.yaml", 1), Place("pod.yaml", 2))

    assert "hunter2" not in str(lines)
