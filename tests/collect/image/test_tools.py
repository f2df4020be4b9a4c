"""Images made and unpacked by other tools: what they say is in them is what is read."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.collect.image.container_image import FORMAT
from tests.collect.image.making import File, contents, file, folder, layer, layout, opened, symlink

NAMES = st.sampled_from(["a", "b", "c"])
BUSYBOX = Path("/bin/busybox")


def needs(*programs: str) -> pytest.MarkDecorator:
    missing = [program for program in programs if shutil.which(program) is None]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def run(*command: object, **environment: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@st.composite
def members(draw: st.DrawFn, prefix: str = "", depth: int = 0) -> list[File]:
    """Draw one layer: a small tree, with whiteouts of what it does not bring itself."""
    found: list[File] = []
    for name in ("a", "b", "c"):
        path = f"{prefix}{name}"
        kinds = ["none", "none", "file", "gone", "link"] + (["folder", "folder", "opaque"] if depth < 2 else [])
        kind = draw(st.sampled_from(kinds))
        if kind == "file":
            found.append(file(path, draw(st.sampled_from(["1", "2", "3"]))))
        elif kind == "gone":
            found.append(file(f"{prefix}.wh.{name}"))
        elif kind == "link":
            found.append(symlink(path, "nowhere"))
        elif kind in ("folder", "opaque"):
            inner = draw(members(f"{path}/", depth + 1))
            found += [folder(path), *([file(f"{path}/.wh..wh..opq")] if kind == "opaque" else []), *inner]
    return found


def on_disk(root: Path) -> Iterator[tuple[str, bytes]]:
    for path in root.rglob("*"):
        if stat.S_ISREG(path.lstat().st_mode):
            yield str(path.relative_to(root)), path.read_bytes()


@needs("umoci")
@settings(max_examples=25, deadline=None)
@given(st.lists(members(), min_size=1, max_size=4))
def test_what_is_left_of_layers_is_what_umoci_unpacks(layers: list[list[File]]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        made = layout(Path(scratch, "image"), *(layer(*each) for each in layers), compression="+gzip")
        run("umoci", "unpack", "--rootless", "--image", f"{made.root}:app", Path(scratch, "unpacked"))
        expected = dict(on_disk(Path(scratch, "unpacked", "rootfs")))

        with opened(made.root) as tree:
            assert tree.gaps == ()
            assert contents(tree) == expected


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path | str]:
    """Build an image of two layers on busybox, and save it in every form."""
    if not BUSYBOX.exists():
        pytest.skip("busybox-static is not installed")
    root = tmp_path_factory.mktemp("built")
    storage = {"STORAGE_DRIVER": "vfs", "BUILDAH_ISOLATION": "chroot"}
    buildah = ("buildah", "--root", root / "storage", "--runroot", root / "run")

    def build(*command: object) -> str:
        return run(*buildah, *command, **storage)

    (root / "etc").mkdir()
    (root / "etc" / "passwd").write_text("root:x:0:0::/:/bin/sh\napp:x:100:100::/:/bin/sh\n")
    (root / "etc" / "key.pem").write_text("one")
    base = build("from", "scratch")
    build("add", base, BUSYBOX, "/bin/busybox")
    build("add", base, root / "etc", "/etc")
    build("config", "--cmd", "/bin/sh", base)
    build("commit", base, "base")
    above = build("from", "base")
    mounted = Path(build("mount", above))
    (mounted / "etc" / "key.pem").unlink()
    (mounted / "bin" / "busybox").chmod(0o4755)
    (mounted / "app").mkdir()
    (mounted / "app" / "run").write_text("two")
    os.link(mounted / "app" / "run", mounted / "app" / "again")
    build("umount", above)
    build("config", "--user", "app", "--port", "8080", "--env", "API_TOKEN=correct-horse", above)
    build("commit", above, "app")
    for target in (
        "oci:{}/oci:app",
        "docker-archive:{}/docker.tar:example/app:1",
        "oci-archive:{}/oci.tar:app",
        "dir:{}/dir",
    ):
        build("push", "app", target.format(root))
    run("gzip", "-k", root / "docker.tar")
    return {"root": root}


FORMS = [
    "oci-dir:{}/oci:app",
    "docker-archive:{}/docker.tar",
    "oci-archive:{}/oci.tar",
    "image:{}/dir",
    "{}/docker.tar.gz",
]


@needs("buildah", "gzip")
@pytest.mark.parametrize("form", FORMS)
def test_an_image_by_buildah_is_read_in_every_form(form: str, built: dict[str, Path]) -> None:
    with opened(form.format(built["root"])) as tree:
        assert tree.gaps == ()
        found = contents(tree)
        [image] = FORMAT.read(next(iter(FORMAT.units(tree))), tree).resources

    assert sorted(found) == ["app/again", "app/run", "bin/busybox", "etc/passwd"]
    assert found["app/again"] == b"two"
    assert found["bin/busybox"] == BUSYBOX.read_bytes()
    assert image.value["runs_as_root"] is False
    assert image.value["exposes"] == [8080]
    assert image.value["secret_environment"] == ["API_TOKEN"]
    assert image.value["setuid_files"] == ["/bin/busybox"]
    assert image.value["layers"] == 2


@needs("buildah", "skopeo")
def test_an_image_that_skopeo_compressed_with_zstd_is_read(built: dict[str, Path], tmp_path: Path) -> None:
    copy = ("skopeo", "--insecure-policy", "copy", "--dest-compress-format", "zstd:chunked", "--dest-compress")
    run(*copy, f"oci:{built['root']}/oci:app", f"oci:{tmp_path}/zstd:app")

    with opened(tmp_path / "zstd") as tree:
        assert tree.gaps == ()
        assert tree.read("bin/busybox") == BUSYBOX.read_bytes()
