"""Functions that read files. They see the files under the scanned root only, as they are on disk."""

from __future__ import annotations

import posixpath
from base64 import b64encode
from collections.abc import Callable
from typing import Any

from bartizan.collect.iac.terraform.convert import mapping, text
from bartizan.collect.iac.terraform.functions.digest import digest
from bartizan.collect.iac.terraform.scope import Scope
from bartizan.collect.iac.terraform.values import Fault, Group, vague
from bartizan.core.truth import Unknown


def _text_of(scope: Scope, path: Any) -> str:
    try:
        return scope.module.bytes_of(text(path)).decode()
    except UnicodeDecodeError:
        raise Fault(f'the file "{text(path)}" is not UTF-8 text') from None


def _hash_of(algorithm: str, base64: bool = False) -> Callable[[Scope, Any], str]:
    def hashed(scope: Scope, path: Any) -> str:
        found = digest(algorithm, scope.module.bytes_of(text(path)))
        return b64encode(found).decode() if base64 else found.hex()

    return hashed


def _fileset(scope: Scope, directory: Any, pattern: Any) -> Group:
    return Group(scope.module.files_matching(text(directory), text(pattern)))


def render(scope: Scope, source: str, variables: Any) -> Any:
    """Return what a template gives with its own variables, and none else."""
    names = mapping(variables)
    if isinstance(names, Unknown):
        return vague(names)
    return scope.module.template(source)(Scope(scope.module, names=names))


def _templatefile(scope: Scope, path: Any, variables: Any) -> Any:
    shown = text(path)
    if isinstance(shown, Unknown):
        return vague(shown)
    scope.module.spend(100)
    return render(scope, _text_of(scope, shown), variables)


def _templatestring(scope: Scope, source: Any, variables: Any) -> Any:
    shown = text(source)
    return vague(shown) if isinstance(shown, Unknown) else render(scope, shown, variables)


def _basename(scope: Scope, path: Any) -> str:
    stripped = str(text(path)).rstrip("/")
    return posixpath.basename(stripped) or ("/" if text(path) else ".")


def _dirname(scope: Scope, path: Any) -> str:
    return posixpath.normpath(posixpath.dirname(text(path)) or ".")


def _pathexpand(scope: Scope, path: Any) -> Any:
    if str(text(path)).startswith("~"):
        return Unknown("the home directory is known only where Terraform runs")
    return text(path)


PLACED: dict[str, Callable[..., Any]] = {
    "basename": _basename,
    "dirname": _dirname,
    "file": _text_of,
    "filebase64": lambda scope, path: b64encode(scope.module.bytes_of(text(path))).decode(),
    "filebase64sha256": _hash_of("sha256", base64=True),
    "filebase64sha512": _hash_of("sha512", base64=True),
    "fileexists": lambda scope, path: scope.module.has_file(text(path)),
    "filemd5": _hash_of("md5"),
    "fileset": _fileset,
    "filesha1": _hash_of("sha1"),
    "filesha256": _hash_of("sha256"),
    "filesha512": _hash_of("sha512"),
    "pathexpand": _pathexpand,
    "templatefile": _templatefile,
    "templatestring": _templatestring,
}
