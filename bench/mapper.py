"""Runs principalmapper on principals from a file and prints its edges, by the interpreter of its own environment.

`python mapper.py PRINCIPALS.json`: a list of objects with `arn`, `policies` (documents by ARN), `groups` (the same by
ARN of the group) and `trust`. Prints JSON: the seconds that nodes, admins and edges took together, and the edges.
Nothing of it is imported by the product, and nothing of the product by it.
"""

from __future__ import annotations

import collections
import collections.abc
import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

# Its releases import these from where Python 3.9 had them last.
for name in ("Mapping", "MutableMapping"):
    setattr(collections, name, getattr(collections.abc, name))


def nodes(principals: list[dict[str, Any]]) -> list[Any]:
    """Return its own objects for the principals."""
    common = importlib.import_module("principalmapper.common")
    groups: dict[str, Any] = {}
    found: list[Any] = []
    for each in principals:
        held = [common.Policy(arn, arn.rpartition("/")[2], said) for arn, said in each["policies"]]
        for arn, policies in each["groups"]:
            members = [common.Policy(source, source.rpartition("/")[2], said) for source, said in policies]
            groups.setdefault(arn, common.Group(arn, members))
        member = [groups[arn] for arn, _ in each["groups"]]
        role = ":role/" in each["arn"]
        found.append(
            common.Node(
                each["arn"],
                f"ID{len(found):018}",
                held,
                member,
                each["trust"] if role else None,
                [] if role else None,
                0,
                False,
                False,
                None,
                False,
                {},
            )
        )
    return found


def main() -> None:
    """Read, time and print."""
    principals = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    gathering = importlib.import_module("principalmapper.graphing.gathering")
    checkers = [importlib.import_module(f"principalmapper.graphing.{each}_edges") for each in ("sts", "iam")]
    began = time.perf_counter()
    known = nodes(principals)
    gathering.update_admin_status(known)
    edges = [edge for each in checkers for edge in each.generate_edges_locally(known)]
    seconds = time.perf_counter() - began
    said = [(edge.source.arn, edge.destination.arn, edge.reason) for edge in edges]
    print(json.dumps({"seconds": seconds, "edges": said, "admins": [each.arn for each in known if each.is_admin]}))


if __name__ == "__main__":
    main()
