"""An image as a resource: what its configuration, its history and its files say, never a secret itself."""

from __future__ import annotations

import stat
from typing import Any

from bartizan.collect.image.about import config, history
from bartizan.collect.image.layer.facts import About
from bartizan.collect.image.layer.files import ImageFiles
from bartizan.collect.resource import Resource
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Place
from bartizan.core.truth import Unknown

PASSWD = "etc/passwd"
_BASE, _BASE_DIGEST = "org.opencontainers.image.base.name", "org.opencontainers.image.base.digest"
_SET_ID = stat.S_ISUID | stat.S_ISGID
_RUN = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH
_SETTINGS = "etc/"
_PROGRAMS = (
    "bin/",
    "sbin/",
    "usr/bin/",
    "usr/sbin/",
    "usr/local/bin/",
    "usr/local/sbin/",
    "lib/",
    "usr/lib/",
    "usr/libexec/",
)
_SSH = frozenset({"sshd", "dropbear", "dropbearmulti", "tinysshd"})
_NOT_WHOLE = Unknown("not every layer could be read")


def image_resource(tree: Tree, files: ImageFiles) -> Resource:
    """Return the image that a tree is of."""
    about = files.about
    place = Place(about.address)
    return Resource(type="image", address=about.address, value=_values(tree, files, about), place=place)


def _values(tree: Tree, files: ImageFiles, about: About) -> dict[str, Any]:
    steps = history.steps(about.config)
    count = len(about.layers)
    name = config.user(about.config)
    return {
        "reference": about.reference,
        "digest": about.digest,
        "platform": about.platform,
        "base": _base(about),
        "user": name,
        "runs_as_root": config.runs_as_root(name, _users(tree)),
        "exposes": config.ports(about.config),
        "secret_environment": config.secret_environment(about.config),
        "secret_history": history.secret_written(steps, count),
        "setuid_files": _found(files, about, _sets_id),
        "writable_files": _found(files, about, _open_to_all),
        "remote_additions": history.added_from_network(steps, count),
        "signed": about.beside.signed,
        "provenance": about.beside.provenance,
        "bill": about.beside.bill,
        "health_checked": config.health_checked(about.config),
        "ssh_server": _has_ssh(files) or (False if about.whole else _NOT_WHOLE),
        "created": config.created(about.config),
        "layers": count,
    }


def _base(about: About) -> str | None:
    """Return the image it is built on, with its digest where that is told too."""
    notes = {**config.labels(about.config), **about.annotations}
    name, digest = notes.get(_BASE), notes.get(_BASE_DIGEST)
    return f"{name}@{digest}" if name and digest and "@" not in name else name or None


def _users(tree: Tree) -> dict[str, int] | None:
    try:
        return config.users_of(tree.text(PASSWD))
    except Unreadable:
        return None


def _found(files: ImageFiles, about: About, test: Any) -> list[Any]:
    """Return the paths of the files that a test holds for; there may be more where not every layer could be read."""
    modes = files.table.modes
    paths: list[Any] = [f"/{path}" for path, row in sorted(files.rows.items()) if test(path, modes[row])]
    return paths if about.whole else [*paths, _NOT_WHOLE]


def _sets_id(path: str, mode: int) -> bool:
    return bool(mode & _SET_ID and mode & _RUN)


def _open_to_all(path: str, mode: int) -> bool:
    return bool(mode & stat.S_IWOTH) and bool(mode & _RUN or path.startswith((_SETTINGS, *_PROGRAMS)))


def _has_ssh(files: ImageFiles) -> bool:
    return any(
        path.rpartition("/")[2] in _SSH and "bin/" in path and files.table.modes[row] & _RUN
        for path, row in files.rows.items()
    )
