"""What is known of an image as a whole, besides its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bartizan.core.truth import Unknown

NO_BASE = Unknown("the image does not tell where its base ends")
_NOT_ASKED = Unknown("it cannot be told what is kept beside an image in an archive; scan it in its registry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One layer, from the lowest up."""

    digest: str
    """Of its content once decompressed (its diff id), which is the same wherever the image is kept."""
    stored: str
    """Digest of it as it is stored; empty where that is not told."""
    from_base: bool | Unknown = NO_BASE


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Whether there are signatures, provenance attestations and bills of materials beside the image."""

    signed: bool | Unknown = _NOT_ASKED
    provenance: bool | Unknown = _NOT_ASKED
    bill: bool | Unknown = _NOT_ASKED


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """An image: what it is called, its configuration, its layers."""

    reference: str | None
    """The name it was looked up by, or was given; None where it has none."""
    digest: str | Unknown
    """Of its manifest."""
    id: str
    """Digest of its configuration, by which it is told apart where it has neither name nor manifest."""
    platform: str | Unknown
    config: Mapping[str, Any]
    """The configuration, as the image has it: it may hold secrets."""
    annotations: Mapping[str, str] = field(default_factory=dict)
    """Of its manifest."""
    layers: tuple[Layer, ...] = ()
    beside: Beside = field(default_factory=Beside)
    whole: bool = True
    """Whether every layer could be read to its end."""

    @property
    def address(self) -> str:
        """Return what the image is called in reports."""
        if self.reference:
            return self.reference
        return self.digest if isinstance(self.digest, str) else self.id
