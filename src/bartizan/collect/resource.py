"""What every reader of declared infrastructure returns: resources, and what it could not read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown

Spots = Mapping[str, tuple[int, int]]
"""Line and column (from 1) of attributes by their path in the value, joined with `/`: `ingress/0/from_port`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One declared thing, evaluated as far as can be known before deployment."""

    type: str
    """`aws_s3_bucket`, `data.aws_iam_policy_document`, `AWS::S3::Bucket`, `apps/Deployment`, `Dockerfile`."""
    address: str
    """Unique within its reading: `module.net.aws_subnet.a[0]`, `LogicalId`, `default/Deployment/web`."""
    value: dict[str, Any]
    """JSON-like; any leaf or list member may be `Unknown` (also `Ref` and `Composite`); null is "known to be unset"."""
    place: Place
    spots: Spots = field(default_factory=dict)
    """Where the attributes are written; a path that is missing is found at its nearest ancestor."""
    spot_file: str = ""
    """The file `spots` points into, where it is not `place.file`."""
    doubt: Unknown | None = None
    """Why it is not certain that the resource will exist (an unknown `count`); None when it will."""

    def locate(self, path: str) -> Place:
        """Return where the attribute at `path` is written, or its nearest ancestor that is."""
        while path:
            if path in self.spots:
                line, column = self.spots[path]
                return Place(self.spot_file or self.place.file, line, column, via=self.place.via)
            path = path.rpartition("/")[0]
        return self.place


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one unit of files declares."""

    resources: list[Resource] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    also: tuple[str, ...] = ()
    """Files read beside the unit's own (modules, value files), relative to the scanned root: part of the cache key."""
