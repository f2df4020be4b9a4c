"""Layouts: JSON written so that people can read and compare it: one record on a line.

The standard encoder is fast only for compact text. So the outer levels are laid out here and each
record within is one compact line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | Iterator[Json] | None"

_COMPACT = json.JSONEncoder(ensure_ascii=True, check_circular=False)
_SURROGATE = re.compile("[\ud800-\udfff]")


def lay_out(value: Json, depth: int, indent: str = "") -> Iterator[str]:
    """Yield JSON in pieces, pure ASCII; the outermost `depth` levels have one member on a line.

    An iterator is written as an array, member by member: the whole of it is never in memory.
    """
    if isinstance(value, Iterator):
        yield from _array(value, depth, indent)
    elif depth == 0 or not value or isinstance(value, str | int | float):
        yield compact(value)
    elif isinstance(value, Mapping):
        yield from _object(value, depth, indent)
    else:
        yield from _array(value, depth, indent)


def _object(value: Mapping[str, Json], depth: int, indent: str) -> Iterator[str]:
    start = "{"
    for key, member in value.items():
        yield f"{start}\n{indent}  {compact(key)}: "
        yield from lay_out(member, depth - 1, f"{indent}  ")
        start = ","
    yield f"\n{indent}}}"


def _array(value: Iterable[Json], depth: int, indent: str) -> Iterator[str]:
    start = "["
    for member in value:
        yield f"{start}\n{indent}  "
        yield from lay_out(member, depth - 1, f"{indent}  ")
        start = ","
    yield "[]" if start == "[" else f"\n{indent}]"


def compact(value: Json) -> str:
    """Return JSON on one line; half characters, which strict readers refuse, become U+FFFD."""
    text = _COMPACT.encode(value)
    return text if "\\ud" not in text else _COMPACT.encode(_whole(value))


def _whole(value: Json) -> Json:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {_SURROGATE.sub("\ufffd", key): _whole(member) for key, member in value.items()}
    if isinstance(value, Sequence):
        return [_whole(member) for member in value]
    return value
