"""Where images are: directories, archives, and the one among several that is meant."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from bartizan.collect.image.layer.files import ImageFiles
from bartizan.collect.image.origin import platform
from bartizan.collect.image.origin.error import ImageError, NotThere
from bartizan.collect.image.origin.opening import open_image
from bartizan.collect.image.origin.platform import Platform, best, own
from bartizan.collect.image.origin.reference import parse
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown
from tests.collect.image.making import Layout, contents, digest, file, layer, layout, opened, saved

ONE = layer(file("a", "1"))
TWO = layer(file("a", "2"))


def facts(tree: Tree) -> ImageFiles:
    assert isinstance(tree.storage, ImageFiles)
    return tree.storage


@pytest.mark.parametrize("form", ["oci-dir:", "image:", ""])
def test_a_layout_is_read(form: str, tmp_path: Path) -> None:
    made = layout(tmp_path / "image", ONE)
    with opened(f"{form}{made.root}") as tree:
        assert contents(tree) == {"a": b"1"}
        assert facts(tree).about.digest == made.listed[0]["digest"]
        assert facts(tree).about.reference == f"{made.root}:app"


@pytest.mark.parametrize("form", ["oci-archive:", "image:", ""])
def test_an_archive_of_a_layout_is_read(form: str, tmp_path: Path) -> None:
    path = layout(tmp_path / "image", ONE, compression="+gzip").archived(tmp_path / "image.tar")
    with opened(f"{form}{path}") as tree:
        assert contents(tree) == {"a": b"1"}


@pytest.mark.parametrize("form", ["docker-archive:", "image:", ""])
def test_what_docker_saves_is_read(form: str, tmp_path: Path) -> None:
    with opened(f"{form}{saved(tmp_path / 'image.tar', ONE, TWO)}") as tree:
        assert contents(tree) == {"a": b"2"}
        about = facts(tree).about
        assert about.reference == "app:1"
        assert isinstance(about.digest, Unknown)
        assert isinstance(about.beside.signed, Unknown)
        assert [each.digest for each in about.layers] == [digest(ONE), digest(TWO)]


@pytest.mark.parametrize(
    "compress", [gzip.compress, zstandard.compress, bz2.compress, lzma.compress], ids=["gz", "zst", "bz2", "xz"]
)
@pytest.mark.parametrize("form", ["docker", "oci"])
def test_a_compressed_archive_is_read_without_unpacking_it(
    form: str, compress: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    plain = (
        saved(tmp_path / "image.tar", ONE, layer(file("b", bytes(3_000_000))), TWO)
        if form == "docker"
        else layout(tmp_path / "image", ONE, layer(file("b", bytes(3_000_000))), TWO).archived(tmp_path / "image.tar")
    )
    path = tmp_path / "image.tar.compressed"
    path.write_bytes(compress(plain.read_bytes()))
    with opened(path) as tree:
        assert tree.gaps == ()
        assert contents(tree) == {"a": b"2", "b": bytes(3_000_000)}


def test_a_layout_that_lists_nothing_is_left_for_the_listing_beside_it(tmp_path: Path) -> None:
    """Docker 25.0 wrote such archives."""
    root = tmp_path / "image"
    with tarfile.open(saved(tmp_path / "image.tar", ONE)) as archive:
        archive.extractall(root, filter="data")
    (root / "index.json").write_text('{"schemaVersion": 2, "manifests": null}')

    with opened(root) as tree:
        assert contents(tree) == {"a": b"1"}


def test_layers_that_are_links_within_an_archive_are_read(tmp_path: Path) -> None:
    """Older engines save a layer that occurs twice as a link to the first one."""
    path = saved(tmp_path / "image.tar", ONE, ONE)
    linked = tmp_path / "linked.tar"
    with tarfile.open(path) as source, tarfile.open(linked, "w") as target:
        name = next(each.name for each in source if each.name.endswith("layer.tar"))
        for member in source:
            data = source.extractfile(member)
            if member.name == name:
                member.name = "real/layer.tar"
            if member.name not in target.getnames():
                target.addfile(member, data)
        link = tarfile.TarInfo(name)
        link.type, link.linkname = tarfile.SYMTYPE, "../real/layer.tar"
        target.addfile(link)

    with opened(linked) as tree:
        assert tree.gaps == ()
        assert contents(tree) == {"a": b"1"}


def test_a_directory_that_skopeo_copied_to_is_read(tmp_path: Path) -> None:
    made = layout(tmp_path / "image", ONE, compression="+gzip")
    flat = tmp_path / "flat"
    flat.mkdir()
    for path in (made.root / "blobs" / "sha256").iterdir():
        name = "manifest.json" if f"sha256:{path.name}" == made.listed[0]["digest"] else path.name
        (flat / name).write_bytes(path.read_bytes())
    (flat / "version").write_text("Directory Transport Version: 1.1\n")

    with opened(flat) as tree:
        assert contents(tree) == {"a": b"1"}
        assert facts(tree).about.digest == made.listed[0]["digest"]


def several(tmp_path: Path) -> Layout:
    made = Layout(tmp_path / "image")
    made.named(made.image([ONE]), "one")
    return made.named(made.image([TWO]), "registry.example/two:2")


@pytest.mark.parametrize(("selector", "content"), [(":one", b"1"), (":registry.example/two:2", b"2"), (":2", b"2")])
def test_one_of_several_images_is_chosen_by_name(selector: str, content: bytes, tmp_path: Path) -> None:
    with opened(f"oci-dir:{several(tmp_path).root}{selector}") as tree:
        assert contents(tree) == {"a": content}


def test_one_of_several_images_is_chosen_by_digest(tmp_path: Path) -> None:
    made = several(tmp_path)
    with opened(f"{made.root}@{made.listed[1]['digest']}") as tree:
        assert contents(tree) == {"a": b"2"}


@pytest.mark.parametrize("selector", ["", ":three"])
def test_without_a_choice_the_names_are_told(selector: str, tmp_path: Path) -> None:
    with pytest.raises(NotThere, match=r"one, registry\.example/two:2"), opened(f"{several(tmp_path).root}{selector}"):
        pass


def test_one_of_several_saved_images_is_chosen_by_name(tmp_path: Path) -> None:
    root = tmp_path / "both"
    root.mkdir()
    listing = []
    for number, data in enumerate((ONE, TWO), 1):
        with tarfile.open(saved(tmp_path / f"{number}.tar", data, tag=f"registry.example/app:{number}")) as archive:
            archive.extractall(root, filter="data")
        listing += json.loads((root / "manifest.json").read_text())
    (root / "manifest.json").write_text(json.dumps(listing))

    with opened(f"{root}:registry.example/app:2") as tree:
        assert contents(tree) == {"a": b"2"}
    with pytest.raises(NotThere, match=r"example/app:1, registry\.example/app:2"), opened(root):
        pass


def platforms(made: Layout) -> Layout:
    """List images for three platforms as one, with an attestation about the first as BuildKit adds it."""
    images = []
    for name, content in (("linux/amd64", "x"), ("linux/arm64", "a"), ("linux/arm/v7", "7"), ("windows/amd64", "w")):
        system, architecture, *variant = name.split("/")
        told = {"os": system, "architecture": architecture, **({"variant": variant[0]} if variant else {})}
        images.append({**made.image([layer(file("a", content))], told), "platform": told})
    notes = {"vnd.docker.reference.type": "attestation-manifest", "vnd.docker.reference.digest": images[0]["digest"]}
    about = made.artifact(notes={"in-toto.io/predicate-type": "https://slsa.dev/provenance/v0.2"})
    images.append({**about, "annotations": notes, "platform": {"os": "unknown", "architecture": "unknown"}})
    return made.named(made.index(*images), "app")


@pytest.mark.parametrize(
    ("wanted", "content"),
    [("linux/amd64", b"x"), ("linux/arm64", b"a"), ("linux/arm64/v8", b"a"), ("linux/x86_64", b"x"),
     ("linux/arm", b"7"), ("linux/arm/v8", b"7"), ("windows/amd64", b"w")],
)  # fmt: skip
def test_the_image_of_a_platform_is_chosen(wanted: str, content: bytes, tmp_path: Path) -> None:
    made = platforms(Layout(tmp_path / "image"))
    with opened(made.root, platform=wanted) as tree:
        assert contents(tree) == {"a": content}


def test_the_platform_of_this_machine_is_chosen_where_none_is_named(tmp_path: Path) -> None:
    with opened(platforms(Layout(tmp_path / "image")).root) as tree:
        assert facts(tree).about.platform == str(own())


@pytest.mark.parametrize("wanted", ["linux/s390x", "linux/arm/v6"])
def test_a_platform_that_is_not_there_is_an_error_that_lists_those_there_are(wanted: str, tmp_path: Path) -> None:
    made = platforms(Layout(tmp_path / "image"))
    with pytest.raises(NotThere, match="linux/amd64, linux/arm/v7, linux/arm64"), opened(made.root, platform=wanted):
        pass


@pytest.mark.parametrize("wanted", ["amd64", "linux/", "a/b/c/d", ""])
def test_a_platform_must_be_written_as_one(wanted: str) -> None:
    with pytest.raises(ImageError, match="os/architecture"):
        platform.parse(wanted)


def test_an_image_for_one_platform_is_not_taken_for_another(tmp_path: Path) -> None:
    with (
        pytest.raises(NotThere, match="linux/amd64 only"),
        opened(layout(tmp_path / "image", ONE).root, platform="linux/arm64"),
    ):
        pass


def test_indexes_within_indexes_are_followed_but_not_for_ever(tmp_path: Path) -> None:
    made = Layout(tmp_path / "image")
    image = {**made.image([ONE]), "platform": {"os": own().system, "architecture": own().architecture}}
    for depth in range(6):
        image = {**made.index(image), "platform": image["platform"]}
        made.listed = []
        made.named(image, "app")
        if depth < 4:
            with opened(made.root) as tree:
                assert contents(tree) == {"a": b"1"}
    with pytest.raises(ImageError, match="too deep"), opened(made.root):
        pass


def test_a_newer_variant_is_taken_only_where_no_older_one_is() -> None:
    offered = [Platform("linux", "amd64", "v3"), Platform("linux", "amd64")]

    assert best(Platform("linux", "amd64"), offered) == 1
    assert best(Platform("linux", "amd64"), offered[:1]) == 0


def test_what_is_kept_beside_an_image_is_told(tmp_path: Path) -> None:
    made = platforms(Layout(tmp_path / "image"))
    with opened(made.root, platform="linux/amd64") as tree:
        beside = facts(tree).about.beside
        assert (beside.signed, beside.provenance, beside.bill) == (False, True, False)
    with opened(made.root, platform="linux/arm64") as tree:
        assert facts(tree).about.beside.provenance is False, "it is about another one"

    signature = made.artifact(kind="application/vnd.dev.cosign.simplesigning.v1+json")
    made.named({**signature, "artifactType": ""}, f"{made.listed[0]['digest'].replace(':', '-')}.sig")
    with opened(f"{made.root}:app", platform="linux/amd64") as tree:
        assert facts(tree).about.beside.signed is True, "a signature of the index is one of its images too"


def test_foreign_layers_are_gaps(tmp_path: Path) -> None:
    made = Layout(tmp_path / "image")
    image = made.image([ONE, TWO])
    manifest = json.loads((made.root / "blobs" / "sha256" / image["digest"][7:]).read_text())
    manifest["layers"][0]["mediaType"] = "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip"
    made.named(made.json(manifest, image["mediaType"]))

    with opened(made.root) as tree:
        assert contents(tree) == {"a": b"2"}
        assert "licence" in tree.gaps[0].why


def test_a_missing_layer_is_a_gap(tmp_path: Path) -> None:
    made = layout(tmp_path / "image", ONE, TWO)
    (made.root / "blobs" / "sha256" / digest(TWO)[7:]).unlink()

    with opened(made.root) as tree:
        assert contents(tree) == {"a": b"1"}
        assert "cannot be read to its end" in tree.gaps[0].why


def test_something_else_than_an_image_is_told(tmp_path: Path) -> None:
    made = Layout(tmp_path / "image")
    chart = made.json({}, "application/vnd.cncf.helm.config.v1+json")
    made.named(made.image([ONE], config=chart), "chart")  # in place of its configuration

    with pytest.raises(ImageError, match="helm"), opened(made.root):
        pass


def test_manifests_of_the_oldest_schema_are_refused(tmp_path: Path) -> None:
    made = Layout(tmp_path / "image")
    made.named(
        made.json({"schemaVersion": 1, "fsLayers": []}, "application/vnd.docker.distribution.manifest.v1+prettyjws")
    )

    with pytest.raises(ImageError, match="schema 1"), opened(made.root):
        pass


@pytest.mark.parametrize("where", ["oci-dir:nothing", "./nothing.tar", "image:/no/such", "docker-archive:no"])
def test_a_path_that_is_not_there_is_told_and_no_registry_is_asked(where: str) -> None:
    with pytest.raises(NotThere, match="does not exist"), opened(where):
        pass


@pytest.mark.parametrize(
    "content", [b"", b"text", b"\x1f\x8b", b"\x1f\x8bxxxxxxxxxxxxxxxx", bytes(5000), layer(file("a"))]
)
def test_a_file_that_is_no_image_is_told(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.tar"
    path.write_bytes(content)

    with pytest.raises(ImageError, match="image"), opened(path):
        pass


HEX = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("alpine", "docker.io/library/alpine:latest"),
        ("alpine:3.20", "docker.io/library/alpine:3.20"),
        ("org/app", "docker.io/org/app:latest"),
        ("docker.io/alpine", "docker.io/library/alpine:latest"),
        ("index.docker.io/org/app", "docker.io/org/app:latest"),
        ("localhost/app", "localhost/app:latest"),
        ("localhost:5000/app:1", "localhost:5000/app:1"),
        ("ghcr.io/a/b/c__d.e-f:V1_x", "ghcr.io/a/b/c__d.e-f:V1_x"),
        ("[::1]:5000/app", "[::1]:5000/app:latest"),
        (f"app@sha256:{HEX}", f"docker.io/library/app@sha256:{HEX}"),
        (f"r.example/app:1@sha256:{HEX}", f"r.example/app:1@sha256:{HEX}"),
    ],
)
def test_references_are_read_as_docker_reads_them(text: str, means: str) -> None:
    assert str(parse(text)) == means


@pytest.mark.parametrize(
    "text",
    ["http://x/y", "", "../x", "App", "app:", "app:ta g", "app@sha256:12", "app@md5:" + "0" * 32, "a//b", "-a", "a/",
     "r.example:99999999/app", "a" * 300, "app:" + "t" * 129, "r.example/a b", f"app@sha256:{HEX.upper()}", "evil\n/x"],
)  # fmt: skip
def test_what_is_no_reference_is_refused(text: str) -> None:
    with pytest.raises(ImageError, match="Example"):
        parse(text)


def test_an_archive_that_is_not_there_is_asked_of_no_registry() -> None:
    with (
        pytest.raises(ImageError, match=r"app\.tar does not exist"),
        open_image("image:app.tar", wants=lambda _: False),
    ):
        raise AssertionError("it was opened")
