"""Archives read as a stream say what the standard library says of them, and never fail in another way than told."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.collect.image.layer.tar import DIRECTORY, FILE, HARD_LINK, SYMBOLIC_LINK, BadTar, Feed, Tar
from tests.collect.image.making import File, file, folder, hard_link, layer, symlink

NAMES = st.text(st.characters(exclude_characters="\0/", codec="utf-8"), min_size=1, max_size=120)
PATHS = st.lists(NAMES.filter(lambda name: name not in (".", "..")), min_size=1, max_size=4).map("/".join)
MEMBERS = st.lists(
    st.tuples(PATHS, st.binary(max_size=1500), st.integers(0, 0o7777), st.integers(0, 2**33)), max_size=8
)
FORMS = st.sampled_from([tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])


def split(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


def read(data: bytes, size: int = 1000) -> list[tuple[str, str, int, bytes]]:
    tar = Tar(Feed(split(data, size)))
    return [
        (member.name, member.kind, member.mode, tar.head(member, 100) + b"".join(tar.rest(member))) for member in tar
    ]


@given(MEMBERS, FORMS, st.integers(1, 3000))
def test_it_reads_what_the_standard_library_writes(
    members: list[tuple[str, bytes, int, int]], form: int, size: int
) -> None:
    data = layer(*(file(name, content, mode, uid) for name, content, mode, uid in members), form=form)

    assert read(data, size) == [(name, FILE, mode, content) for name, content, mode, _ in members]


@given(st.binary(max_size=3000), st.integers(1, 700))
def test_bytes_that_are_no_archive_are_told_as_damage(data: bytes, size: int) -> None:
    with suppress(BadTar):
        read(data, size)


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_archive_is_told_as_damage(data: st.DataObject) -> None:
    whole = bytearray(layer(file("a/" + "long" * 40, b"x" * 600), symlink("b", "c" * 200), folder("d")))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))

    with suppress(BadTar):
        read(bytes(whole))


@pytest.mark.parametrize("cut", [1, 511, 513, 700, 1023])
def test_an_archive_that_ends_too_early_is_told_as_damage(cut: int) -> None:
    with pytest.raises(BadTar, match="ends within"):
        read(layer(file("a", b"x" * 900))[:cut])


def test_an_archive_without_its_end_mark_is_read() -> None:
    """Engines take it, and some tools write no mark."""
    assert len(read(layer(file("a", b"x" * 900))[:1536])) == 1


def test_what_follows_the_end_is_not_passed_over_in_silence() -> None:
    one = layer(file("a"))

    with pytest.raises(BadTar, match="after the mark"):
        read(one[:1024] + one)


def test_links_and_directories_are_told_apart() -> None:
    long = "x" * 150
    members = (
        file(long),
        folder("d"),
        symlink("s", f"/{long}"),
        hard_link("h", long),
        File(name="p", type=tarfile.FIFOTYPE),
    )
    tar = Tar(Feed(iter([layer(*members)])))

    found = [(each.kind, each.link) for each in tar]

    assert found == [(FILE, ""), (DIRECTORY, ""), (SYMBOLIC_LINK, f"/{long}"), (HARD_LINK, long), ("other", "")]


@pytest.mark.parametrize(
    "form", [["--format=gnu"], *(["--format=pax", f"--sparse-version={v}"] for v in ("0.0", "0.1", "1.0"))]
)
def test_sparse_files_have_their_holes(form: list[str], tmp_path: Path) -> None:
    if shutil.which("tar") is None:
        pytest.skip("GNU tar is not installed")
    holes = tmp_path / ("holes" + "-with-a-long-name" * 8)
    with open(holes, "wb") as stream:
        for at in range(0, 60 * 65536, 2 * 65536):  # more pieces than one header holds
            stream.seek(at)
            stream.write(b"data %d" % at)
        stream.truncate(61 * 65536)
    made = subprocess.run(["tar", "-cS", *form, "-C", tmp_path, holes.name], capture_output=True, check=True).stdout
    assert len(made) < 2_000_000, "tar did not find the holes"

    [(name, _, _, content)] = read(made, 10_000)

    assert name == holes.name
    assert content == holes.read_bytes()


def test_a_name_in_two_fields_of_ustar_is_one() -> None:
    name = "/".join(["directory"] * 20)

    assert read(layer(file(name), form=tarfile.USTAR_FORMAT))[0][0] == name


def test_attributes_for_all_hold_for_all() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT, pax_headers={"comment": "é"}) as archive:
        archive.addfile(tarfile.TarInfo("a"))

    assert [each[0] for each in read(out.getvalue())] == ["a"]


@pytest.mark.parametrize(
    "records", [b"9999999999999999999999", b"x", b" path=a\n", b"0 path=a\n", b"5 path=a\n", b"99 path=a\n"]
)
def test_attributes_that_are_damaged_are_told(records: bytes) -> None:
    header = tarfile.TarInfo("pax")
    header.type, header.size = tarfile.XHDTYPE, len(records)

    with pytest.raises(BadTar, match="damaged"):
        read(header.tobuf(tarfile.USTAR_FORMAT) + records.ljust(512, b"\0") + layer(file("a")))


@pytest.mark.parametrize("text", [b"no newline" * 60, b"x\n", b"99999999\n", b"2\n0\n5\n", b"2\n5\n5\n0\n5\n"])
def test_a_damaged_map_of_a_sparse_file_is_told(text: bytes) -> None:
    header = tarfile.TarInfo("a")
    header.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.realsize": "10"}
    header.size = 512
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(header, io.BytesIO(text.ljust(512, b"\0")))

    with pytest.raises(BadTar, match="map of the sparse file"):
        read(out.getvalue())
