"""What a service mounts: volumes, directories of the host and devices, in their short and long forms."""

from __future__ import annotations

import posixpath
import re
from typing import Any

from bartizan.collect.iac.compose.layers import otherwise
from bartizan.collect.iac.compose.variables import Masked
from bartizan.core.truth import Unknown

_PROPAGATION = frozenset({"private", "rprivate", "shared", "rshared", "slave", "rslave"})
_PATH = re.compile(r"[./~\\]|[A-Za-z]:")
"""How a source begins that is a path of the host, and not the name of a volume."""


def volume_entry(item: Any) -> dict[str, Any]:
    """Return a mount with type, source (None: an unnamed volume), target, read_only and propagation."""
    if isinstance(item, dict):
        return _long_volume(item)
    masked = Masked(item)
    if isinstance(item, Unknown) and len(masked.text) == 1:
        return _mount(item, item, item, item, item)
    pieces = _pieces(masked.text)
    if len(pieces) == 1:
        return _mount("volume", None, masked.value(pieces[0]), False, None)
    source, target, *modes = pieces
    options = frozenset(":".join(modes).split(","))
    unclear = next((masked.value(part) for part in (target, *modes) if not masked.known(part)), None)
    return _mount(
        _type(source, masked),
        _path(masked.value(source)),
        masked.value(target),
        True if "ro" in options else False if unclear is None else unclear,
        next(iter(sorted(options & _PROPAGATION)), None),
    )


def _mount(kind: Any, source: Any, target: Any, read_only: Any, propagation: Any) -> dict[str, Any]:
    return {"type": kind, "source": source, "target": target, "read_only": read_only, "propagation": propagation}


def _pieces(text: str) -> list[str]:
    """Return the parts between colons, of which one behind a single letter belongs to a Windows drive."""
    pieces: list[str] = []
    for piece in text.split(":"):
        if pieces and len(pieces[-1]) == 1 and pieces[-1].isascii() and pieces[-1].isalpha():
            pieces[-1] += f":{piece}"
        else:
            pieces.append(piece)
    return pieces


def _type(source: str, masked: Masked) -> str | Unknown:
    if _PATH.match(source) or (not masked.known(source) and "/" in source):  # no volume's name has a slash
        return "bind"
    return "volume" if masked.known(source[:1]) else Unknown(f"a volume or a directory: {_why(masked.value(source))}")


def _why(value: object) -> str:
    return value.why if isinstance(value, Unknown) else str(value)


def _path(source: Any) -> Any:
    """Return a path of the host without detours: `/var/../etc/` is `/etc`."""
    return posixpath.normpath(f"/{source.lstrip('/')}") if isinstance(source, str) and source[:1] == "/" else source


def _long_volume(item: dict[str, Any]) -> dict[str, Any]:
    given = {key: value for key, value in item.items() if not key.startswith("x-")}
    bind = given.get("bind")
    propagation = bind.get("propagation") if isinstance(bind, dict) else None
    read_only = otherwise(given.get("read_only"), False)
    if isinstance(read_only, str):
        read_only = read_only.lower() in ("true", "yes", "on", "1")
    kind = otherwise(given.get("type"), "volume")
    return {**given, **_mount(kind, _path(given.get("source")), given.get("target"), read_only, propagation)}


def device_entry(item: Any) -> dict[str, Any]:
    """Return a device with source, target and permissions (`rwm` unless less is given)."""
    if isinstance(item, dict):
        return {"permissions": "rwm", **item}
    masked = Masked(item)
    source, target, permissions = [*map(masked.value, masked.text.split(":")), None, None][:3]
    unclear = item if isinstance(item, Unknown) and len(masked.text) == 1 else None
    return {
        "source": source,
        "target": otherwise(target, source),
        "permissions": otherwise(permissions, otherwise(unclear, "rwm")),
    }
