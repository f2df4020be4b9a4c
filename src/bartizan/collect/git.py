"""Git, asked so that a repository can be read that nobody trusts.

Only plumbing is used, which runs no filter, hook, pager, signature check or text conversion that the repository's
settings name; nothing is fetched, and objects are taken as they are stored.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_SAFE = (
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.attributesFile=/dev/null",
    "-c",
    "protocol.allow=never",
    "-c",
    "safe.directory=*",
)
_FIXED = {
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "HOME": os.devnull,
    "LC_ALL": "C",
}


class GitMissing(Exception):
    """There is no git on this machine."""


class GitFailed(Exception):
    """Git refused; its text is the last line that git said."""


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git prints, run in a folder; raises `GitMissing` and `GitFailed`."""
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, no shell
            command(folder, *arguments), input=given, capture_output=True, check=True, env=environment()
        )
    except FileNotFoundError:
        raise GitMissing from None
    except subprocess.CalledProcessError as error:
        raise GitFailed(_last_line(error.stderr)) from None
    return done.stdout


@contextmanager
def streamed(folder: Path, *arguments: str, given: bytes) -> Iterator[IO[bytes]]:
    """Yield what git prints, as a stream; git is ended with it. Raises `GitMissing`.

    `given` is put in a file first, so that neither side waits for the other.
    """
    import tempfile

    with tempfile.TemporaryFile() as source:
        source.write(given)
        source.seek(0)
        try:
            process = subprocess.Popen(  # noqa: S603 - a fixed program, no shell
                command(folder, *arguments),
                stdin=source,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(),
            )
        except FileNotFoundError:
            raise GitMissing from None
        try:
            assert process.stdout is not None  # noqa: S101 - it was asked for a pipe
            yield process.stdout
        finally:
            process.kill()
            process.communicate()


def command(folder: Path, *arguments: str) -> list[str]:
    """Return the command that runs git in a folder."""
    return ["git", *_SAFE, "-C", str(folder), *arguments]


def environment() -> dict[str, str]:
    """Return the environment git runs in: none of the user's settings but the search path."""
    return {"PATH": os.environ.get("PATH", ""), **_FIXED}


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else ""
