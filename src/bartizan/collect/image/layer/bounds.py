"""Bounds on what reading an image may take: a small file can be a layer of any size."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much of an image is read; beyond that there is a gap, and the rest goes on."""

    unpacked: int = 64 << 30
    """Bytes of all layers, decompressed."""
    ratio: int = 200
    """How many times its stored size a layer may expand to, once beyond `harmless`."""
    harmless: int = 256 << 20
    """Bytes a layer may always expand to."""
    entries: int = 2_000_000
    """Files of all layers."""
    file: int = 512 << 20
    """Bytes of a file that is kept."""
    kept: int = 8 << 30
    """Bytes of all files that are kept."""
    path: int = 4096
    """Characters of a path."""


@dataclass(slots=True)
class Spent:
    """How much has been read so far."""

    unpacked: int = 0
    kept: int = 0
