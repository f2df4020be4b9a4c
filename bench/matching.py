"""How fast packages are matched: a file of a million affected ranges is made up, opened and asked."""

from __future__ import annotations

import gc
import json
import random
import resource
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bartizan.collect.advisories.build import Building, Fetched
from bartizan.collect.advisories.store import Store
from bartizan.content.kinds.software.package import Package
from bartizan.vulnerability.enrich import enrich
from bartizan.vulnerability.match import Matching, matched

NAMES = 60_000
"""Packages that advisories are about, in each ecosystem."""
ECOSYSTEMS = ("npm", "PyPI", "Maven", "Debian:12", "Alpine:v3.19")
RANGES = 1_000_000
PACKAGES = 10_000
AFFECTED = 0.05
"""Share of the packages that are old enough to be affected."""


def tell(folder: Path) -> None:
    """Make the data up in a folder, and print what opening and asking it takes."""
    print(f"matching {PACKAGES:,} packages with {RANGES:,} affected ranges")
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "advisories.db"
    began = time.perf_counter()
    count = build(file)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1024)
    _row(
        f"build ({count:,} records, {file.stat().st_size / 1e6:.0f} MB)",
        time.perf_counter() - began,
        f"{megabytes:.0f} MB of memory",
    )
    began = time.perf_counter()
    store = Store(file)
    _row("open", time.perf_counter() - began, "wanted: under 0.05 s")
    assets = list(packages(random.Random(11)))
    gc.disable()  # as the program does
    runs = sorted(_matched(assets, store) for _ in range(3))
    matching = Matching(store)
    found = matched(assets, store, matching)
    _row(f"match ({len(found):,} vulnerabilities), middle of 3", runs[1], "wanted: under 1 s")
    began = time.perf_counter()
    enrich(assets, found, store, matching)
    _row("tell the packages", time.perf_counter() - began, "")
    gc.enable()
    store.close()


def _matched(assets: list[Package], store: Store) -> float:
    """Return the seconds that matching takes."""
    began = time.perf_counter()
    matched(assets, store)
    return time.perf_counter() - began


def _row(what: str, seconds: float, wanted: str) -> None:
    print(f"  {what:<48} {seconds:8.3f} s   {wanted}", flush=True)


def build(file: Path) -> int:
    """Write a file of advisories; returns how many records."""
    file.unlink(missing_ok=True)
    building, count = Building(file, None), 0
    choose = random.Random(7)
    try:
        for ecosystem in ECOSYSTEMS:
            path = file.with_suffix(".zip")
            _archive(path, _records(ecosystem, choose))
            family = ecosystem.partition(":")[0]
            fetched = Fetched(name=family, path=path, url="", when="2026-01-01T00:00:00Z", size=0, sha256="")
            count += building.add(fetched, lambda _: None).records
        building.finish()
    finally:
        building.close()
    return count


def _archive(path: Path, records: Iterator[dict[str, Any]]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for record in records:
            archive.writestr(f"{record['id']}.json", json.dumps(record))


def _records(ecosystem: str, choose: random.Random) -> Iterator[dict[str, Any]]:
    """Yield records of two packages with two ranges each, few packages having many and most having few."""
    family = ecosystem.partition(":")[0]
    for number in range(RANGES // len(ECOSYSTEMS) // 4):
        cve = f"CVE-{2015 + number % 10}-{10_000 + number}"
        yield {
            "id": f"{family.upper()}-{number}",
            "modified": "2026-01-01T00:00:00Z",
            "aliases": [cve],
            "summary": "Improper validation of what a client sends lets it read what it should not",
            "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"}],
            "references": [{"type": "WEB", "url": f"https://nvd.nist.gov/vuln/detail/{cve}"}],
            "affected": [_affected(ecosystem, choose) for _ in range(2)],
        }


def _affected(ecosystem: str, choose: random.Random) -> dict[str, Any]:
    name = f"package-{int(choose.paretovariate(0.6)) % NAMES}" if choose.random() < 0.3 else _name(choose)
    end = "-r0" if ecosystem.startswith("Alpine") else "-1" if ecosystem.startswith("Debian") else ""
    major, minor = choose.randrange(1, 9), choose.randrange(20)
    first = [{"introduced": "0"}, {"fixed": f"{major}.{minor}.1{end}"}]
    second = [{"introduced": f"{major + 1}.0.0{end}"}, {"fixed": f"{major + 1}.{minor}.2{end}"}]
    ranges = [{"type": "ECOSYSTEM", "events": events} for events in (first, second)]
    return {"package": {"ecosystem": ecosystem, "name": name}, "ranges": ranges}


def _name(choose: random.Random) -> str:
    return f"package-{choose.randrange(NAMES)}"


def packages(choose: random.Random) -> Iterator[Package]:
    """Yield packages of all ecosystems, most of them newer than every fix."""
    for number in range(PACKAGES):
        ecosystem = ECOSYSTEMS[number % len(ECOSYSTEMS)]
        old = choose.random() < AFFECTED
        version = f"{choose.randrange(1, 9) if old else choose.randrange(20, 30)}.{choose.randrange(20)}.0"
        version += "-r0" if ecosystem.startswith("Alpine") else "-1" if ecosystem.startswith("Debian") else ""
        values = {"direct": True, "needed_by": frozenset(), "source_name": None, "source_version": None, "purl": ""}
        name = f"package-{number % 50}" if number % 20 == 0 else _name(choose)
        yield Package(f"lock//{number}", name=name, version=version, ecosystem=ecosystem, **values)


if __name__ == "__main__":
    tell(Path(sys.argv[1]))
