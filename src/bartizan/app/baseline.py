"""Baselines: findings accepted as they are, so that only new ones fail."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bartizan.app.errors import BaselineError
from bartizan.core.finding import Finding, Suppression
from bartizan.core.report import Report

FILE = ".bartizan-baseline.json"
Entries = dict[str, dict[str, str]]
"""What is accepted, by fingerprint: rule, asset and file, for a person to read."""


def read(path: Path) -> Entries:
    """Return the entries of a baseline file; raises `BaselineError`."""
    try:
        table: Any = json.loads(path.read_text("utf-8"))
        return {str(entry["fingerprint"]): entry for entry in table["findings"]}
    except OSError as error:
        raise BaselineError(f"{path}: {error.strerror}; `bartizan baseline create` makes one.") from None
    except (ValueError, KeyError, TypeError):
        raise BaselineError(f"{path} is not a baseline; `bartizan baseline create` makes one.") from None


def write(path: Path, entries: Mapping[str, Mapping[str, str]]) -> None:
    """Write a baseline file, sorted so that changes to it are easy to review."""
    rows = sorted(entries.values(), key=lambda entry: (entry["rule"], entry["asset"]))
    path.write_text(json.dumps({"version": 1, "findings": rows}, indent=2) + "\n", "utf-8")


def of(report: Report) -> Entries:
    """Return the entries that accept every failure of a report."""
    return {finding.fingerprint: _entry(finding) for finding in report.failures()}


def _entry(finding: Finding) -> dict[str, str]:
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "asset": finding.asset,
        "file": finding.place.file,
    }


def applied(report: Report, accepted: set[str], reason: str) -> Report:
    """Return a report in which failures with an accepted fingerprint are suppressed."""
    suppression = Suppression(by="baseline", reason=reason)
    open_ones = {finding.fingerprint for finding in report.failures()} & accepted
    findings = [
        replace(f, suppression=suppression) if f.suppression is None and f.fingerprint in open_ones else f
        for f in report.findings
    ]
    return replace(report, findings=findings)
