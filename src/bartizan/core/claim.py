"""Claims: what the product believes, written down as data, each with the examples that prove it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from bartizan.core.condition import Condition
from bartizan.core.kind import Asset, TextTerm

A = TypeVar("A", bound=Asset)

Scene = Asset | tuple[Asset, ...]
"""A small world for an example; the claim is tried on its first asset."""


class Severity(Enum):
    """How much harm a failure allows, by itself and if everything else is well.

    CRITICAL: anyone who can reach it takes over the asset or its data, nothing else needed.
    HIGH: one more weakness, or a foothold inside, and the asset or its data is lost.
    MEDIUM: makes an attack wider, or a failure harder to notice, limit or undo.
    LOW: hygiene; the harm is indirect or needs several other weaknesses.
    """

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Return 0 for LOW up to 3 for CRITICAL."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[A]):
    """Every asset of a kind must meet a condition."""

    id: str
    title: str
    """States the good: "S3 buckets are not open to everyone"."""
    severity: Severity
    every: type[A]
    where: Condition[A] | None = None
    """Which of them the rule is about; all, when None."""
    must: Condition[A]
    because: str
    """What can happen otherwise: a sentence or two."""
    fix: str
    """What to change, named as the attribute or setting is called in the source languages."""
    advice: TextTerm[A] | None = None
    """The attribute that says what to do about one asset, where `fix` can only say it of all."""
    serves: tuple[str, ...]
    """Ids of the objectives it serves, the first being the main one."""
    also: tuple[str, ...] = ()
    """Ids of the same check in other tools, honoured in their ignore comments: `CKV_AWS_20`, `AVD-AWS-0092`."""
    passes: Sequence[Scene]
    fails: Sequence[Scene]


@dataclass(frozen=True, slots=True)
class Objective:
    """A security aim that rules serve and frameworks ask for."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One demand of a framework, and what judges it."""

    id: str
    title: str
    rules: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    manual: str = ""
    """Why it cannot be judged automatically; empty when it can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A published standard."""

    id: str
    title: str
    publisher: str
    version: str
    url: str
    requirements: tuple[Requirement, ...]
