"""How fast secrets are searched for, and what each scanner finds in the same files, planted ones among them."""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import sysconfig
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from bartizan.app import catalog
from bartizan.collect.secrets.current.choice import chosen
from bartizan.collect.secrets.current.reading import plain
from bartizan.collect.secrets.search.engine import Engine
from bartizan.collect.secrets.search.fast import available
from bartizan.core.secret import SPLIT
from bench.measure import Cost, middle, run
from bench.peers import Peer

PEERS = ("gitleaks", "kingfisher", "detect-secrets")
PROGRAM = str(Path(sys.executable).parent / "bartizan")
BYTES = 35_000_000
"""Of the repository that is made up."""
LARGEST = 1_000_000

Found = set[tuple[str, int]]
"""Files and lines."""


def tell(peers: Iterable[Peer], folder: Path) -> None:
    """Measure and print; the text is that of the checkouts named by BENCH_SECRETS, else the standard library's."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "repository"
    planted = _written(target, os.environ.get("BENCH_SECRETS", ""))
    size = sum(len(text) for text in _texts(target)) / 1e6
    print(f"secrets in {size:.0f} MB of text, {len(planted)} of them planted, one of each kind")
    _engine(target, size)
    out = folder / "ours.json"
    command = [PROGRAM, "scan", str(target), "--formats", "secrets", "--no-cache", "--fail-on", "none"]
    ours = middle([*command, "-f", f"json={out}"], 3)
    found = {"bartizan": _ours(out)}
    _row("bartizan scan --formats secrets", ours, size)
    for peer in peers:
        report = folder / f"{peer.name}.json"
        cost = run(_command(peer, target, report), folder=target, out=folder / "output")
        if peer.name == "detect-secrets":
            shutil.move(folder / "output", report)
        _row(peer.name, cost, size, ours)
        found[peer.name] = _READERS[peer.name](report, target)
    _overlap(found, planted)


def _engine(target: Path, size: float) -> None:
    """Print the rate of each engine in one process, with the files in memory."""
    texts = list(_texts(target))
    results = []
    for fast in (False, True) if available() else (False,):
        engine = Engine(catalog.credentials(), fast=fast)
        for text in texts:
            engine.search(text)  # every expression is compiled when it is first needed; here one of each kind is there
        began = time.process_time()
        results.append([[(each.credential.id, each.secret) for each in engine.search(text)] for text in texts])
        rate = size / (time.process_time() - began)
        wanted = "wanted: 150 MB/s, and the same findings" if fast else "wanted: 50 MB/s"
        print(f"  {'engine, one core' + (', with the extra fast' if fast else ''):<42} {rate:8.0f} MB/s   {wanted}")
    print(f"  {'the same findings of both engines':<42} {results[0] == results[-1]!s:>8}", flush=True)


def _row(what: str, cost: Cost, size: float, ours: Cost | None = None) -> None:
    ratio = ""
    if ours is not None:
        ratio = f"x{cost.seconds / ours.seconds:.1f} time, x{cost.megabytes / ours.megabytes:.1f} memory against ours"
    rate = size / cost.seconds
    print(f"  {what:<42} {cost.seconds:8.2f} s {rate:7.0f} MB/s {cost.megabytes:6.0f} MB   {ratio}", flush=True)


def _written(target: Path, checkouts: str) -> Found:
    """Write ordinary sources, and into some of them one secret of each kind; returns where those are."""
    left, number = BYTES, 0
    folders = [Path(each) for each in checkouts.split(os.pathsep) if each] or [Path(sysconfig.get_path("stdlib"))]
    for source in (file for folder in folders for file in sorted(folder.rglob("*"))):
        if left > 0 and source.is_file() and not source.is_symlink() and chosen(source.name):
            data = source.read_bytes()
            if len(data) < LARGEST and b"\0" not in data:
                copy = target / f"part{number // 100}" / f"{number}-{source.name}"
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(data)
                left, number = left - len(data), number + 1
    return set(_planted(target))


def _planted(target: Path) -> Iterator[tuple[str, int]]:
    dice = random.Random(5)
    files = [file for file in sorted(target.rglob("*")) if file.is_file()]
    chosen_files = dice.sample(files, min(len(catalog.credentials()), len(files)))
    for credential, file in zip(catalog.credentials(), chosen_files, strict=False):
        data = file.read_bytes().rstrip(b"\n") + b"\n\n"
        file.write_bytes(data + credential.finds[0].replace(SPLIT, "").encode() + b"\n")
        yield str(file.relative_to(target)), data.count(b"\n") + 1


def _texts(target: Path) -> Iterator[bytes]:
    for file in sorted(target.rglob("*")):
        if file.is_file() and (text := plain(file.read_bytes())) is not None:
            yield text


def _command(peer: Peer, target: Path, report: Path) -> list[str]:
    program = str(peer.program)
    if peer.name == "gitleaks":
        wanted = ["--no-banner", "--exit-code", "0", "--report-format", "json", "--report-path", str(report)]
        return [program, "dir", str(target), *wanted]
    if peer.name == "kingfisher":
        wanted = ["--no-validate", "--no-update-check", "--no-dedup", "--git-history", "none", "--format", "json"]
        return [program, "scan", str(target), *wanted, "--output", str(report)]
    return [program, "scan", "--all-files", "."]


def _ours(report: Path) -> Found:
    told = json.loads(report.read_text("utf-8"))
    failed = (each for each in told["findings"] if each["verdict"] == "fail")
    return {(each["place"]["file"], each["place"]["line"]) for each in failed}


def _gitleaks(report: Path, target: Path) -> Found:
    told = json.loads(report.read_text("utf-8"))
    return {(os.path.relpath(each["File"], target), each["StartLine"]) for each in told}


def _kingfisher(report: Path, target: Path) -> Found:
    told = json.loads(report.read_text("utf-8"))
    places = (each["finding"] for each in told["findings"])
    return {(os.path.relpath(each["path"], target), each["line"]) for each in places}


def _detect_secrets(report: Path, target: Path) -> Found:
    told = json.loads(report.read_text("utf-8"))
    return {(file, each["line_number"]) for file, found in told["results"].items() for each in found}


_READERS = {"gitleaks": _gitleaks, "kingfisher": _kingfisher, "detect-secrets": _detect_secrets}


def _overlap(found: dict[str, Found], planted: Found) -> None:
    """Print how many of the planted secrets each found, and how its other findings meet ours."""
    for name, lines in found.items():
        hit = sum(any((file, line + more) in lines for more in range(-1, 3)) for file, line in planted)
        others = {each for each in lines if not any((each[0], each[1] - more) in planted for more in range(-1, 40))}
        both = len(others & found["bartizan"])
        print(f"  {name:<16} {hit:4} of {len(planted)} planted; {len(others):5} others, {both:4} of them ours too")
