"""Compares how patterns of actions expand, and the access levels, with policy_sentry; for development only.

    python -m tools.differential.expansion [COUNT]

policy_sentry (MIT) is installed by pip into an environment of its own. It knows no `?`, so patterns have none; and it
overrides some of AWS's access levels by a table of its own, so that levels differ where AWS says Write.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from bartizan.identity.aws import actions

PACKAGE = "policy_sentry==0.15.2"
SCRIPT = Path(__file__).with_name("sentry.py")


def main(arguments: Sequence[str]) -> int:
    """Compare and print; return 1 where a pattern expands to something else."""
    patterns = random_patterns(int(arguments[0]) if arguments else 3000)
    said = asked(interpreter(), patterns)
    shared = {name.lower() for name in said["levels"]} & {name.lower() for name in actions.names()}
    differing = [
        pattern
        for pattern, covered in zip(patterns, said["covered"], strict=True)
        if {name.lower() for name in covered} & shared != {name.lower() for name in actions.expand(pattern)} & shared
    ]
    levels = {name: (actions.level(name), level) for name, level in said["levels"].items() if name.lower() in shared}
    unlike = Counter(pair for pair in levels.values() if pair[0] != pair[1])
    print(f"actions: {len(actions.names())} here, {len(said['levels'])} there, {len(shared)} in both")
    print(f"patterns: {len(patterns)}, of which {len(differing)} expand to something else: {differing[:5]}")
    print(f"levels: {len(levels)}, of which {unlike.total()} differ (ours, theirs): {dict(unlike)}")
    return 1 if differing else 0


def interpreter() -> Path:
    """Return the Python of the environment, made first where it is not there."""
    directory = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "bartizan-policy-sentry"
    python = directory / "bin/python"
    if not python.exists():
        venv.create(directory, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", PACKAGE], check=True)
    return python


def random_patterns(count: int, seed: int = 1) -> list[str]:
    """Return patterns made of published actions, a part of each replaced by a star."""
    random, names = Random(seed), actions.names()
    return [_pattern(random, random.choice(names)) for _ in range(count)]


def _pattern(random: Random, name: str) -> str:
    service, action = name.split(":")
    start, stop = sorted(random.sample(range(len(action) + 1), 2))
    ends = ("", f"{action[:start]}*", f"*{action[stop:]}", f"{action[:start]}*{action[stop:]}", "*", action)
    return f"{service}:{random.choice(ends[1:])}"


def asked(python: Path, patterns: list[str]) -> dict[str, Any]:
    """Return what policy_sentry says; raises `CalledProcessError` where it cannot run."""
    command = [str(python), str(SCRIPT)]
    ended = subprocess.run(command, input=json.dumps(patterns), capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(ended.stdout)
    return answer


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
