"""Runs the benchmarks and prints what they took, beside the peers that could be installed.

`python -m bench [SECTION ...]`; the public repositories are looked for in the directory that BENCH_REPOSITORIES names.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from bartizan.collect.formats import formats, of_contents
from bench import compare, contents, escalation, estate, fixes, identity, matching, paths, rates, reach, secrets
from bench.measure import Cost, middle, run
from bench.peers import Peer, installed

HERE = Path(__file__).parent.parent
PROGRAM = str(Path(sys.executable).parent / "bartizan")
REPOSITORIES = ("terragoat", "cfngoat", "kubernetes-goat")
RESOURCES = 10_000


def scan(target: Path, *more: str) -> list[str]:
    """Return the command that scans a target into JSON."""
    return [PROGRAM, "scan", str(target), "-f", "json", "--fail-on", "none", *more]


def declared() -> list[str]:
    """Return the flags that leave all but declared infrastructure out, as the peers do."""
    others = {*of_contents(), "secrets", "secret-history", "code"}
    return [flag for id in formats() if id not in others for flag in ("--formats", id)]


def row(what: str, cost: Cost, wanted: str = "", peer: Cost | None = None) -> None:
    """Print a measurement; beside a peer's, the ratios of its time and memory to ours."""
    ratio = ""
    if peer is not None:
        ratio = f"x{peer.seconds / cost.seconds:.1f} time, x{peer.megabytes / cost.megabytes:.1f} memory against ours"
    bad = "" if cost.code in (0, 1) else f"  EXIT CODE {cost.code}"
    print(f"  {what:<42} {cost.seconds:8.2f} s {cost.megabytes:7.0f} MB   {wanted or ratio}{bad}", flush=True)


def start_up() -> None:
    """Measure how long `bartizan --help` takes."""
    print("start-up")
    row("bartizan --help", middle([PROGRAM, "--help"], 7), "wanted: under 0.15 s")


def shop(folder: Path) -> None:
    """Measure the example, with and without earlier results."""
    print("examples/shop")
    target = HERE / "examples" / "shop"
    listed = [PROGRAM, "paths", str(target), "-q", "-f", "json"]
    row("paths, cold", middle([*listed, "--no-cache"], 5), "wanted: under 2.5 s")
    run(listed)
    row("paths, warm", middle(listed, 5))
    row("cold", middle(scan(target, "--no-cache"), 5), "wanted: under 1.5 s")
    run(scan(target))
    row("warm", middle(scan(target), 5), "wanted: under 0.5 s")


def repositories(peers: list[Peer]) -> None:
    """Measure public repositories, and tell what each scanner finds in them."""
    print("public repositories made to be scanned")
    folder = Path(os.environ.get("BENCH_REPOSITORIES", ""))
    for name in REPOSITORIES:
        target = folder / name
        if not os.environ.get("BENCH_REPOSITORIES") or not target.is_dir():
            print(f"  {name}: left out; clone it into a directory and name that in BENCH_REPOSITORIES")
            continue
        ours = middle(scan(target, "--no-cache", *declared()), 3)
        row(f"{name}: bartizan, what is declared, cold", ours, "wanted: under 1.5 s")
        row(f"{name}: bartizan, everything, cold", middle(scan(target, "--no-cache"), 3))
        for peer in peers:
            theirs = run(peer.command(target))
            ratio = f"x{theirs.seconds / ours.seconds:.1f} time, x{theirs.megabytes / ours.megabytes:.1f} memory"
            row(f"{name}: {peer.name}", theirs, ratio)
        compare.tell(target, peers)


def generated(peers: list[Peer], folder: Path) -> None:
    """Measure a generated repository, and one changed file of it."""
    count = estate.write(folder, RESOURCES)
    print(f"generated Terraform, {count} resources, modules four deep")
    ours = middle(scan(folder, "--no-cache", *declared()), 3)
    row("bartizan, what is declared, cold", ours, "wanted: under 12 s and 800 MB")
    row("bartizan, everything, cold", middle(scan(folder, "--no-cache"), 3))
    run(scan(folder))
    row("bartizan, nothing changed", middle(scan(folder), 3))
    changed = folder / "stacks" / "team-000" / "network.tf"

    def touch() -> None:
        changed.write_text(changed.read_text("utf-8") + "\n# changed\n", "utf-8")

    row("bartizan, one file changed", middle(scan(folder), 3, touch), "wanted: under 2 s")
    for peer in peers:
        theirs = run(peer.command(folder))
        ratio = f"x{theirs.seconds / ours.seconds:.1f} time, x{theirs.megabytes / ours.megabytes:.1f} memory"
        row(peer.name, theirs, f"{ratio}; wanted: more than x10 time")


def told(folder: Path) -> dict[str, Callable[[], object]]:
    """Return what each section does; peers are installed into a folder once they are needed."""
    place = Path(os.environ.get("BENCH_PEERS", str(folder / "peers")))
    peers = cache(lambda: installed(place))
    return {
        "start-up": start_up,
        "shop": lambda: shop(folder),
        "repositories": lambda: repositories(peers()),
        "generated": lambda: generated(peers(), folder / "estate"),
        "contents": lambda: contents.tell(installed(place, contents.PEERS), folder, None),
        "secrets": lambda: secrets.tell(installed(place, secrets.PEERS), folder / "secrets"),
        "matching": lambda: matching.tell(folder / "matching"),
        "rates": lambda: rates.tell(folder / "rates"),
        "identity": lambda: identity.tell(folder / "identity"),
        "escalation": escalation.tell,
        "paths": paths.tell,
        "reach": reach.clusters,
        "fixes": lambda: fixes.proven(fixes.SHOP),
    }


def main() -> None:
    """Run all sections, or those named."""
    # Without byte code every start compiles the program anew, which no installed program does.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    folder = Path(tempfile.mkdtemp(prefix="bartizan-bench-"))
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    sections = told(folder)
    if strange := set(sys.argv[1:]) - sections.keys():
        sys.exit(f"There is no section {', '.join(sorted(strange))}; there are {', '.join(sections)}.")
    try:
        for name in sys.argv[1:] or sections:
            sections[name]()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
