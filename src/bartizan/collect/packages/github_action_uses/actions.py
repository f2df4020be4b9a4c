"""What a workflow, or a composite action, uses of other repositories."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bartizan.collect.format import Unit
from bartizan.collect.iac.github_actions.uses import uses
from bartizan.collect.lockfile import opened, reading
from bartizan.collect.package import Package
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.place import Place
from bartizan.core.truth import Unknown

_COMMENT = re.compile(r"#\s*(?:tag\s*[=:]\s*|pin\s*@\s*|ratchet:\S+@)?([vV]?\d+(?:\.\d+)*[\w.+-]*)")
_VERSION = re.compile(r"[vV]?\d+(?:\.\d+)*(?:[-+.][\w.+-]*)?$")


def read(unit: Unit, tree: Tree) -> Reading:
    """Read one file. What is wrong with its YAML is told by who reads the workflow itself."""
    lock = opened(tree, unit.root)
    data, spots = lock.yaml()
    lines = lock.text.splitlines()
    packages = []
    for path, text in _used(data):
        said = uses(text)
        if isinstance(said, dict) and not said["local"] and not said["docker"] and said["repo"]:
            line = spots.get(path, (1, 1))[0]
            written = lines[line - 1] if line <= len(lines) else ""
            packages.append(_package(said, Place(unit.root, line), written))
    return reading(packages, [])


def _used(data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield every `uses` with its path: of jobs, of their steps, and of the steps of a composite action."""
    jobs = data.get("jobs")
    for name, job in jobs.items() if isinstance(jobs, dict) else ():
        if isinstance(job, dict):
            if "uses" in job:
                yield f"jobs/{name}/uses", job["uses"]
            yield from _steps(job.get("steps"), f"jobs/{name}/steps")
    runs = data.get("runs")
    if isinstance(runs, dict):
        yield from _steps(runs.get("steps"), "runs/steps")


def _steps(steps: Any, path: str) -> Iterator[tuple[str, Any]]:
    for index, step in enumerate(steps if isinstance(steps, list) else ()):
        if isinstance(step, dict) and "uses" in step:
            yield f"{path}/{index}/uses", step["uses"]


def _package(said: dict[str, Any], place: Place, written: str) -> Package:
    return Package(
        ecosystem="GitHub Actions",
        name=f"{said['owner']}/{said['repo']}",
        version=_version(said, written),
        place=place,
        direct=True,
        development=True,
    )


def _version(said: dict[str, Any], written: str) -> str | Unknown:
    ref = said["ref"]
    if ref is None:
        return Unknown("no tag, branch or commit is given")
    if said["pinned"]:
        comment = _COMMENT.search(written.partition(ref)[2])
        return comment[1] if comment else Unknown("it is pinned to a commit, and no comment tells the version")
    if _VERSION.match(ref):
        return str(ref)
    return Unknown(f"{ref} is a branch, or a tag that is no version")
