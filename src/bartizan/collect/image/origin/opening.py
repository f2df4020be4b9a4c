"""Opens an image, wherever it is, as a tree of files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from bartizan.collect.image.about.history import base_layers, steps
from bartizan.collect.image.layer.bounds import Bounds
from bartizan.collect.image.layer.facts import NO_BASE, About, Beside, Layer
from bartizan.collect.image.layer.files import ImageFiles
from bartizan.collect.image.layer.gather import Stack, gather
from bartizan.collect.image.layer.read import Gathered
from bartizan.collect.image.layer.spool import Spool
from bartizan.collect.image.layer.squash import squashed
from bartizan.collect.image.layer.wants import Wants
from bartizan.collect.image.origin import platform as platforms
from bartizan.collect.image.origin.error import ImageError, NotThere
from bartizan.collect.image.origin.files import Files, opened
from bartizan.collect.image.origin.found import Found
from bartizan.collect.image.origin.layout import in_layout, in_skopeo_directory, lists_images
from bartizan.collect.image.origin.options import RegistryOptions
from bartizan.collect.image.origin.platform import Platform
from bartizan.collect.image.origin.reference import parse
from bartizan.collect.image.origin.saved import in_saved
from bartizan.collect.tree import IMAGE, LIMIT, Tree
from bartizan.core.truth import Unknown

FORMS = ("image", "oci-dir", "oci-archive", "docker-archive")
"""What stands before the colon. `image` takes a file or a directory of any form, else a reference to a registry."""


ARCHIVES = (".tar", ".tgz", ".gz", ".zst", ".bz2", ".xz")
"""Ends of names by which a file is meant: no registry is asked for one that is not there."""


@contextmanager
def open_image(
    where: str,
    *,
    wants: Wants,
    platform: str | None = None,
    registry: RegistryOptions | None = None,
    limit: int = LIMIT,
    bounds: Bounds | None = None,
) -> Iterator[Tree]:
    """Yield the files of an image: `image:app.tar`, `image:ghcr.io/org/app:1.2`, `oci-dir:PATH:TAG`.

    `wants` tells which contents are needed: those alone are kept, in one private file that is deleted at the end.
    A connection is opened for a reference to a registry only. Raises `ImageError` where there is no such image or it is
    none; layers that cannot be read are gaps of the tree.
    """
    chosen = bounds or Bounds()
    with ExitStack() as opened_files:
        found = find(where, platform, registry or RegistryOptions(), chosen, opened_files)
        spool = Spool()
        opened_files.callback(spool.close)
        gathered = Gathered(wants=wants, spool=spool, bounds=chosen)
        stack = gather(found.layers, gathered, found.forwards)
        rows = squashed(stack.brought)
        files = ImageFiles(spool.path, gathered.table, rows, stack.brought, _about(found, stack))
        gaps = tuple(gathered.gaps)
        yield Tree(Path(where), tuple(sorted(rows)), gaps, limit, of=IMAGE, storage=files)


def find(where: str, platform: str | None, registry: RegistryOptions, bounds: Bounds, closing: ExitStack) -> Found:
    """Return the image that a text means, without its layers; raises `ImageError`. `closing` is given what to close."""
    form, colon, rest = where.partition(":")
    if not colon or form not in FORMS:
        form, rest = "image", where
    wanted = platforms.parse(platform) if platform else None
    path, selector = _path(rest)
    if path is not None:
        return _in_files(form, path, selector, wanted, bounds, closing)
    if form != "image" or rest.startswith(("./", "../", "/", "~")) or rest.endswith(ARCHIVES):
        raise NotThere(f"{rest} does not exist; name the directory or the archive that holds the image.")
    from bartizan.collect.image.origin.registry import in_registry  # what opens connections is loaded for that alone

    return in_registry(parse(rest), registry, wanted)


def _path(text: str) -> tuple[Path | None, str]:
    """Return the path that a text begins with, None if there is no such file, and what it selects there."""
    if Path(text).exists():
        return Path(text), ""
    for sign in ("@", ":"):
        at = text.find(sign, 1)
        while at > 0:
            if Path(text[:at]).exists() and _may_hold(Path(text[:at])):
                return Path(text[:at]), text[at + 1 :]
            at = text.find(sign, at + 1)
    return None, ""


def _may_hold(path: Path) -> bool:
    """Return whether a path can hold an image: of `alpine:3` a directory `alpine` of anything else is no part."""
    return path.is_file() or any((path / name).is_file() for name in ("index.json", "manifest.json", "oci-layout"))


def _in_files(
    form: str, path: Path, selector: str, wanted: Platform | None, bounds: Bounds, closing: ExitStack
) -> Found:
    files = opened(path, bounds)
    closing.callback(files.close)
    where = str(path)
    saved, layout = files.has("manifest.json"), files.has("index.json")
    if saved and layout and form == "image":
        layout = lists_images(files)
    if form == "docker-archive" or (saved and not layout):
        if not saved:
            raise _no_image(where, files, "manifest.json")
        if files.has("version"):
            return in_skopeo_directory(files, wanted)
        return in_saved(files, where, selector, wanted)
    if not layout:
        raise _no_image(where, files, "index.json" if form != "image" else "index.json and no manifest.json")
    found = in_layout(files, where, selector, wanted)
    return replace(found, beside=Beside()) if saved else found


def _no_image(where: str, files: Files, missing: str) -> ImageError:
    if files.damage:
        return ImageError(f"{where} cannot be read: {files.damage}; save the image again.")
    return ImageError(
        f"{where} holds no image: it has no {missing}; save one with `docker save` or `skopeo copy`, "
        "or scan an unpacked one as rootfs:."
    )


def _about(found: Found, stack: Stack) -> About:
    own = platforms.declared(found.config)
    count = found.base_layers or base_layers(steps(found.config), len(found.layers))
    return About(
        reference=found.reference,
        digest=found.digest,
        id=found.id,
        platform=str(own) if own is not None else Unknown("the configuration does not tell its platform"),
        config=found.config,
        annotations=found.annotations,
        layers=tuple(
            Layer(
                digest=digest,
                stored=found.layers[number].expected.stored,
                from_base=number < count if count is not None else NO_BASE,
            )
            for number, digest in enumerate(found.diff_ids)
        ),
        beside=found.beside,
        whole=stack.whole,
    )
