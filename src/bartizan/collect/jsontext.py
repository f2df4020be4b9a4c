"""JSON written as a template, decoded although parts of its texts are unknown.

Policies are often written so: `"Resource": "${aws_s3_bucket.logs.arn}/*"`. An unknown part within quotes is part of one
text; one that stands for a whole value is that value. It is taken that an unknown part has no quotes of its own.
"""

from __future__ import annotations

import json
import re
from typing import Any

from bartizan.core.truth import Composite, Unknown

_MARK = "\ue000{}\ue001"
_MARKED = re.compile("\ue000(\\d+)\ue001")
_QUOTE = re.compile(r'\\.|"', re.DOTALL)


def decoded(text: Composite) -> Any:
    """Return the object or list that a partly unknown JSON text encodes, None where it is none."""
    if not isinstance(text.parts[0], str) or text.parts[0].lstrip()[:1] not in ("{", "["):
        return None
    encoded, unseen = _marked(text)
    try:
        return _restored(json.loads(encoded, strict=False), unseen)
    except (ValueError, RecursionError):
        return None


def _marked(text: Composite) -> tuple[str, list[Unknown]]:
    """Return the text with marks in the places of unknown parts, quoted where they are whole values."""
    pieces: list[str] = []
    unseen: list[Unknown] = []
    within = False
    for part in text.parts:
        if isinstance(part, str):
            within ^= sum(match.group() == '"' for match in _QUOTE.finditer(part)) % 2 == 1
            pieces.append(part)
        else:
            mark = _MARK.format(len(unseen))
            pieces.append(mark if within else f'"{mark}"')
            unseen.append(part)
    return "".join(pieces), unseen


def _restored(value: Any, unseen: list[Unknown]) -> Any:
    if isinstance(value, str):
        return _text(value, unseen)
    if isinstance(value, list):
        return [_restored(item, unseen) for item in value]
    if isinstance(value, dict):
        if any(_MARKED.search(key) for key in value):
            raise ValueError("a key is not known")
        return {key: _restored(item, unseen) for key, item in value.items()}
    return value


def _text(value: str, unseen: list[Unknown]) -> Any:
    pieces = _MARKED.split(value)
    if len(pieces) == 1:
        return value
    parts = tuple(unseen[int(piece)] if place % 2 else piece for place, piece in enumerate(pieces) if piece)
    why = next(part.why for part in parts if isinstance(part, Unknown))
    return parts[0] if len(parts) == 1 else Composite(why, parts)
