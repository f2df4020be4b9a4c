"""Platforms of images: which of several is meant, `linux/arm64/v8`."""

from __future__ import annotations

import platform as machine
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bartizan.collect.image.origin.error import ImageError

_ARCHITECTURES = {
    "x86_64": "amd64",
    "x86-64": "amd64",
    "aarch64": "arm64",
    "armv8l": "arm64",
    "armv7l": "arm",
    "armv6l": "arm",
    "armhf": "arm",
    "armel": "arm",
    "i386": "386",
    "i686": "386",
}
_ARM = ("v8", "v7", "v6", "v5")
"""Variants of 32-bit ARM, each of which runs those after it."""


@dataclass(frozen=True, slots=True)
class Platform:
    """An operating system and an architecture."""

    system: str
    architecture: str
    variant: str = ""

    def __str__(self) -> str:
        return "/".join(part for part in (self.system, self.architecture, self.variant) if part)


def own() -> Platform:
    """Return the platform of images that this machine runs: Linux, whatever it runs itself."""
    name = machine.machine().lower()
    variant = {"armv7l": "v7", "armv6l": "v6"}.get(name, "")
    return Platform("linux", _ARCHITECTURES.get(name, name), variant)


def parse(text: str) -> Platform:
    """Return the platform a text means; raises `ImageError`."""
    parts = text.strip().lower().split("/")
    if not 2 <= len(parts) <= 3 or not all(parts):
        raise ImageError(f"{text!r} is no platform; write it as os/architecture, linux/arm64 or linux/arm/v7.")
    return Platform(parts[0], _ARCHITECTURES.get(parts[1], parts[1]), parts[2] if len(parts) > 2 else "")


def declared(table: Mapping[str, Any]) -> Platform | None:
    """Return the platform that an index or a configuration declares; None where it does not."""
    system, architecture, variant = (table.get(name) for name in ("os", "architecture", "variant"))
    if not isinstance(system, str) or not isinstance(architecture, str) or not system or not architecture:
        return None
    return Platform(system.lower(), architecture.lower(), variant.lower() if isinstance(variant, str) else "")


def best(wanted: Platform, offered: Sequence[Platform | None]) -> int | None:
    """Return which of the platforms offered fits best; None when none does."""
    ranked = [(_rank(wanted, each), number) for number, each in enumerate(offered) if each is not None]
    fitting = [(rank, number) for rank, number in ranked if rank is not None]
    return min(fitting)[1] if fitting else None


def _rank(wanted: Platform, offered: Platform) -> int | None:
    """Return how far off a platform is, 0 being exact; None where it does not fit."""
    if (wanted.system, wanted.architecture) != (offered.system, offered.architecture):
        return None
    if wanted.variant == offered.variant:
        return 0
    if wanted.architecture == "arm":
        order = _ARM[_ARM.index(wanted.variant or "v7") :] if (wanted.variant or "v7") in _ARM else ()
        return 1 + order.index(offered.variant) if offered.variant in order else (9 if not offered.variant else None)
    usual = {"arm64": "v8", "amd64": "v1"}.get(wanted.architecture, "")
    return 1 if {wanted.variant or usual, offered.variant or usual} == {usual} else (2 if not wanted.variant else None)
