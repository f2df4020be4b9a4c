"""Writes `identity/gcp/roles.json.gz`: the predefined and basic roles of Google Cloud with their permissions.

    python -m tools.gcp_roles DIRECTORY

DIRECTORY holds one JSON file for each role, as `gcloud iam roles describe` prints it. The public collection
iann0036/iam-dataset (MIT) keeps one such file for every role in `gcp/roles`. A role for which no permission is
published is left out: to the engine it is unknown, never empty.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

TO = Path(__file__).resolve().parent.parent / "src/bartizan/identity/gcp/roles.json.gz"


def roles(directory: Path) -> dict[str, list[str]]:
    """Return the permissions of each role, by its name without `roles/`."""
    found = {}
    for file in sorted(directory.glob("*.json")):
        told = json.loads(file.read_text("utf-8"))
        permissions = sorted(set(told.get("includedPermissions", ())))
        if permissions:
            found[told["name"].removeprefix("roles/")] = permissions
    return found


def runs(numbers: list[int]) -> list[int]:
    """Return ascending numbers as pairs: how many are left out, how many follow."""
    pairs: list[int] = []
    end = 0
    for number in numbers:
        if pairs and number == end:
            pairs[-1] += 1
        else:
            pairs += [number - end, 1]
        end = number + 1
    return pairs


def written(found: dict[str, list[str]]) -> bytes:
    """Return the file's content; the same for the same roles."""
    permissions = sorted({each for held in found.values() for each in held})
    number = {each: position for position, each in enumerate(permissions)}
    coded = {role: runs([number[each] for each in held]) for role, held in sorted(found.items())}
    text = json.dumps({"permissions": permissions, "roles": coded}, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)


def main() -> None:
    """Read the directory named on the command line and write the file."""
    found = roles(Path(sys.argv[1]))
    TO.write_bytes(written(found))
    print(f"{len(found)} roles, {TO.stat().st_size} bytes")


if __name__ == "__main__":
    main()
