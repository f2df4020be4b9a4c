"""An image that was found: its manifest and configuration are read, its layers still to be."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

from bartizan.collect.image.layer.facts import Beside
from bartizan.collect.image.layer.flow import Expected, well_formed
from bartizan.collect.image.layer.gather import Stored
from bartizan.collect.image.layer.inflate import Readable
from bartizan.collect.image.origin import platform
from bartizan.collect.image.origin.error import ImageError, NotThere
from bartizan.collect.image.origin.manifest import Descriptor, Manifest, as_object
from bartizan.collect.image.origin.platform import Platform
from bartizan.core.truth import Unknown

_DEPTH = 4
"""Indexes within indexes."""
_FOREIGN = (
    "The layer is kept elsewhere, for its licence lets nobody hand it on (base layers of Windows are so); "
    "what it brings is not known."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An image, with its layers from the lowest up."""

    reference: str | None
    digest: str | Unknown
    id: str
    """Digest of its configuration."""
    config: dict[str, Any]
    layers: tuple[Stored, ...]
    diff_ids: tuple[str, ...]
    annotations: Mapping[str, str] = field(default_factory=dict)
    beside: Beside = field(default_factory=Beside)
    base_layers: int | None = None
    """How many of the layers are known to be of its base image."""
    forwards: bool = False


class Store(Protocol):
    """Where manifests and blobs are kept by their digests."""

    def manifest(self, digest: str) -> Manifest:
        """Return a manifest, verified; raises `ImageError`."""
        ...

    def read(self, descriptor: Descriptor) -> bytes:
        """Return a small blob, verified; raises `ImageError`."""
        ...

    def open(self, descriptor: Descriptor) -> AbstractContextManager[Readable]:
        """Open a blob; raises `OSError`, as does reading it."""
        ...

    def order(self, descriptor: Descriptor) -> int:
        """Return where a blob stands in what can only be read forwards."""
        ...


@dataclass(frozen=True, slots=True)
class Chosen:
    """The manifest of one platform, and the indexes that led to it, the outermost first."""

    manifest: Manifest
    through: tuple[Manifest, ...]

    @property
    def digests(self) -> frozenset[str]:
        """Return the digests that a signature of the image may be of."""
        return frozenset((self.manifest.digest, *(index.digest for index in self.through)))


def choose(store: Store, manifest: Manifest, wanted: Platform | None) -> Chosen:
    """Return the manifest of the platform that is wanted (None: that of this machine); raises `ImageError`."""
    through: list[Manifest] = []
    while manifest.manifests is not None:
        if len(through) >= _DEPTH or manifest.digest in {index.digest for index in through}:
            raise ImageError("Its indexes go too deep; name the image of one platform by its digest.")
        through.append(manifest)
        manifest = store.manifest(of_platform(manifest, wanted).digest)
    return Chosen(manifest, tuple(through))


def of_platform(index: Manifest, wanted: Platform | None) -> Descriptor:
    """Return what an index lists for a platform (None: for that of this machine); raises `ImageError`."""
    images = [each for each in index.manifests or () if not each.attestation and not each.artifact_type]
    if not images:
        raise NotThere(f"The index {index.digest} lists no image.")
    offered = [platform.declared(each.platform) for each in images]
    number = platform.best(wanted or platform.own(), offered)
    if number is not None:
        return images[number]
    if len(images) == 1 and (wanted is None or offered[0] is None):
        return images[0]
    there = ", ".join(sorted({str(each) for each in offered if each is not None})) or "none that it tells"
    raise NotThere(f"The image is not there for {wanted or platform.own()}; choose with --platform, there is {there}.")


def found(store: Store, chosen: Chosen, reference: str | None, wanted: Platform | None) -> Found:
    """Return the image of a manifest; raises `ImageError` for what is no image."""
    manifest = chosen.manifest
    if manifest.config is None:
        raise ImageError(f"{manifest.digest} has no configuration: it is no container image.")
    config = configuration(store.read(manifest.config), manifest.config)
    check_platform(config, wanted)
    diff_ids = diff_ids_of(config)
    if len(diff_ids) != len(manifest.layers):
        raise ImageError(
            f"The image {manifest.digest} has {len(manifest.layers)} layers, and its configuration tells of "
            f"{len(diff_ids)}: it is damaged; build or pull it again."
        )
    layers = tuple(_stored(store, each, diff_ids, number) for number, each in enumerate(manifest.layers))
    return Found(
        reference=reference,
        digest=manifest.digest,
        id=manifest.config.digest,
        config=config,
        layers=layers,
        diff_ids=diff_ids,
        annotations=manifest.annotations,
    )


def configuration(data: bytes, descriptor: Descriptor) -> dict[str, Any]:
    """Return the configuration of an image; raises `ImageError` for something else: a chart, a module."""
    kind = descriptor.media_type
    if kind and "image.config" not in kind and "container.image" not in kind:
        raise ImageError(f"It is no container image: its configuration is {kind[:100]}.")
    return as_object(data, f"The configuration {descriptor.digest}")


def check_platform(config: Mapping[str, Any], wanted: Platform | None) -> None:
    """Raise `ImageError` where an image is for another platform than the one that was asked for."""
    own = platform.declared(config)
    if wanted is not None and own is not None and platform.best(wanted, [own]) is None:
        raise NotThere(f"The image is for {own} only, not for {wanted}; leave out --platform to scan it.")


def diff_ids_of(config: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the digests of the layers once decompressed, as the configuration tells them; raises `ImageError`."""
    rootfs = config.get("rootfs")
    listed = rootfs.get("diff_ids") if isinstance(rootfs, dict) else None
    if not isinstance(listed, list) or not all(isinstance(each, str) and well_formed(each) for each in listed):
        raise ImageError("Its configuration does not tell its layers (rootfs.diff_ids): it is no container image.")
    return tuple(listed)


def title(number: int, count: int, digest: str) -> str:
    """Return what a layer is called in gaps."""
    return f"layer {number + 1} of {count} ({digest[:19]})"


def _stored(store: Store, each: Descriptor, diff_ids: tuple[str, ...], number: int) -> Stored:
    def opener() -> AbstractContextManager[Readable]:
        return store.open(each)

    return Stored(
        title(number, len(diff_ids), diff_ids[number]),
        Expected(each.digest, diff_ids[number], each.size),
        opener,
        store.order(each),
        _FOREIGN if each.foreign else "",
    )
