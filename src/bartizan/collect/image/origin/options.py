"""How registries are asked."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.collect.image.origin.error import ImageError


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryOptions:
    """Settings for registries."""

    mirrors: tuple[str, ...] = ()
    """What to ask before a registry, and falling back to it: `docker.io=mirror.example`."""
    insecure: tuple[str, ...] = ()
    """Hosts, with their ports, that are asked without TLS."""
    patience: float = 30.0
    """Seconds to wait for a connection, or for the next bytes."""

    def mirrors_of(self, host: str) -> list[str]:
        """Return the mirrors of a registry; raises `ImageError` for a setting that is not understood."""
        found: list[str] = []
        for text in self.mirrors:
            of, equals, mirror = text.partition("=")
            if not equals or not of.strip() or not mirror.strip():
                raise ImageError(f"{text!r} is no mirror; write it as docker.io=mirror.example.")
            if of.strip() == host:
                found.append(mirror.strip().rstrip("/"))
        return found
