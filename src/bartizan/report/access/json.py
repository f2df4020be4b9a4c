"""JSON of answers: every word of the core as an object, with its fields as they are named there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from json import dumps
from typing import Any, TextIO

from bartizan.core.access import Decision
from bartizan.core.truth import Truth
from bartizan.report.output import emit

SCHEMA_VERSION = "1"
"""Changed when a reader of the old one would break; additions keep it."""


def write(answer: Any, target: str, version: str, stream: TextIO) -> None:
    """Write an answer: a dataclass of `core.answer`; `version` is the program's."""
    head = {"schema_version": SCHEMA_VERSION, "tool": {"name": "bartizan", "version": version}}
    document = {**head, "target": target, **plain(answer)}
    emit(stream, [dumps(document, indent=2, ensure_ascii=False), "\n"])


def plain(value: Any) -> Any:
    """Return a word of the core as plain JSON values; truths read `yes`, `no`, `unknown`."""
    if isinstance(value, Truth):
        return value.name.lower()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decision):
        return {"verdict": value.verdict.value, **_fields(value)}
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list | tuple | frozenset) else value


def _fields(value: Any) -> dict[str, Any]:
    return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
