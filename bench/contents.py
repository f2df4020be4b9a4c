"""Packages of a Debian root file system and of an image: time, memory, and what each scanner finds, side by side."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from bench.measure import Cost, middle, run
from bench.peers import Peer

PROGRAM = str(Path(sys.executable).parent / "bartizan")
MIRROR = "http://deb.debian.org/debian"
PEERS = ("syft", "trivy")
FILLER = 500_000_000
"""Bytes of the image that are neither packages nor text."""


def tell(peers: Iterable[Peer], folder: Path, advisories: Path | None) -> None:
    """Measure and print; says why where a root file system cannot be had."""
    root = _root(folder)
    if root is None:
        print("  left out: debootstrap is not installed, or its mirror cannot be reached; name a root in BENCH_ROOTFS")
        return
    ours = folder / "ours.json"
    cost = middle([PROGRAM, "sbom", f"rootfs:{root}", "--no-cache", "-f", f"cyclonedx={ours}"], 3)
    _row("Debian root: bartizan sbom", cost)
    found = _purls(ours)
    for peer in peers:
        theirs = folder / f"{peer.name}.json"
        other = run(_command(peer, root), out=theirs)
        _row(f"Debian root: {peer.name}", other, cost)
        _compare(found, _purls(theirs), peer.name)
    _image(root, folder, advisories)


def _command(peer: Peer, root: Path) -> list[str]:
    """Return the command that lists the packages of a root file system as CycloneDX, offline."""
    program = str(peer.program)
    if peer.name == "syft":
        return [program, "scan", f"dir:{root}", "-q", "-o", "cyclonedx-json"]
    cache = str(peer.program.parent.parent / "cache")
    return [program, "rootfs", "--quiet", "--format", "cyclonedx", "--cache-dir", cache, "--offline-scan", str(root)]


def _image(root: Path, folder: Path, advisories: Path | None) -> None:
    archive = folder / "image.tar"
    image = _archive(root, archive, folder)
    print(f"image of {archive.stat().st_size / 1e6:.0f} MB, {image} layers")
    data = ["--config", str(_settings(folder, advisories))] if advisories else []
    command = [PROGRAM, "scan", f"image:{archive}", "-f", "json", "--fail-on", "none", *data]
    _row("image: bartizan scan, cold", middle([*command, "--no-cache"], 3), wanted="wanted: under 400 MB")
    run(command)
    _row("image: bartizan scan, warm", middle(command, 3), wanted="wanted: under 5 s and 400 MB")


def _settings(folder: Path, advisories: Path) -> Path:
    settings = folder / "bartizan.yaml"
    settings.write_text(f"data: {advisories}\n", "utf-8")
    return settings


def _root(folder: Path) -> Path | None:
    given = os.environ.get("BENCH_ROOTFS")
    if given:
        return Path(given)
    root = folder / "debian"
    command = ["debootstrap", "--variant=minbase", "bookworm", str(root), MIRROR]
    try:
        done = subprocess.run(command, check=False, capture_output=True)
    except FileNotFoundError:
        return None
    return root if done.returncode == 0 else None


def _archive(root: Path, archive: Path, folder: Path) -> int:
    """Write a `docker save` archive of the root and of a layer that nothing is to be found in; returns the layers."""
    layers = [folder / "root.tar", folder / "filler.tar"]
    subprocess.run(["tar", "-C", str(root), "-cf", str(layers[0]), "."], check=True)
    filler = folder / "filler" / "opt" / "data.bin"
    filler.parent.mkdir(parents=True)
    with filler.open("wb") as stream:
        for _ in range(max(FILLER - layers[0].stat().st_size, 0) // 1_000_000):
            stream.write(os.urandom(1_000_000))
    subprocess.run(["tar", "-C", str(folder / "filler"), "-cf", str(layers[1]), "."], check=True)
    config = {"architecture": "amd64", "os": "linux", "config": {}, "rootfs": {"type": "layers", "diff_ids": []}}
    config["rootfs"]["diff_ids"] = [f"sha256:{_digest(layer)}" for layer in layers]  # type: ignore[index]  # a literal
    (folder / "config.json").write_text(json.dumps(config), "utf-8")
    manifest = [{"Config": "config.json", "RepoTags": ["bench:1"], "Layers": [layer.name for layer in layers]}]
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    names = ["manifest.json", "config.json", *(layer.name for layer in layers)]
    subprocess.run(["tar", "-C", str(folder), "-cf", str(archive), *names], check=True)
    return len(layers)


def _digest(file: Path) -> str:
    return subprocess.run(["sha256sum", str(file)], check=True, capture_output=True, text=True).stdout.split()[0]


def _row(what: str, cost: Cost, ours: Cost | None = None, wanted: str = "") -> None:
    ratio = (
        ""
        if ours is None
        else f"x{cost.seconds / ours.seconds:.1f} time, x{cost.megabytes / ours.megabytes:.1f} memory"
    )
    bad = "" if cost.code in (0, 1) else f"  EXIT CODE {cost.code}"
    print(f"  {what:<42} {cost.seconds:8.2f} s {cost.megabytes:7.0f} MB   {wanted or ratio}{bad}", flush=True)


def _purls(file: Path) -> set[tuple[str, str]]:
    """Return name and version of the packages of the system in a CycloneDX bill: the signs of a version unescaped."""
    try:
        components = json.loads(file.read_text("utf-8")).get("components", [])
    except (OSError, ValueError):
        return set()
    purls = (str(each.get("purl", "")) for each in components)
    bare = (purl.partition("?")[0].rpartition("/")[2] for purl in purls if purl.startswith("pkg:deb/"))
    return {(unquote(one.partition("@")[0]), unquote(one.partition("@")[2]).rpartition(":")[2]) for one in bare}


def _compare(ours: set[tuple[str, str]], theirs: set[tuple[str, str]], name: str) -> None:
    print(f"    packages: ours {len(ours)}, {name} {len(theirs)}, in both {len(ours & theirs)}")
    for package in sorted(theirs - ours)[:10]:
        print(f"    only {name}: {package[0]} {package[1]}")
    for package in sorted(ours - theirs)[:10]:
        print(f"    only ours: {package[0]} {package[1]}")
