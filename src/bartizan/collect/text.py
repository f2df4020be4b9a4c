"""Texts that may be partly unknown: joined, cut, and taken apart as names of images."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from bartizan.core.truth import Composite, Unknown

Text = str | Unknown
MAX_PARTS = 64
_HEX = re.compile(r"[0-9a-fA-F]{32,}$")


def parts(text: Text | None) -> tuple[str | Unknown, ...]:
    """Return the known and the unknown stretches of a text; none of no text."""
    if text is None:
        return ()
    if isinstance(text, Composite):
        return text.parts
    return (text,) if text != "" else ()


def joined(pieces: Iterable[Text]) -> Text:
    """Return the text that stretches make; known if all of them are."""
    merged: list[Any] = []
    for piece in (part for text in pieces for part in parts(text)):
        if isinstance(piece, str) and merged and isinstance(merged[-1], str):
            merged[-1] += piece
        else:
            merged.append(piece)
    if len(merged) > MAX_PARTS:
        return Unknown("the text has more variables than are followed")
    if not merged:
        return ""
    if len(merged) == 1:
        return merged[0]  # type: ignore[no-any-return]  # a member of a list of texts and unknowns
    return Composite(next(piece.why for piece in merged if isinstance(piece, Unknown)), tuple(merged))


def cut(text: Text, separator: str) -> tuple[Text, Text | None]:
    """Return what stands before and after the first separator; None for the second where there is none to be seen."""
    before: list[Text] = []
    pieces = parts(text)
    for index, piece in enumerate(pieces):
        if isinstance(piece, str) and separator in piece:
            left, _, right = piece.partition(separator)
            return joined([*before, left]), joined([right, *pieces[index + 1 :]])
        before.append(piece)
    return text, None


def tail(text: Text) -> tuple[str, Unknown | None]:
    """Return the known end of a text, and the unknown stretch before it."""
    if isinstance(text, str):
        return text, None
    pieces = parts(text)
    last = pieces[-1]
    if isinstance(last, Unknown):
        return "", last
    before = pieces[-2]
    return last, before if isinstance(before, Unknown) else None


def image(text: Text | None) -> dict[str, Any]:
    """Return what a reference to an image says: `repository`, `tag` and `digest`, null where there is none.

    `python:${VERSION}` has the repository `python`, an unknown tag, and perhaps a digest.
    """
    if text is None:
        return dict.fromkeys(("repository", "tag", "digest"))
    name, digest = cut(text, "@")
    if digest is None:
        digest = _digest_within(name)
    repository, tag = _tagged(name)
    return {"repository": repository, "tag": tag, "digest": digest}


def _digest_within(name: Text) -> Unknown | None:
    known, unknown = tail(name)
    if unknown is None or "/" in known:
        return None
    if ":" in known and not _HEX.search(known):
        return None  # what is unknown ends before the tag
    return Unknown(unknown.why)


def _tagged(name: Text) -> tuple[Text, Text | None]:
    known, unknown = tail(name)
    last = known.rpartition("/")[2]
    if ":" in last:
        tag = last.rpartition(":")[2]
        return joined([*parts(name)[:-1], known.removesuffix(f":{tag}")]), tag
    if unknown is None or "/" in known:
        return name, None
    return _tagged_before(name, unknown)


def _tagged_before(name: Text, unknown: Unknown) -> tuple[Text, Text]:
    """Split a name whose last component has an unknown stretch: after a colon it is the tag."""
    pieces = parts(name)
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if not isinstance(piece, str):
            continue
        last = piece.rpartition("/")[2]
        if ":" in last:
            left, _, right = last.rpartition(":")
            before = piece.removesuffix(last) + left
            return joined([*pieces[:index], before]), joined([right, *pieces[index + 1 :]])
        if "/" in piece:
            break
    return name if len(pieces) > 1 else unknown, Unknown(unknown.why)
