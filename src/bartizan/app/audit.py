"""A scan as the command line and CI want it: several targets, a baseline, and only what is new since a revision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bartizan.app import baseline
from bartizan.app.config import Config
from bartizan.app.inventory import Progress
from bartizan.app.merge import merged
from bartizan.app.revision import revision
from bartizan.app.scan import scan
from bartizan.app.target import Target
from bartizan.core.report import Report


def audit(targets: Sequence[Target], config: Config, progress: Progress = lambda done, of: None) -> Report:
    """Scan targets and leave out of account what a baseline or an earlier revision already had.

    Raises `TargetError`, `ConfigError`, `BaselineError` or `ContentError`, each saying what to do.
    """
    return merged([_one(each, config, progress) for each in targets])


def _one(target: Target, config: Config, progress: Progress) -> Report:
    options = config.options()
    report = scan(target, options, progress)
    if config["baseline"] is not None:
        accepted = set(baseline.read(config["baseline"]))
        report = baseline.applied(report, accepted, f"in the baseline {config['baseline']}")
    if config["diff_base"] and target.path is not None:
        with revision(target.path, config["diff_base"]) as earlier:
            before = scan(earlier, replace(options, cache=None)) if earlier.exists() else None
        known = set() if before is None else {finding.fingerprint for finding in before.failures()}
        report = baseline.applied(report, known, f"already there at {config['diff_base']}")
    return report
