"""Writes src/bartizan/identity/aws/data/managed.json.xz: the documents of the AWS managed policies.

    python -m tools.aws_policies DATASET

DATASET is a copy of github.com/iann0036/iam-dataset (MIT), or of its directory `aws/managedpolicies`, which holds a
file for each policy. `managed.py` has the format.
"""

from __future__ import annotations

import json
import lzma
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "src/bartizan/identity/aws/data/managed.json.xz"
SOURCE = "iann0036/iam-dataset"


def main(arguments: list[str]) -> int:
    """Write the file and say from what; return the exit code."""
    if len(arguments) != 1:
        print("Name the copy of the dataset: python -m tools.aws_policies DATASET", file=sys.stderr)
        return 2
    dataset = Path(arguments[0])
    directory = dataset / "aws/managedpolicies"
    files = sorted((directory if directory.is_dir() else dataset).glob("*.json"))
    read = [json.loads(file.read_text("utf-8")) for file in files]
    policies = {policy["name"]: entry(policy) for policy in read if policy.get("document", {}).get("Statement")}
    if not policies:
        print(f"{dataset} holds no policies; it should have aws/managedpolicies/*.json", file=sys.stderr)
        return 2
    date = max(policy.get("updatedate") or policy.get("createdate") or "" for policy in read)[:10]
    content = {
        "source": f"{SOURCE} {commit(dataset)}".strip(),
        "date": date,
        "policies": dict(sorted(policies.items())),
    }
    text = json.dumps(content, separators=(",", ":"), ensure_ascii=False)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{TARGET.name}: {content['source']}, {date}; {len(policies)} policies, {TARGET.stat().st_size} bytes")
    return 0


def entry(policy: Mapping[str, Any]) -> list[Any]:
    """Return a policy as it is kept: its path, None where that is not known any more, and its document."""
    arn = policy.get("arn")
    path = arn.partition(":policy")[2].removesuffix(policy["name"]) if arn else None
    return [path, json.dumps(policy["document"], separators=(",", ":"), ensure_ascii=False)]


def commit(dataset: Path) -> str:
    """Return the commit of a copy that is a git checkout, or nothing."""
    command = ["git", "-C", str(dataset), "rev-parse", "--short", "HEAD"]
    if not (dataset / ".git").exists():
        return ""
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
