"""Functions that read files. They see the files under the scanned root only, as they are on disk."""

from __future__ import annotations

import posixpath
from base64 import b64encode
from collections.abc import Callable
from typing import Any

from bartizan.collect.iac.terraform.convert import mapping, text
from bartizan.collect.iac.terraform.functions.digest import digest
from bartizan.collect.iac.terraform.scope import Scope
from bartizan.collect.iac.terraform.values import WORKING_DIRECTORY, Fault, Group, composite, vague
from bartizan.core.truth import Composite, Unknown


def _relative(path: Any) -> Any:
    """Return a path relative to the root module, where it is known but for the directory Terraform runs in."""
    shown = text(path)
    if shown is WORKING_DIRECTORY:
        return "."
    if isinstance(shown, Composite) and len(shown.parts) == 2 and shown.parts[0] is WORKING_DIRECTORY:
        return f".{shown.parts[1]}" if str(shown.parts[1]).startswith("/") else vague(shown)
    return vague(shown) if isinstance(shown, Unknown) else shown


def _reader(read: Callable[[Scope, str], Any]) -> Callable[[Scope, Any], Any]:
    """Return a function of the file at a path, which may be unknown."""

    def function(scope: Scope, path: Any) -> Any:
        known = _relative(path)
        return known if isinstance(known, Unknown) else read(scope, known)

    return function


def _text_of(scope: Scope, path: str) -> str:
    try:
        return scope.module.bytes_of(path).decode()
    except UnicodeDecodeError:
        raise Fault(f'the file "{path}" is not UTF-8 text') from None


def _hash_of(algorithm: str, base64: bool = False) -> Callable[[Scope, Any], Any]:
    def hashed(scope: Scope, path: str) -> str:
        found = digest(algorithm, scope.module.bytes_of(path))
        return b64encode(found).decode() if base64 else found.hex()

    return _reader(hashed)


def _fileset(scope: Scope, directory: Any, pattern: Any) -> Any:
    base, glob = _relative(directory), text(pattern)
    for part in (base, glob):
        if isinstance(part, Unknown):
            return vague(part)
    return Group(scope.module.files_matching(base, glob))


def render(scope: Scope, source: str, variables: Any) -> Any:
    """Return what a template gives with its own variables, and none else."""
    names = mapping(variables)
    if isinstance(names, Unknown):
        return vague(names)
    return scope.module.template(source)(Scope(scope.module, names=names))


def _templatefile(scope: Scope, path: Any, variables: Any) -> Any:
    known = _relative(path)
    if isinstance(known, Unknown):
        return known
    scope.module.spend(100)
    return render(scope, _text_of(scope, known), variables)


def _templatestring(scope: Scope, source: Any, variables: Any) -> Any:
    shown = text(source)
    return vague(shown) if isinstance(shown, Unknown) else render(scope, shown, variables)


def _basename(scope: Scope, path: Any) -> Any:
    shown = text(path)
    if isinstance(shown, Composite):
        last = shown.parts[-1]
        name = last.rstrip("/").rpartition("/") if isinstance(last, str) else ("", "", "")
        return name[2] if name[1] and name[2] else vague(shown)
    if isinstance(shown, Unknown):
        return vague(shown)
    return posixpath.basename(shown.rstrip("/")) or ("/" if shown else ".")


def _dirname(scope: Scope, path: Any) -> Any:
    shown = text(path)
    if isinstance(shown, Unknown):
        return vague(shown)
    return posixpath.normpath(posixpath.dirname(shown) or ".")


def _pathexpand(scope: Scope, path: Any) -> Any:
    shown = text(path)
    if isinstance(shown, str) and shown.startswith("~"):
        return Unknown("the home directory is known only where Terraform runs")
    return shown


def _abspath(scope: Scope, path: Any) -> Any:
    shown = text(path)
    if isinstance(shown, Unknown) or posixpath.isabs(shown):
        return shown
    normal = posixpath.normpath(shown or ".")
    if normal.startswith(".."):
        return vague(WORKING_DIRECTORY)
    return WORKING_DIRECTORY if normal == "." else composite([WORKING_DIRECTORY, "/" + normal])


PLACED: dict[str, Callable[..., Any]] = {
    "abspath": _abspath,
    "basename": _basename,
    "dirname": _dirname,
    "file": _reader(_text_of),
    "filebase64": _reader(lambda scope, path: b64encode(scope.module.bytes_of(path)).decode()),
    "filebase64sha256": _hash_of("sha256", base64=True),
    "filebase64sha512": _hash_of("sha512", base64=True),
    "fileexists": _reader(lambda scope, path: scope.module.has_file(path)),
    "filemd5": _hash_of("md5"),
    "fileset": _fileset,
    "filesha1": _hash_of("sha1"),
    "filesha256": _hash_of("sha256"),
    "filesha512": _hash_of("sha512"),
    "pathexpand": _pathexpand,
    "templatefile": _templatefile,
    "templatestring": _templatestring,
}
