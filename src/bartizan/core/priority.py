"""Priority: how soon to act on a finding, decided from what is known of its exploitation, exposure and impact."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bartizan.core.truth import Truth


class Decision(Enum):
    """How soon to act on a vulnerability, by CISA BOD 26-04."""

    ACT = "act"
    ATTEND = "attend"
    TRACK_CLOSELY = "track closely"
    TRACK = "track"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One of the four inputs of a decision."""

    name: str
    """`exploited`, `exposed`, `automatable`, `impact`."""
    truth: Truth
    says: str
    """The evidence: `listed by CISA on 2022-04-01`, `reached from the Internet: Service storefront, port 80`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority:
    """How soon to act on a finding, and why."""

    decision: Decision
    days: int | None
    """Days to act in; None for the next regular update."""
    inputs: tuple[Input, ...]
    score: float
    """0 to 100, for sorting within one decision and for nothing else."""
