"""What is known of exploitation: the catalogue of CISA (KEV), and the probabilities of EPSS."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bartizan.collect.advisories.errors import Damaged
from bartizan.collect.advisories.schema import cve_number

LARGEST = 256 * 1024 * 1024
"""Bytes of EPSS once unpacked, above which it is none."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def exploited(path: Path) -> list[tuple[int, str, bool]]:
    """Return CVE, day to mend it by, and use by ransomware, of each entry of KEV. Raises `Damaged`."""
    try:
        table: Any = json.loads(path.read_bytes())
        rows = [_exploited(entry) for entry in table["vulnerabilities"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise Damaged(f"the catalogue of exploited vulnerabilities cannot be understood ({error})") from None
    if not rows:
        raise Damaged("the catalogue of exploited vulnerabilities is empty")
    return [row for row in rows if row is not None]


def _exploited(entry: dict[str, Any]) -> tuple[int, str, bool] | None:
    number = cve_number(entry["cveID"])
    if number is None:
        return None
    due = str(entry.get("dueDate") or "")
    return number, due if _DAY.fullmatch(due) else "", entry.get("knownRansomwareCampaignUse") == "Known"


def likelihoods(path: Path) -> Iterator[tuple[int, int]]:
    """Yield CVE and probability in millionths of each row of EPSS. Raises `Damaged`."""
    count, size = 0, 0
    try:
        with gzip.open(path, "rt", encoding="ascii", newline="\n") as stream:
            for line in stream:
                size += len(line)
                if size > LARGEST:
                    raise Damaged("the table of EPSS is larger than it can be")
                row = _likelihood(line)
                if row is not None:
                    count += 1
                    yield row
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise Damaged(f"the table of EPSS cannot be read ({error})") from None
    if not count:
        raise Damaged("the table of EPSS has no rows")


def _likelihood(line: str) -> tuple[int, int] | None:
    """Return a row, or None for the comment and the heading."""
    parts = line.strip().split(",")
    number = cve_number(parts[0])
    if number is None or len(parts) < 2:
        return None
    return number, round(float(parts[1]) * 1_000_000)
