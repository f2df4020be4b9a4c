"""Texts of which parts may be unknown: made, joined and split."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bartizan.core.truth import Composite, Ref, Unknown

Piece = str | Unknown


def written(value: Any) -> Piece:
    """Return a value as the text CloudFormation makes of it; `Unknown` for what has no one text."""
    if isinstance(value, str | Unknown):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return Unknown("a list or a mapping stands where a text is wanted")


def joined(pieces: Iterable[Piece]) -> Piece:
    """Return the text of pieces: a text when all are known, a `Composite` otherwise, one unknown piece as itself."""
    parts: list[Piece] = []
    for piece in pieces:
        for part in piece.parts if isinstance(piece, Composite) and piece.parts else (piece,):
            _append(parts, part)
    unknown = [part for part in parts if isinstance(part, Unknown)]
    if not unknown:
        return "".join(part for part in parts if isinstance(part, str))
    return unknown[0] if len(parts) == 1 else Composite(unknown[0].why, tuple(parts))


def _append(parts: list[Piece], part: Piece) -> None:
    if part == "":
        return
    last = parts[-1] if parts else None
    if isinstance(part, str) and isinstance(last, str):
        parts[-1] = last + part
    else:
        parts.append(part)


def split(text: Piece, by: str) -> list[Piece] | Unknown:
    """Return the parts of a text between separators; `Unknown` where an unknown part may hold one."""
    if isinstance(text, str):
        return list(text.split(by)) if by else [text]
    parts: Sequence[Piece] = text.parts if isinstance(text, Composite) else (text,)
    if not parts or by != "," or not all(isinstance(part, str) or _is_one(part) for part in parts):
        return Unknown(text.why)
    members: list[list[Piece]] = [[]]
    for part in parts:
        first, *others = part.split(by) if isinstance(part, str) else [part]
        members[-1].append(first)
        members.extend([other] for other in others)
    return [joined(member) for member in members]


def _is_one(part: Unknown) -> bool:
    """Tell whether an unknown part is the name, id or ARN of one thing: such names hold no commas."""
    return isinstance(part, Ref) and part.attribute == "Ref" and part.address != "Fn::ImportValue"


def shown(text: Piece) -> str:
    """Return a text as it would be written, an unknown part as `${Name.Attribute}`."""
    if isinstance(text, str):
        return text
    if isinstance(text, Composite):
        return "".join(map(shown, text.parts))
    if isinstance(text, Ref):
        name = text.address if text.attribute in ("", "Ref") else f"{text.address}.{text.attribute}"
        return f"${{{name}}}"
    return "${?}"
