"""Software bills of materials: what a target contains, ready for any format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bartizan.core.kind import Asset
from bartizan.core.place import Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """The packages of one target."""

    target: str
    """As it was given."""
    of: str
    """What the target is: `directory`, `rootfs` or `image`."""
    version: str
    """Of Bartizan."""
    created: str = ""
    """When the target was made, `2026-11-23T10:00:00Z`; empty where it does not say. Never the time of day."""
    packages: Sequence[Asset]
    """Of the kind `software.package`, sorted by id."""
    system: Asset | None = None
    """Of the kind `software.system`."""
    image: Asset | None = None
    """Of the kind `container.image`."""
    gaps: Sequence[Gap] = ()
    """What could not be read: where there are any, the bill may lack packages."""
