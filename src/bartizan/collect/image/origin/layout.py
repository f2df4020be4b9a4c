"""OCI layouts, in a directory or an archive, and the directories that skopeo copies images to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256

from bartizan.collect.image.layer.facts import Beside
from bartizan.collect.image.layer.inflate import Readable
from bartizan.collect.image.origin.error import ImageError, NotThere
from bartizan.collect.image.origin.evidence import BILL, PROVENANCE, SIGNED, shown, tags
from bartizan.collect.image.origin.files import Files
from bartizan.collect.image.origin.found import Chosen, Found, choose, found, of_platform
from bartizan.collect.image.origin.manifest import (
    INDEXES,
    REFERENCE_DIGEST,
    Descriptor,
    Manifest,
    parse,
    verified,
)
from bartizan.collect.image.origin.platform import Platform

NAME = "org.opencontainers.image.ref.name"
_NAMES = (NAME, "io.containerd.image.name")
_BASE = "org.opencontainers.image.base.digest"
_MOST = 500
"""Manifests of a layout that are looked at for what they say of another."""


@dataclass(frozen=True, slots=True)
class Blobs:
    """A store whose blobs are files named by their digests."""

    files: Files
    flat: bool = False
    """Whether they are in one directory, as skopeo copies them."""

    def manifest(self, digest: str) -> Manifest:
        """Return a manifest."""
        return parse(verified(self.files.read(self._name(digest)), digest, "A manifest"), digest)

    def read(self, descriptor: Descriptor) -> bytes:
        """Return a small blob."""
        return verified(self.files.read(self._name(descriptor.digest)), descriptor.digest, "The configuration")

    @contextmanager
    def open(self, descriptor: Descriptor) -> Iterator[Readable]:
        """Open a blob."""
        with self.files.open(self._name(descriptor.digest)) as stream:
            yield stream

    def order(self, descriptor: Descriptor) -> int:
        """Return where it stands in an archive."""
        return self.files.order(self._name(descriptor.digest))

    def _name(self, digest: str) -> str:
        algorithm, _, digits = digest.partition(":")
        if not self.flat:
            return f"blobs/{algorithm}/{digits}"
        return f"{digits}.manifest.json" if self.files.has(f"{digits}.manifest.json") else digits


def lists_images(files: Files) -> bool:
    """Return whether a layout lists anything: what Docker 25.0 saved does not, though it looks like one."""
    return bool(parse(files.read("index.json"), "of the layout").manifests)


def in_layout(files: Files, where: str, selector: str, wanted: Platform | None) -> Found:
    """Return the image of a layout, the one that `selector` (a tag, a name or a digest) means; raises `ImageError`."""
    store = Blobs(files)
    index = parse(files.read("index.json"), "of the layout")
    if index.manifests is None:
        raise ImageError(f"{where}: index.json lists no manifests: it is no OCI layout.")
    picked = _picked(store, index, where, selector, wanted)
    start = store.manifest(picked.digest)
    chosen = choose(store, start, wanted)
    image = found(store, chosen, _reference(picked, where), wanted)
    return replace(
        image,
        beside=_beside(store, index, chosen),
        base_layers=_base_layers(store, image, chosen),
        forwards=files.forwards,
    )


def in_skopeo_directory(files: Files, wanted: Platform | None) -> Found:
    """Return the image of a directory that skopeo copied it to; raises `ImageError`."""
    data = files.read("manifest.json")
    digest = f"sha256:{sha256(data).hexdigest()}"
    store = Blobs(files, flat=True)
    chosen = choose(store, parse(data, digest), wanted)
    return replace(found(store, chosen, None, wanted), forwards=files.forwards)


def _name_of(descriptor: Descriptor) -> str:
    notes = descriptor.annotations
    return next((notes[name] for name in reversed(_NAMES) if notes.get(name)), "")


def _reference(descriptor: Descriptor, where: str) -> str | None:
    """Return the name of an image; one that is only a tag, as `skopeo copy` writes it, with where the layout is."""
    name = _name_of(descriptor)
    return f"{where}:{name}" if name and not set(name) & set("/:") else name or None


def _picked(store: Blobs, index: Manifest, where: str, selector: str, wanted: Platform | None) -> Descriptor:
    images = [each for each in index.manifests or () if _is_image(store, each)]
    fitting = [each for each in images if not selector or _means(each, selector)]
    different = {each.digest: each for each in fitting}
    if len(different) > 1 and not selector and len({_name_of(each) for each in fitting}) == 1:
        return of_platform(replace(index, manifests=tuple(different.values())), wanted)
    if len(different) != 1:
        names = sorted({_name_of(each) or each.digest for each in images})
        listed = ", ".join(names[:20]) or "no image"
        what = f"has {len(different)} images" if different else f"has no image {selector!r}" if selector else "is empty"
        raise NotThere(f"{where} {what}; choose one as {where}:NAME or {where}@DIGEST. There is: {listed}.")
    return next(iter(different.values()))


def _means(descriptor: Descriptor, selector: str) -> bool:
    names = [descriptor.annotations[name] for name in _NAMES if name in descriptor.annotations]
    return descriptor.digest == selector or any(
        name == selector or name.rpartition(":")[2] == selector for name in names
    )


def _is_image(store: Blobs, descriptor: Descriptor) -> bool:
    """Return whether something in the index of a layout is an image, not a signature or the like of one."""
    if descriptor.attestation or descriptor.artifact_type:
        return False
    if descriptor.media_type in INDEXES:
        return True
    if descriptor.annotations.get(NAME, "").startswith("sha256-"):
        return False
    try:
        manifest = store.manifest(descriptor.digest)
    except ImageError:
        return True  # its damage is told once it is chosen
    return not manifest.subject and not manifest.artifact_type


def _beside(store: Blobs, index: Manifest, chosen: Chosen) -> Beside:
    about = set().union(*(shown_by(store, each, chosen) for each in _others(index, chosen)))
    return Beside(signed=SIGNED in about, provenance=PROVENANCE in about, bill=BILL in about)


def _others(index: Manifest, chosen: Chosen) -> list[Descriptor]:
    listed = [each for listing in (index, *chosen.through) for each in listing.manifests or ()]
    return [each for each in listed if each.digest not in chosen.digests][:_MOST]


def shown_by(store: Blobs, descriptor: Descriptor, chosen: Chosen) -> set[str]:
    """Return what something beside an image shows of it; nothing if it is about something else."""
    if descriptor.media_type in INDEXES:
        return set()
    name = descriptor.annotations.get(NAME, "").rpartition(":")[2]
    by_tag = {tag: what for digest in chosen.digests for tag, what in tags(digest).items()}
    try:
        manifest = store.manifest(descriptor.digest)
    except ImageError:
        return {by_tag[name]} if by_tag.get(name) else set()
    related = (
        manifest.subject in chosen.digests
        or name in by_tag
        or (descriptor.attestation and descriptor.annotations.get(REFERENCE_DIGEST) in chosen.digests)
    )
    return shown(manifest) | shown(descriptor) | ({by_tag.get(name, "")} - {""}) if related else set()


def _base_layers(store: Blobs, image: Found, chosen: Chosen) -> int | None:
    """Return how many layers the base image has, where it says which that is and the layout holds it too."""
    digest = image.annotations.get(_BASE, "")
    if not digest:
        return None
    try:
        base = store.manifest(digest)
        base = choose(store, base, None).manifest if base.manifests is not None else base
    except ImageError:
        return None
    count = len(base.layers)
    mine = chosen.manifest.layers[:count]
    return count if [each.digest for each in mine] == [each.digest for each in base.layers] else None
