"""Findings: what was concluded, on what evidence, and whether somebody accepted it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum

from bartizan.core.place import Place
from bartizan.core.priority import Priority
from bartizan.core.truth import Truth


class Verdict(Enum):
    """How a rule turned out for one asset."""

    PASS = "pass"
    FAIL = "fail"
    UNKNOWN = "unknown"


VERDICTS = {Truth.YES: Verdict.PASS, Truth.NO: Verdict.FAIL, Truth.UNKNOWN: Verdict.UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One value that decided, as a person reads it."""

    asset: str
    attribute: str
    value: str
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """Why a failure is not counted: somebody accepted it."""

    by: str
    """`comment`, `waiver` or `baseline`."""
    reason: str
    place: Place | None = None
    until: str = ""
    """Last day it counts, YYYY-MM-DD; empty for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A decision, written down in the configuration, to accept certain failures."""

    rule: str = "*"
    """Pattern of rule ids; `*` stands for any run of characters, here and below."""
    asset: str = "*"
    """Pattern of asset ids."""
    path: str = "*"
    """Pattern of file paths relative to the target."""
    reason: str
    owner: str = ""
    expires: str = ""
    """Last day it counts, YYYY-MM-DD; empty for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule tried on one asset."""

    rule: str
    asset: str
    kind: str
    verdict: Verdict
    place: Place
    evidence: tuple[Evidence, ...] = ()
    advice: str = ""
    """What to do about this one, where the rule's fix can only say it of all: `Raise lodash to 4.17.21.`"""
    suppression: Suppression | None = None
    priority: Priority | None = None
    """For a vulnerability, and where it could be decided."""
    paths: tuple[str, ...] = ()
    """Ids of the attack paths of the report that it is part of."""

    @property
    def fingerprint(self) -> str:
        """Identify the finding by rule and asset, never by line: 32 hexadecimal digits."""
        return hashlib.sha256(f"{self.rule}\0{self.asset}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
