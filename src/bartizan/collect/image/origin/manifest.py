"""Manifests, indexes and descriptors: what an image is made of, in OCI's form and in Docker's.

Source: the OCI image specification 1.1 (manifest, index, descriptor) and Docker's image manifest version 2, schema 2.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.image.layer.flow import Mismatch, digest_of, well_formed
from bartizan.collect.image.origin.error import ImageError

INDEXES = ("application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json")
MANIFESTS = ("application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json")
OLDEST = "application/vnd.docker.distribution.manifest.v1"
"""How the types of manifests begin that are no longer used."""
LARGEST = 8 << 20
"""Bytes of a manifest or a configuration."""
MOST_LAYERS = 1000
ATTESTATION = "attestation-manifest"
REFERENCE_TYPE, REFERENCE_DIGEST = "vnd.docker.reference.type", "vnd.docker.reference.digest"
"""Annotations by which BuildKit says what a manifest in an index is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptor:
    """Something that is kept by its digest."""

    digest: str
    size: int
    media_type: str = ""
    artifact_type: str = ""
    annotations: Mapping[str, str] = field(default_factory=dict)
    platform: Mapping[str, Any] = field(default_factory=dict)

    @property
    def foreign(self) -> bool:
        """Return whether it is kept elsewhere, for it may not be handed on: base layers of Windows."""
        return "foreign" in self.media_type or "nondistributable" in self.media_type

    @property
    def attestation(self) -> bool:
        """Return whether it is BuildKit's attestation about another manifest of the same index."""
        return self.annotations.get(REFERENCE_TYPE) == ATTESTATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A manifest of one image or artifact, or an index of several."""

    digest: str
    media_type: str
    artifact_type: str = ""
    annotations: Mapping[str, str] = field(default_factory=dict)
    subject: str = ""
    """Digest of what it is about, for an artifact."""
    config: Descriptor | None = None
    layers: tuple[Descriptor, ...] = ()
    manifests: tuple[Descriptor, ...] | None = None
    """What an index lists; None for what is no index."""


def parse(data: bytes, digest: str, media_type: str = "") -> Manifest:
    """Return the manifest in bytes; raises `ImageError` for what is none."""
    table = as_object(data, f"The manifest {digest}")
    kind = _text(table.get("mediaType")) or media_type.partition(";")[0].strip()
    if kind.startswith(OLDEST) or table.get("schemaVersion") == 1:
        raise ImageError(
            f"The manifest {digest} is of schema 1, which no longer tells what is in an image for certain; "
            "push the image again with a current tool."
        )
    subject = table.get("subject")
    listed = table.get("manifests")
    config = table.get("config")
    return Manifest(
        digest=digest,
        media_type=kind,
        artifact_type=_text(table.get("artifactType")),
        annotations=_texts(table.get("annotations")),
        subject=_text(subject.get("digest")) if isinstance(subject, dict) else "",
        config=_descriptor(config) if isinstance(config, dict) else None,
        layers=_descriptors(table.get("layers"), digest),
        manifests=_descriptors(listed, digest) if isinstance(listed, list) else None,
    )


def as_object(data: bytes, what: str) -> dict[str, Any]:
    """Return the JSON object in bytes; raises `ImageError`, which says of what."""
    try:
        table = json.loads(data)
    except (ValueError, RecursionError):
        raise ImageError(f"{what} is no JSON; pull or save the image again.") from None
    if not isinstance(table, dict):
        raise ImageError(f"{what} is not what it should be (no JSON object); pull or save the image again.")
    return table


def verified(data: bytes, digest: str, what: str) -> bytes:
    """Return bytes that have a digest; raises `ImageError` where they have another."""
    try:
        found = digest_of(data, digest)
    except Mismatch as error:
        raise ImageError(f"{what} cannot be verified: {error}.") from None
    if found != digest:
        raise ImageError(f"{what} does not match its digest {digest}: it was changed or damaged; pull it again.")
    return data


def _descriptors(found: object, digest: str) -> tuple[Descriptor, ...]:
    if not isinstance(found, list):
        return ()
    if len(found) > MOST_LAYERS:
        raise ImageError(f"The manifest {digest} lists {len(found)} things, more than {MOST_LAYERS}.")
    return tuple(_descriptor(each) for each in found)


def _descriptor(table: object) -> Descriptor:
    found = table if isinstance(table, dict) else {}
    digest = found.get("digest")
    size = found.get("size")
    if not isinstance(digest, str) or not well_formed(digest):
        raise ImageError(f"A manifest names something without a digest that is known: {str(digest)[:100]!r}.")
    platform = found.get("platform")
    return Descriptor(
        digest=digest,
        size=size if isinstance(size, int) else 0,
        media_type=_text(found.get("mediaType")),
        artifact_type=_text(found.get("artifactType")),
        annotations=_texts(found.get("annotations")),
        platform=platform if isinstance(platform, dict) else {},
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> dict[str, str]:
    return {k: v for k, v in value.items() if isinstance(v, str)} if isinstance(value, dict) else {}
