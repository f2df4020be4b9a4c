"""Reads JSON text with holes in it, as it was written: holes may stand for whole values, keys may occur twice."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from bartizan.identity.hole import CLOSE, OPEN


class Pairs(list[tuple[str, Any]]):
    """An object as its pairs in order, so that a key that occurs twice is not lost."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A text that is no JSON."""

    why: str
    """One sentence."""


_AS_WRITTEN: dict[str, Any] = {"object_pairs_hook": Pairs, "parse_int": str, "parse_float": str, "parse_constant": str}
"""Numbers stay the texts they are written as: account ids without quotation marks."""

_HOLE = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
_TOKEN = re.compile(
    rf'"(?:[^"\\{OPEN}]|\\.|{OPEN}[^{CLOSE}]*{CLOSE})*"|{OPEN}[^{CLOSE}]*{CLOSE}',
    re.DOTALL,
)
"""A text in quotation marks, holes and all; or a hole that stands for a value."""


def read(text: str) -> Any:
    """Return a JSON value, objects as `Pairs` and numbers as texts; `Broken` where the text is none."""
    text = text.strip().removeprefix("\ufeff").strip()
    if text.startswith(("%7B", "%7b")):
        text = unquote(text)
    try:
        return _with_holes(text) if OPEN in text else json.loads(text, **_AS_WRITTEN)
    except RecursionError:
        return Broken("it is nested too deeply")
    except ValueError as error:
        return Broken(f"it is not valid JSON: {error}")


def _with_holes(text: str) -> Any:
    """Parse with numbers for the holes' names, which may have quotation marks in them."""
    names: list[str] = []

    def numbered(match: re.Match[str]) -> str:
        names.append(_unescaped(match[1]))
        return f"{OPEN}{len(names) - 1}{CLOSE}"

    def token(match: re.Match[str]) -> str:
        marked = _HOLE.sub(numbered, match[0])
        return marked if marked.startswith('"') else f'"{marked}"'

    return _filled(json.loads(_TOKEN.sub(token, text), **_AS_WRITTEN), names)


def _unescaped(name: str) -> str:
    """Return the name of a hole as it was before JSON escaped it."""
    return name.replace('\\"', '"').replace("\\\\", "\\") if "\\" in name else name


def _filled(value: Any, names: list[str]) -> Any:
    if isinstance(value, str):
        return _HOLE.sub(lambda match: f"{OPEN}{names[int(match[1])]}{CLOSE}", value) if OPEN in value else value
    if isinstance(value, Pairs):
        return Pairs((_filled(key, names), _filled(item, names)) for key, item in value)
    return [_filled(item, names) for item in value] if isinstance(value, list) else value
