"""Raises the version of a package where it is pinned exactly: `name==1.2`, `"name": "1.2"`."""

from __future__ import annotations

import json as standard
import re
import tomllib
from posixpath import basename

from bartizan.collect.edit.change import Change, Refused, changed
from bartizan.collect.edit.edit import Spot, put
from bartizan.collect.edit.json import parsed

_REQUIREMENTS = re.compile(r"requirements.*\.(?:txt|in)$|constraints.*\.txt$")
_VERSION = re.compile(r"[0-9A-Za-z][\w.+!~-]*$")
LOCKS = {
    "package-lock.json": "npm install {name}@{version}",
    "npm-shrinkwrap.json": "npm install {name}@{version}",
    "yarn.lock": "yarn upgrade {name}@{version}",
    "pnpm-lock.yaml": "pnpm update {name}@{version}",
    "bun.lock": "bun update {name}@{version}",
    "poetry.lock": "poetry add {name}@{version}",
    "uv.lock": "uv lock --upgrade-package {name}=={version}",
    "pdm.lock": "pdm update {name}",
    "pipfile.lock": "pipenv install {name}=={version}",
    "go.mod": "go get {name}@v{version} && go mod tidy",
    "go.sum": "go get {name}@v{version} && go mod tidy",
    "cargo.lock": "cargo update -p {name} --precise {version}",
    "gemfile.lock": "bundle update --conservative {name}",
    "composer.lock": "composer require {name}:{version}",
    "packages.lock.json": "dotnet add package {name} --version {version}",
    "pubspec.lock": "dart pub upgrade {name}",
    "mix.lock": "mix deps.update {name}",
}
"""The command that raises one package, by the lock file that names its version. A lock file has checksums in it, so it
is made by its own tool and never edited."""


def command(file: str, name: str, version: str) -> str:
    """Return the command that raises a package in a lock file; empty where the file is none."""
    template = LOCKS.get(basename(file).lower(), "")
    return template.format(name=name, version=version.removeprefix("v"))


def raised(file: str, text: str, name: str, version: str, to: str) -> str:
    """Return a text with the exact pin of a package raised; raises `Refused` where there is none, or several."""
    if not _VERSION.match(to):
        raise Refused(f"{to!r} is no version that could be written there.")
    base = basename(file).lower()
    if _REQUIREMENTS.search(base):
        return _requirement(text, name, version, to)
    if base == "package.json":
        return _manifest(file, text, name, version, to)
    if base == "pyproject.toml":
        return _project(text, name, version, to)
    raise Refused(f"{basename(file)} is no file in which a version is pinned by hand.")


def _name(name: str) -> str:
    return "[-_.]+".join(re.escape(part) for part in re.split(r"[-_.]+", name))


def _requirement(text: str, name: str, version: str, to: str) -> str:
    line = re.compile(
        rf"^[ \t]*{_name(name)}[ \t]*(?:\[[^\]\n]*\])?[ \t]*===?[ \t]*"
        rf"(?P<pin>{re.escape(version)})(?=[ \t\r\n;\\#]|\Z)",
        re.IGNORECASE | re.MULTILINE,
    )
    found = list(line.finditer(text))
    if len(found) != 1:
        raise Refused(f"{name}=={version} is written {'several times' if found else 'nowhere'} in the file.")
    rest = re.compile(r"(?:[^\n]*\\\r?\n)*[^\n]*").match(text, found[0].start())
    if rest is not None and "--hash" in rest[0]:
        raise Refused("The version has checksums beside it; make the file again with the tool that made it.")
    return changed(text, [Change(found[0].start("pin"), found[0].end("pin"), to)])


def _manifest(file: str, text: str, name: str, version: str, to: str) -> str:
    sections = ("dependencies", "devDependencies", "optionalDependencies", "peerDependencies")
    root = parsed(text)
    pins = [
        (entry.key, inner.node.value)
        for entry in root.entries
        if entry.key in sections
        for inner in entry.node.entries
        if inner.key == name
    ]
    if len(pins) != 1:
        raise Refused(f"{name} is asked for {'several times' if pins else 'nowhere'} in the file.")
    section, pin = pins[0]
    if pin != version:
        raise Refused(f"{name} is not pinned exactly: {standard.dumps(pin)} allows other versions too.")
    return put(file, text, Spot(1, 1, (section, name)), to)


def _project(text: str, name: str, version: str, to: str) -> str:
    pin = re.compile(
        rf"""(?<=["']){_name(name)}[ ]*(?:\[[^\]"'\n]*\])?[ ]*==[ ]*(?P<pin>{re.escape(version)})(?=["'; ])""",
        re.IGNORECASE,
    )
    found = list(pin.finditer(text))
    if len(found) != 1:
        raise Refused(f"{name}=={version} is written {'several times' if found else 'nowhere'} in the file.")
    new = changed(text, [Change(found[0].start("pin"), found[0].end("pin"), to)])
    try:
        tomllib.loads(new)
    except tomllib.TOMLDecodeError:
        raise Refused("The file is not TOML as it stands.") from None
    return new
