"""Secrets in the layers of images: with the layer they are in, also where a layer above took them away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bartizan.collect.image.origin.opening import open_image
from bartizan.collect.secrets.files import FORMAT
from bartizan.collect.tree import Tree
from tests.collect.image.making import digest, file, layer, layout
from tests.collect.secrets.samples import LOOKED_FOR, token
from tests.collect.secrets.test_files import leaks


@contextmanager
def image(root: Path, *layers: bytes) -> Iterator[Tree]:
    with open_image(str(layout(root / "image", *layers).root), wants=FORMAT.wants) as tree:
        yield replace(tree, looked_for=LOOKED_FOR)


def test_a_secret_is_told_with_its_layer(tmp_path: Path) -> None:
    base, own = layer(file("etc/motd", "hello")), layer(file("app/.env", f"KEY={token()}"), file("app/x", b"\0" * 9))
    with image(tmp_path, base, own) as tree:
        (leak,) = leaks(tree)

    assert leak.address == "app/.env#secret-token/1"
    assert (leak.value["layer"], leak.value["removed"]) == (digest(own), False)


def test_a_secret_that_a_layer_above_deleted_is_told(tmp_path: Path) -> None:
    brought, taken = layer(file("root/.npmrc", f"_auth={token()}")), layer(file("root/.wh..npmrc"))
    with image(tmp_path, brought, taken) as tree:
        (leak,) = leaks(tree)

    assert leak.address == "<layer 1>/root/.npmrc#secret-token/1"
    assert (leak.value["layer"], leak.value["removed"]) == (digest(brought), True)


def test_a_secret_that_stays_while_its_file_changes_is_told_once(tmp_path: Path) -> None:
    kept, lost = token(), token()
    layers = [layer(file("app/env", f"{kept}\n{lost}\n{number}")) for number in range(3)]
    with image(tmp_path, *layers, layer(file("app/env", f"{kept}\n"))) as tree:
        found = leaks(tree)

    assert [leak.address for leak in found] == ["app/env#secret-token/1", "<layer 1>/app/env#secret-token/1"]


def test_files_of_packages_are_not_looked_into_in_any_layer(tmp_path: Path) -> None:
    brought, taken = layer(file("usr/share/x", token())), layer(file("usr/share/.wh.x"), file("usr/lib/y", token()))
    with image(tmp_path, brought, taken) as tree:
        assert leaks(tree) == []
