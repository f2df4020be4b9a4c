"""What can be asked of a scan."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import platformdirs

from bartizan.collect.tree import LIMIT
from bartizan.core.finding import Waiver


def default_cache() -> Path:
    """Return the user's cache directory of this program."""
    return platformdirs.user_cache_path("bartizan")


def today() -> date:
    """Return the day it is where the user is: what a waiver's last day is compared with."""
    return datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to scan."""

    rules: tuple[str, ...] = ()
    """Patterns of the rules to judge, all when empty: `aws-s3-*`."""
    skip_rules: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    """Patterns of paths, relative to the target, that are not looked at."""
    formats: tuple[str, ...] = ()
    """Ids of the formats to read, all when empty."""
    frameworks: tuple[str, ...] = ()
    """Ids of the frameworks to judge."""
    waivers: tuple[Waiver, ...] = ()
    max_file_size: int = LIMIT
    """Bytes beyond which a file is not read."""
    jobs: int = 0
    """Processes to read in; 0 for one per processor."""
    cache: Path | None = field(default_factory=default_cache)
    """Where results are kept between scans; None keeps nothing."""
