"""Priority: how soon to act on a finding, decided from what is known of its exploitation, exposure and impact."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bartizan.core.truth import Truth


class Decision(Enum):
    """How soon to act on a vulnerability: the timelines of CISA BOD 26-04, with the words of SSVC."""

    ACT = "act"
    """Within 3 days."""
    ATTEND = "attend"
    """Within 14 days."""
    TRACK_CLOSELY = "track closely"
    """Within 60 days."""
    TRACK = "track"
    """When the system is next upgraded."""


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
    forensic: bool = False
    """Whether to look for traces of an intrusion as well: it may have happened already."""
    least: Decision | None = None
    """Where an input is not known: the least urgent decision that is still possible; `decision` is the most urgent."""
    inputs: tuple[Input, ...]
    score: float
    """0 to 100, for sorting within one decision and for nothing else."""
