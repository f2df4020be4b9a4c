"""Faults of ours: the one place where any error is caught, so that one of them never passes for a result."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fault:
    """An error nobody foresaw."""

    what: str
    """Its type and text."""
    trace: str
    """Where it happened, for whoever mends it."""


def attempted(work: Callable[[], T], passing: tuple[type[Exception], ...] = ()) -> T | Fault:
    """Do some work; returns the fault that stopped it. Errors of the types in `passing` are not faults."""
    try:
        return work()
    except passing:
        raise
    except Exception as error:  # noqa: BLE001 - see above
        return Fault(f"{type(error).__name__}: {error}", traceback.format_exc())
