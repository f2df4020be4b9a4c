"""Weaknesses of code: what unsafe code looks like in each language, told as data with the examples that prove it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bartizan.core.claim import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What it looks like in one language."""

    language: str
    """`python`, `javascript`, `typescript`, `tsx`, `go`, `java`."""
    rule: Mapping[str, Any]
    """An ast-grep rule object: `{"pattern": "eval($CODE)"}`, `{"any": [...]}`, `{"kind": ..., "has": ...}`."""
    constraints: Mapping[str, Any] | None = None
    """ast-grep constraints on the metavariables of the rule."""
    fails: Sequence[str]
    """Snippets with the weakness, each a whole file."""
    passes: Sequence[str]
    """Snippets alike without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakness:
    """Code that lets an attacker in, in every language it is recognised in."""

    id: str
    """Of the rule that finds it: `code-sql-injection`."""
    title: str
    """States the good: "SQL is built from parameters, not from text"."""
    severity: Severity
    because: str
    fix: str
    cwe: tuple[str, ...]
    """`CWE-89`, the main one first."""
    serves: tuple[str, ...]
    also: tuple[str, ...] = ()
    """Ids of the same check in other tools (bandit, gosec, semgrep, eslint), honoured in their ignore comments."""
    looks: Sequence[Look]
