"""Two states of a target compared: the attack paths that were opened and closed between them, and by what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bartizan.core.attack import AttackPath, Cause, Paths, Repair
from bartizan.core.finding import Finding
from bartizan.core.place import Gap
from bartizan.core.report import RuleCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A path that is there in one of two states, and what of it the other has not."""

    path: AttackPath
    new: tuple[int, ...]
    """Positions of the hops that the other state does not allow."""
    by: tuple[Cause, ...] = ()
    """What is new or changed in those: the lines that did it."""
    repair: Repair | None = None
    """A change that would close it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two states of a target: what is open now that was not, and the other way round."""

    target: str
    base: str
    head: str
    opened: Sequence[Opened]
    closed: Sequence[Opened]
    """As `opened`, seen from the base: its places are those of the base."""
    paths: Paths
    """Of the head."""
    new: Sequence[Finding] = ()
    gone: Sequence[Finding] = ()
    rules: Mapping[str, RuleCard] = field(default_factory=dict)
    """Of the rules that those findings name."""
    notes: Sequence[str] = ()
    gaps: Sequence[Gap] = ()
