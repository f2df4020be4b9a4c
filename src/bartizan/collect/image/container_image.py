"""Container images as such: how they run, what they carry, who signed them.

Resource `image`, address the reference it was looked up by or its digest: `reference`, `digest`, `platform`, `base`,
`user`, `runs_as_root`, `exposes`, `secret_environment` (names), `secret_history`, `setuid_files`, `writable_files`
(paths from `/`), `remote_additions`, `signed`, `provenance`, `bill`, `health_checked`, `ssh_server`, `created`,
`layers`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.resource import Reading
from bartizan.collect.tree import IMAGE, Tree

_ABOUT = "<image>"
_PASSWD = "etc/passwd"


def _units(tree: Tree) -> Iterator[Unit]:
    if tree.of == IMAGE:
        yield Unit("container-image", "", (_ABOUT, _PASSWD) if _PASSWD in tree.files else (_ABOUT,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.image.about.resource import image_resource  # loaded where it is needed
    from bartizan.collect.image.layer.files import image_files

    files = image_files(tree)
    return Reading(resources=[image_resource(tree, files)] if files is not None else [])


def _wants(entry: Entry) -> bool:
    return entry.path == _PASSWD


FORMAT = Format(id="container-image", title="Container image", units=_units, read=_read, of=(IMAGE,), wants=_wants)
