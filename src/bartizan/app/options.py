"""What can be asked of a scan."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import platformdirs

from bartizan.collect.tree import LIMIT
from bartizan.core.finding import Waiver
from bartizan.core.sensitivity import Matter


def default_cache() -> Path:
    """Return the user's cache directory of this program."""
    return platformdirs.user_cache_path("bartizan")


def default_data() -> Path:
    """Return where advisory data is kept for this user."""
    return platformdirs.user_data_path("bartizan") / "advisories.db"


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
    trusted_accounts: tuple[str, ...] = ()
    """AWS accounts that policies may let in, by their twelve digits; without any, none is a stranger."""
    matters: tuple[Matter, ...] = ()
    """What assets hold, where that is said: it counts before tags and names."""
    does_not_matter: tuple[str, ...] = ()
    """Patterns of the assets that are no goals, whatever tags and names say."""
    production: tuple[str, ...] = ()
    """Patterns of the assets that belong to production and matter for it."""
    attackers: tuple[str, ...] = ("internet",)
    """Whom attack paths start from: `internet`, and assets by pattern, such as a workload that is given up."""
    history: bool = False
    """Whether secrets are looked for in the history of the repository too."""
    data: Path = field(default_factory=default_data)
    """The file of advisory data; without it nothing is known of vulnerabilities."""
    vex: tuple[Path, ...] = ()
    """VEX documents to respect, besides those in the target."""
    platform: str = ""
    """For an image of several platforms: which one, `linux/arm64`; that of this machine when empty."""
    mirrors: tuple[str, ...] = ()
    """Registries to ask before the one that is named: `docker.io=mirror.example`."""
    insecure_registries: tuple[str, ...] = ()
    """Registries that are asked without TLS."""
    max_file_size: int = LIMIT
    """Bytes beyond which a file is not read."""
    jobs: int = 0
    """Processes to read in; 0 for one per processor."""
    cache: Path | None = field(default_factory=default_cache)
    """Where results are kept between scans; None keeps nothing."""
