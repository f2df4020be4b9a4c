"""Writes src/bartizan/identity/azure/builtin_roles.json.gz: Azure's built-in roles and what they permit.

    python -m tools.azure_roles DATASET

DATASET is a copy of github.com/iann0036/iam-dataset (MIT); its `azure/built-in-roles-raw.json` holds what Azure
Resource Manager answers for `roleDefinitions`. `builtin.py` has the format.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "src/bartizan/identity/azure/builtin_roles.json.gz"
PARTS = ("actions", "notActions", "dataActions", "notDataActions")


def main(arguments: list[str]) -> int:
    """Write the file and say from what; return the exit code."""
    file = Path(arguments[0]) / "azure/built-in-roles-raw.json" if len(arguments) == 1 else None
    if file is None or not file.is_file():
        print("Name the copy of the dataset: python -m tools.azure_roles DATASET", file=sys.stderr)
        return 2
    read = sorted(json.loads(file.read_text("utf-8")), key=lambda role: role["name"])
    actions: dict[str, int] = {}
    roles = [
        [role["name"], role["roleName"], [permission(each, actions) for each in role["permissions"]]] for role in read
    ]
    content = {"source": "github.com/iann0036/iam-dataset, azure/built-in-roles-raw.json (MIT)"}
    text = json.dumps({**content, "actions": list(actions), "roles": roles}, separators=(",", ":"))
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{len(roles)} roles, {len(actions)} patterns, {TARGET.stat().st_size} bytes")
    return 0


def permission(read: dict[str, Any], actions: dict[str, int]) -> list[Any]:
    """Return one permission of a role: its patterns by number, in the order of `PARTS`, and its condition."""
    numbers = [[actions.setdefault(each, len(actions)) for each in sorted(read[part], key=str.lower)] for part in PARTS]
    return [*numbers, read.get("condition") or ""]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
