"""Runs a command as a process of its own and tells its time and its peak memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Thread


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took."""

    seconds: float
    megabytes: float
    """The greatest sum of resident memory over the process and its children, sampled every 20 ms."""
    code: int


def run(command: Sequence[str], folder: Path | None = None, out: Path | None = None, limit: float = 900) -> Cost:
    """Run a command to its end, its output kept in `out` or thrown away."""
    sink = out.open("wb") if out else subprocess.DEVNULL
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=sink, stderr=subprocess.DEVNULL)
    peak = [0.0]
    watcher = Thread(target=_watch, args=(process, peak), daemon=True)
    watcher.start()
    try:
        code = process.wait(limit)
    except subprocess.TimeoutExpired:
        process.kill()
        code = -1
    seconds = time.perf_counter() - start
    watcher.join()
    return Cost(seconds, peak[0], code)


def middle(command: Sequence[str], runs: int, before: Callable[[], object] = lambda: None) -> Cost:
    """Return the median over several runs, each prepared by `before`."""
    costs = []
    for _ in range(runs):
        before()
        costs.append(run(command))
    return Cost(median(c.seconds for c in costs), max(c.megabytes for c in costs), costs[-1].code)


def _watch(process: subprocess.Popen[bytes], peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], _resident(process.pid) / 1e6)
        time.sleep(0.02)


def _resident(pid: int) -> int:
    """Return the proportional memory of a process and all below it, so that shared pages count once; in bytes."""
    total = 0
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as stream:
            total = next(int(line.split()[1]) * 1024 for line in stream if line.startswith("Pss:"))
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as stream:
                total += sum(_resident(int(child)) for child in stream.read().split())
    except (OSError, StopIteration):
        pass
    return total
