"""Targets on the command line: paths, and what is told by a word before a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from bartizan.app.target import Target


class TargetType(click.ParamType["Target"]):
    """Parses `infra`, `image:REFERENCE-OR-FILE`, `oci-dir:PATH`, `rootfs:PATH`, `sbom:FILE`."""

    name = "target"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Target:
        """Return the target that a text means."""
        from bartizan.app.target import Target, target

        return value if isinstance(value, Target) else target(str(value))
