"""Statements: one claim about one vulnerability of some products; and how they are picked out of loose JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bartizan.core.vulnerability import Status


class Malformed(Exception):
    """A document that is VEX by its marks and cannot be understood; its text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a document says of one vulnerability."""

    ids: frozenset[str]
    """The names the vulnerability goes by."""
    products: frozenset[str]
    """Package URLs of what it is about, or digests and names of images; empty for everything."""
    parts: frozenset[str] = frozenset()
    """Package URLs of the parts of those products that it is about; empty for the products themselves."""
    status: Status
    reason: str
    """The justification, and what is added to it."""
    author: str
    time: str
    """As written: ISO 8601, so that later ones sort after."""
    file: str


STATUSES = {status.value: status for status in Status}


def mapping(value: Any) -> dict[str, Any]:
    """Return a value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a list."""
    yield from (each for each in (value if isinstance(value, list) else ()) if isinstance(each, dict))


def text(value: Any) -> str:
    """Return a value if it is a text, else an empty one."""
    return value if isinstance(value, str) else ""


def texts(value: Any) -> Iterator[str]:
    """Yield the texts of a list."""
    yield from (each for each in (value if isinstance(value, list) else ()) if isinstance(each, str) and each)


def joined(*parts: str) -> str:
    """Return the parts that are not empty, as one reason."""
    return ": ".join(part for part in parts if part)
