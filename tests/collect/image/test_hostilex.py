"""Images that are damaged, or made to harm whoever reads them."""

from __future__ import annotations

import gzip
import io
import resource
import sys
import tarfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bartizan.collect.image.layer.bounds import Bounds
from bartizan.collect.image.origin.error import ImageError
from tests.collect.image.making import (
    COMPRESSIONS,
    LAYER,
    Layout,
    contents,
    digest,
    file,
    folder,
    hard_link,
    layer,
    layout,
    opened,
    saved,
    symlink,
)


def blob(made: Layout, data: bytes) -> Path:
    return made.root / "blobs" / "sha256" / digest(data).partition(":")[2]


def test_a_truncated_layer_is_a_gap_and_what_was_read_stays(tmp_path: Path) -> None:
    layers = (layer(file("low", "1")), layer(file("a", "1"), file("b", b"x" * 5000)), layer(file("high", "3")))
    made = layout(tmp_path / "image", *layers)
    blob(made, layers[1]).write_bytes(layers[1][:3000])

    with opened(made.root) as tree:
        assert contents(tree) == {"low": b"1", "a": b"1", "high": b"3"}
        [gap] = tree.gaps
        assert gap.file.startswith(f"layer 2 of 3 ({digest(layers[1])[:19]}")
        assert gap.why == "The layer is damaged: it ends after 3000 of its 10240 bytes; pull or save the image again."


@pytest.mark.parametrize("compression", ["+gzip", "+zstd"])
@pytest.mark.parametrize("cut", [0, 1, 3, 20, 200, -1])
def test_a_compressed_layer_that_ends_too_early_is_a_gap(compression: str, cut: int, tmp_path: Path) -> None:
    import random

    data = layer(file("a", random.Random(1).randbytes(1000)), file("b"))
    made = layout(tmp_path / "image", data, compression=compression)
    stored = COMPRESSIONS[compression](data)
    blob(made, stored).write_bytes(stored[:cut])

    with opened(made.root) as tree:
        assert len(tree.gaps) == 1
        assert "pull or save the image again" in tree.gaps[0].why


def test_a_layer_with_another_digest_is_told(tmp_path: Path) -> None:
    data = layer(file("a", "1"))
    made = layout(tmp_path / "image", data)
    blob(made, data).write_bytes(layer(file("a", "2")))

    with opened(made.root) as tree:
        assert "does not match its digest" in tree.gaps[0].why


def test_a_layer_whose_content_has_another_digest_is_told(tmp_path: Path) -> None:
    """The compressed bytes are those of the manifest, but not what the configuration says they hold."""
    made = Layout(tmp_path / "image")
    other = gzip.compress(layer(file("a", "2")))
    image = made.image([layer(file("a", "1"))], layers=[made.blob(other, LAYER + "+gzip")])
    made.named(image)

    with opened(made.root) as tree:
        assert "does not match its digest" in tree.gaps[0].why


@given(data=st.data())
@settings(max_examples=6000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_layer_is_a_gap_whatever_the_damage(data: st.DataObject, tmp_path: Path) -> None:
    import shutil

    shutil.rmtree(tmp_path / "image", ignore_errors=True)
    compression = data.draw(st.sampled_from(sorted(COMPRESSIONS)))
    plain = layer(file("a/" + "n" * 150, b"x" * 700), symlink("b", "a"), hard_link("c", "a"), folder("d"))
    made = layout(tmp_path / "image", plain, compression=compression)
    stored = COMPRESSIONS[compression](plain)
    damaged = bytearray(stored)
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    blob(made, stored).write_bytes(damaged)

    with opened(made.root) as tree:
        assert bytes(damaged) == stored or tree.gaps
        contents(tree)


def test_paths_out_of_the_root_are_gaps_and_the_rest_is_read(tmp_path: Path) -> None:
    names = ("../../etc/passwd", "a/../../b", "/../c", "..")
    layers = layer(*(file(name, "evil") for name in names), file("good"), hard_link("h", "../../etc/shadow"))
    with opened(layout(tmp_path / "image", layers).root) as tree:
        assert tree.files == ("good",)
        assert [gap for gap in tree.gaps if "leads out of the image" in gap.why] == list(tree.gaps)
        assert len(tree.gaps) == 5


def test_many_bad_paths_are_counted_not_listed(tmp_path: Path) -> None:
    layers = layer(*(file(f"../{number}") for number in range(500)))
    with opened(layout(tmp_path / "image", layers).root) as tree:
        assert len(tree.gaps) == 21
        assert "480 more files" in tree.gaps[-1].why


def test_paths_that_are_too_long_are_gaps(tmp_path: Path) -> None:
    with opened(layout(tmp_path / "image", layer(file("x/" * 3000 + "y"), file("a"))).root) as tree:
        assert tree.files == ("a",)
        assert "longer than a path can be" in tree.gaps[0].why


def test_deep_paths_are_read(tmp_path: Path) -> None:
    deep = "d/" * 1500 + "a"
    with opened(layout(tmp_path / "image", layer(file(deep)), layer(file("b"))).root) as tree:
        assert tree.files == ("b", deep)


def test_names_that_are_no_text_are_kept_as_they_are(tmp_path: Path) -> None:
    name = b"caf\xe9\n\x1b[31m".decode("utf-8", "surrogateescape")
    with opened(layout(tmp_path / "image", layer(file(name, "1"), form=tarfile.GNU_FORMAT)).root) as tree:
        assert contents(tree) == {name: b"1"}


@pytest.mark.parametrize("compression", ["+gzip", "+zstd"])
def test_a_bomb_is_a_gap_and_the_layers_below_are_read(compression: str, tmp_path: Path) -> None:
    made = Layout(tmp_path / "image")
    bomb = layer(file("early", "1"), file("bomb", bytes(40_000_000)), file("late"))
    stored = made.blob(COMPRESSIONS[compression](bomb), LAYER + compression)
    low = layer(file("low", "1"))
    made.named(made.image([low, bomb], layers=[made.blob(low, LAYER), stored]))

    with opened(made.root, Bounds(harmless=1_000_000, ratio=100)) as tree:
        assert "low" in tree.files
        assert "late" not in tree.files
        assert len(tree.gaps) == 1
        assert "it expands to more than 100 times its size" in tree.gaps[0].why


def test_layers_may_not_unpack_without_end(tmp_path: Path) -> None:
    layers = [layer(file(f"{number}", bytes(1_000_000))) for number in range(5)]
    with opened(layout(tmp_path / "image", *layers).root, Bounds(unpacked=2_500_000)) as tree:
        assert "hold more than" in tree.gaps[0].why


def test_a_file_that_is_too_large_is_a_gap_and_its_name_is_known(tmp_path: Path) -> None:
    layers = layer(file("big", bytes(100_000)), file("small", "1"))
    with opened(layout(tmp_path / "image", layers).root, Bounds(file=50_000)) as tree:
        assert tree.files == ("big", "small")
        assert tree.read("small") == b"1"
        assert "content of big is not read" in tree.gaps[0].why


def test_the_uppermost_layers_are_kept_while_there_is_room(tmp_path: Path) -> None:
    layers = (layer(file("low", bytes(60_000))), layer(file("high", bytes(60_000))))
    with opened(layout(tmp_path / "image", *layers).root, Bounds(kept=100_000)) as tree:
        assert tree.read("high") == bytes(60_000)
        assert "content of low is not read" in tree.gaps[0].why


def test_more_files_than_are_read_are_a_gap(tmp_path: Path) -> None:
    layers = layer(*(file(f"{number:03}") for number in range(200)))
    with opened(layout(tmp_path / "image", layers).root, Bounds(entries=150)) as tree:
        assert len(tree.files) == 150
        assert "more than 150 files" in tree.gaps[0].why


def test_a_sparse_file_of_a_terabyte_takes_no_room(tmp_path: Path) -> None:
    """A log of last logins has one record for each user, and user ids are large: real images have such files."""
    header = tarfile.TarInfo("var/log/lastlog")
    records = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "var/log/lastlog",
               "GNU.sparse.realsize": str(1 << 40)}  # fmt: skip
    content = b"1\n1099511627771\n5\n".ljust(512, b"\0") + b"12345"
    header.size, header.pax_headers = len(content), records
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(header, io.BytesIO(content))
        archive.addfile(tarfile.TarInfo("after"))

    with opened(layout(tmp_path / "image", out.getvalue()).root) as tree:
        assert tree.files == ("after", "var/log/lastlog")
        assert tree.stored.size("var/log/lastlog") == 1 << 40
        assert "1099512 MB are more than is kept" in tree.gaps[0].why


def test_a_full_disk_is_a_gap(tmp_path: Path) -> None:
    layers = (layer(file("low", bytes(50_000))), layer(*(file(f"{number}", bytes(50_000)) for number in range(20))))
    made = layout(tmp_path / "image", *layers)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))  # as a full disk, for one file
    try:
        with opened(made.root) as tree:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            assert len(tree.files) == 21
            assert any("no room for the contents" in gap.why and "TMPDIR" in gap.why for gap in tree.gaps)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_many_tiny_files_take_little_memory(tmp_path: Path) -> None:
    """Fifty thousand here; a million takes the same for each: under 350 bytes."""
    import subprocess

    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for number in range(50_000):
            archive.addfile(tarfile.TarInfo(f"srv/data/{number % 100}/{number}"))
    made = layout(tmp_path / "image", out.getvalue(), compression="+gzip")
    program = (
        "import resource, sys; from tests.collect.image.making import opened\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "with opened(sys.argv[1], wants=lambda entry: False) as tree: assert len(tree.files) == 50_000\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    done = subprocess.run([sys.executable, "-c", program, made.root], capture_output=True, text=True, check=True,
                          env={"PYTHONPATH": ":".join(sys.path)})  # fmt: skip
    assert int(done.stdout) * 1024 < 50_000 * 350 + 20_000_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"manifests": 1}',
        '{"manifests": [1]}',
        "[" * 100_000,
        '{"manifests": [{"digest": "x"}]}',
    ],
)
def test_an_index_that_is_none_is_an_error(text: str, tmp_path: Path) -> None:
    made = layout(tmp_path / "image", layer())
    (made.root / "index.json").write_text(text)

    with pytest.raises(ImageError), opened(made.root):
        pass


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "{}",
        "[]",
        "[1]",
        '[{"Config": 1}]',
        '[{"Config": "../../etc/passwd", "Layers": []}]',
        '[{"Config": "c.json"}]',
    ],
)
def test_a_listing_that_is_none_is_an_error(text: str, tmp_path: Path) -> None:
    root = tmp_path / "image"
    root.mkdir()
    (root / "manifest.json").write_text(text)
    (root / "c.json").write_text("{}")

    with pytest.raises(ImageError), opened(root):
        pass


def test_a_manifest_or_configuration_with_another_digest_is_an_error(tmp_path: Path) -> None:
    for which in ("config", "manifest"):
        made = layout(tmp_path / which, layer(file("a")))
        import json

        listed = json.loads((made.root / "index.json").read_text())["manifests"][0]["digest"]
        manifest = made.root / "blobs" / "sha256" / listed.partition(":")[2]
        path = manifest
        if which == "config":
            told = json.loads(manifest.read_text())["config"]["digest"]
            path = made.root / "blobs" / "sha256" / told.partition(":")[2]
        path.write_bytes(path.read_bytes() + b" ")

        with pytest.raises(ImageError, match="does not match its digest"), opened(made.root):
            pass


def test_a_link_out_of_a_layout_is_not_followed(tmp_path: Path) -> None:
    data = layer(file("a", "1"))
    made = layout(tmp_path / "image", data)
    outside = tmp_path / "outside"
    blob(made, data).rename(outside)
    blob(made, data).symlink_to(outside)

    with opened(made.root) as tree:
        assert tree.files == ()
        assert "link out of the directory" in tree.gaps[0].why


def test_a_truncated_archive_gives_what_is_there(tmp_path: Path) -> None:
    layers = (layer(file("a", "1")), layer(file("b", bytes(50_000))))
    made = layout(tmp_path / "image", *layers)
    path = made.archived(tmp_path / "image.tar")
    data = path.read_bytes()
    for cut in range(0, len(data), 5_120):
        path.write_bytes(data[:cut])
        with suppress(ImageError), opened(path) as tree:
            contents(tree)
            assert tree.gaps or cut > len(data) - 20_000


def test_a_truncated_compressed_archive_gives_what_is_there(tmp_path: Path) -> None:
    import random

    made = saved(tmp_path / "image.tar", layer(file("a", random.Random(1).randbytes(20_000))))
    data = gzip.compress(made.read_bytes())
    path = tmp_path / "image.tar.gz"
    for cut in range(0, len(data), 2_000):
        path.write_bytes(data[:cut])
        with pytest.raises(ImageError, match="damaged|no archive" if cut else "no archive"), opened(path):
            pass


def test_a_compressed_archive_that_is_a_bomb_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "image.tar.gz"
    path.write_bytes(gzip.compress(layer(file("a", bytes(50_000_000)), file("manifest.json", "[]"))))

    with pytest.raises(ImageError), opened(path, Bounds(harmless=1_000_000, ratio=100)):
        pass
