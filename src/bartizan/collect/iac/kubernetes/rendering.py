"""Running a renderer (kubectl, helm) over copies of files, so that it sees nothing else and can reach nothing.

The program gets a fixed list of arguments, no shell, an environment of its own, and a private directory that
holds copies of the regular files it needs: no link can lead it out of the scanned tree. Git and HTTP are closed
to it, its memory, time and output are bounded, and the directory is removed whatever happens.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bartizan.collect.tree import Tree, Unreadable, decode

TIMEOUT = 60.0
"""Seconds a renderer may take."""
OUTPUT = 64 * 1024 * 1024
"""Bytes it may print."""
MEMORY = 8 * 1024 * 1024 * 1024
"""Bytes of address space it may take; Go programs reserve far more than they use."""
INPUT = 256 * 1024 * 1024
"""Bytes that are copied for it."""
_CLOSED = "http://127.0.0.1:9"
"""Where nothing listens: the discard port of this machine."""
_NO_CLUSTER = json.dumps(
    {
        "apiVersion": "v1",
        "kind": "Config",
        "current-context": "none",
        "contexts": [{"name": "none", "context": {"cluster": "none", "user": ""}}],
        "clusters": [{"name": "none", "cluster": {"server": _CLOSED}}],
    }
).encode()
"""Without a configuration, some builds of kubectl ask a cluster on this machine for its version."""
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_MESSAGE = 2000
"""Characters of a program's error that are kept."""


class Unrendered(Exception):
    """A rendering that failed; its text says why, in the program's own words where there are any."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """A private directory with copies of files of a tree."""

    path: Path

    @property
    def copies(self) -> Path:
        """Where the copies are, by their path in the tree."""
        return self.path / "tree"

    def add(self, tree: Tree, files: Iterable[str]) -> None:
        """Copy files of the tree; raises `Unrendered` when one cannot be read, or they are too large."""
        size = 0
        for file in files:
            try:
                data = tree.read(file)
            except Unreadable as error:
                raise Unrendered(f"{file}: {error}") from None
            size += len(data)
            if size > INPUT:
                raise Unrendered(f"The files it needs have more than {INPUT / 1e6:.0f} MB.")
            self.write(f"tree/{file}", data)

    def write(self, name: str, data: bytes) -> None:
        """Write a file of the workplace; raises `Unrendered` when there is no room."""
        try:
            (self.path / name).parent.mkdir(parents=True, exist_ok=True)
            (self.path / name).write_bytes(data)
        except OSError as error:
            raise Unrendered(f"A temporary copy cannot be written: {error.strerror or error}.") from None

    def run(self, program: str, arguments: Sequence[str]) -> str:
        """Return what a program prints, run in this directory; raises `Unrendered`."""
        self.write("tmp/none", b"")
        self.write("home/kubeconfig", _NO_CLUSTER)
        out, err = self.path / "stdout", self.path / "stderr"
        with open(out, "wb") as stdout, open(err, "wb") as stderr:
            code = _run([program, *arguments], self.path, stdout.fileno(), stderr.fileno())
        if code is None:
            raise Unrendered(f"it took longer than {TIMEOUT:.0f} seconds")
        if out.stat().st_size > OUTPUT:
            raise Unrendered(f"it printed more than {OUTPUT / 1e6:.0f} MB")
        if code != 0:
            raise Unrendered(self._message(err.read_bytes()[:OUTPUT]) or f"it ended with code {code} and said nothing")
        try:
            return decode(out.read_bytes())
        except Unreadable as error:
            raise Unrendered(f"what it printed is not text: {error}") from None

    def _message(self, stderr: bytes) -> str:
        """Return the error a program printed, without warnings, private paths and control characters."""
        lines = stderr.decode("utf-8", "replace").splitlines()
        told = [line for line in lines if line.strip() and not line.lstrip("# ").lower().startswith("warning")]
        text = _UNPRINTABLE.sub(" ", " ".join(told)).strip()
        for path in {str(self.path.resolve()), str(self.path)}:
            text = text.replace(f"{path}/tree/", "").replace(path, ".")
        text = text.removeprefix("error: ").removeprefix("Error: ")
        return text if len(text) <= _MESSAGE else f"{text[: _MESSAGE - 1]}…"


@contextmanager
def workplace() -> Iterator[Workplace]:
    """Give a private directory that is gone afterwards; raises `Unrendered` where none can be made."""
    try:
        directory = tempfile.TemporaryDirectory(prefix="bartizan-", ignore_cleanup_errors=True)
    except OSError as error:
        raise Unrendered(f"No temporary directory can be made: {error.strerror or error}.") from None
    with directory as path:
        yield Workplace(Path(path).resolve())


def find_program(name: str, tree: Tree) -> str | None:
    """Return the absolute path of a program on PATH; one inside of the scanned tree is never taken."""
    found = shutil.which(name, path=_path(tree.root))
    return os.path.abspath(found) if found else None


def _path(root: Path | None = None) -> str:
    """Return PATH without entries that are relative or inside of the scanned tree."""
    entries = filter(os.path.isabs, os.environ.get("PATH", os.defpath).split(os.pathsep))
    return os.pathsep.join(entry for entry in entries if root is None or not _inside(Path(entry), root))


def _inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return True


def _environment(here: Path) -> dict[str, str]:
    """Return the whole environment of a renderer: no cluster, no configuration, no way to the network."""
    environment = {
        "PATH": _path(),
        "HOME": str(here / "home"),
        "TMPDIR": str(here / "tmp"),
        "KUBECONFIG": str(here / "home" / "kubeconfig"),
        "HTTP_PROXY": _CLOSED,
        "HTTPS_PROXY": _CLOSED,
        "ALL_PROXY": _CLOSED,
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C.UTF-8",
    }
    if sys.platform == "win32":
        environment |= {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        environment |= {"USERPROFILE": environment["HOME"], "TEMP": environment["TMPDIR"]}
    return environment


def _run(command: list[str], here: Path, stdout: int, stderr: int) -> int | None:
    """Run a program to its end; return its exit code, None when it was stopped because it took too long."""
    try:
        process = subprocess.Popen(  # noqa: S603 - an absolute path found on PATH, fixed arguments, no shell
            command,
            cwd=here,
            env=_environment(here),
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            start_new_session=True,
        )
    except OSError as error:
        raise Unrendered(f"it cannot be started: {error.strerror or error}") from None
    try:
        _bound(process.pid)
        return process.wait(TIMEOUT)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if process.poll() is None:
            _stop(process)


def _bound(pid: int) -> None:
    """Bound what a running program may take, where the system can do that."""
    if sys.platform == "linux":
        import resource

        try:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (OUTPUT + 1, OUTPUT + 1))
            resource.prlimit(pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
        except (OSError, ValueError):  # it has ended already, or a lower bound is set
            return


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a program and whatever it has started."""
    if sys.platform == "win32":
        process.kill()
    else:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    process.wait()
