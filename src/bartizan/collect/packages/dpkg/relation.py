"""Relations between packages, as Debian's control files write them."""

from __future__ import annotations

import re

_BEYOND_NAME = re.compile(r"[\s(:\[<]")


def relations(text: str) -> list[list[str]]:
    """Return the names of `libc6:any (>= 2.36), awk | mawk`: each need as the names that would do."""
    if not text:
        return []
    return [[_BEYOND_NAME.split(name.strip(), maxsplit=1)[0] for name in each.split("|")] for each in text.split(",")]
