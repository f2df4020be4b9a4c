"""Names that were probably meant: the nearest known ones to what was written."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

SHOWN = 3


def meant(said: str, known: Iterable[str]) -> str:
    """Return ` Did you mean a, b or c?` with the nearest names, regardless of case; empty where none is near."""
    names = {name.lower(): name for name in known}
    near = [names[name] for name in get_close_matches(said.lower(), names, n=SHOWN, cutoff=0.75)]
    if not near:
        return ""
    listed = near[0] if len(near) == 1 else f"{', '.join(near[:-1])} or {near[-1]}"
    return f" Did you mean {listed}?"
