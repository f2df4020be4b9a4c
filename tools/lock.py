"""Compiles requirements/*.txt from pyproject.toml: every version pinned, every published file hashed.

The files must mean the same on every machine, so the resolver sees no configuration of this one, and
what it wrote is refused if it names an index, a file or a directory. Existing pins are kept where they
still fit; `--upgrade` takes the newest.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# Written by `make lock` from pyproject.toml: every version pinned, every file hashed. Do not edit.\n"
TARGETS: dict[str, tuple[str, ...]] = {
    "requirements/run.txt": (),
    "requirements/dev.txt": ("--group", "dev", "--constraints", "requirements/run.txt"),
}
"""File and what it takes beside the run-time dependencies, in the order they are compiled."""
OPTIONS = (
    "--universal",  # for all platforms and Python versions at once, told apart by markers
    "--python-version=3.11",
    "--fork-strategy=fewest",
    "--generate-hashes",
    "--no-config",
    "--no-header",
    "--system-certs",
    "--quiet",
)
_PIN = re.compile(r"[a-z0-9][a-z0-9.-]*==[^\s;]+( ; [^\\]+)? \\$")
_REST = re.compile(r"    (--hash=sha256:[0-9a-f]{64}( \\)?|# .*)$|#.*$|$")
_ORIGIN = re.compile(r"://|(^|[\s=@])[~/\\]\w|\.\./|--(index|extra|find|trusted)")


def main(arguments: list[str]) -> int:
    """Compile the files, or with `--check` only judge those that are there; return the exit code."""
    if "--check" not in arguments:
        for target in TARGETS:
            compile_pins(target, arguments)
    faults = [fault for target in TARGETS for fault in faults_of(target, (ROOT / target).read_text("utf-8"))]
    print("\n".join(faults or [f"{', '.join(TARGETS)}: pinned, hashed and free of origins"]))
    return 1 if faults else 0


def compile_pins(target: str, arguments: list[str]) -> None:
    """Write one file; raises `CalledProcessError` when there is no solution."""
    uv = Path(sys.executable).with_name("uv")
    command = [str(uv), "pip", "compile", "pyproject.toml", *OPTIONS, *TARGETS[target], *arguments, "-o", target]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("UV_", "PIP_"))}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    path = ROOT / target
    path.write_text(HEADER + path.read_text("utf-8").removeprefix(HEADER), "utf-8")


def faults_of(target: str, text: str) -> Iterator[str]:
    """Yield a sentence for every line that is not a pin, a hash or a comment, or that says where a file came from."""
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if _ORIGIN.search(line):
            yield f"{target}:{number}: names where a package came from: {line.strip()}"
        elif not (_PIN.match(line) or _REST.match(line)):
            yield f"{target}:{number}: is neither a pin nor a hash: {line.strip()}"
        elif _PIN.match(line) and not "".join(lines[number : number + 1]).startswith("    --hash="):
            yield f"{target}:{number}: has no hash: {line.strip()}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
