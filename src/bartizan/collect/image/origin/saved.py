"""What `docker save` writes: manifest.json beside configurations and layers."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from hashlib import sha256
from typing import Any

from bartizan.collect.image.layer.flow import Expected
from bartizan.collect.image.layer.gather import Stored
from bartizan.collect.image.layer.inflate import Readable
from bartizan.collect.image.layer.path import cleaned
from bartizan.collect.image.origin.error import ImageError, NotThere
from bartizan.collect.image.origin.files import Files
from bartizan.collect.image.origin.found import Found, check_platform, diff_ids_of, title
from bartizan.collect.image.origin.manifest import MOST_LAYERS, as_object
from bartizan.collect.image.origin.platform import Platform
from bartizan.core.truth import Unknown

_NO_DIGEST = Unknown("`docker save` does not write the manifest that the digest is of")


def in_saved(files: Files, where: str, selector: str, wanted: Platform | None) -> Found:
    """Return the image of an archive (or an unpacked one) by `docker save`; raises `ImageError`."""
    entry = _picked(_entries(files, where), where, selector)
    name = _inside(entry.get("Config"), where)
    data = files.read(name)
    config = as_object(data, f"{where}: the configuration {name}")
    check_platform(config, wanted)
    diff_ids = diff_ids_of(config)
    paths = entry.get("Layers")
    if not isinstance(paths, list) or len(paths) != len(diff_ids) or len(paths) > MOST_LAYERS:
        raise ImageError(
            f"{where}: manifest.json and the configuration tell of different layers; save the image again."
        )
    tags = _tags(entry)
    named = next((tag for tag in tags if selector and _means(tag, selector)), tags[0] if tags else None)
    return Found(
        reference=named,
        digest=_NO_DIGEST,
        id=f"sha256:{sha256(data).hexdigest()}",
        config=config,
        layers=tuple(_layer(files, _inside(path, where), diff_ids, n) for n, path in enumerate(paths)),
        diff_ids=diff_ids,
        forwards=files.forwards,
    )


def _entries(files: Files, where: str) -> list[dict[str, Any]]:
    try:
        listed = json.loads(files.read("manifest.json"))
    except (ValueError, RecursionError):
        raise ImageError(f"{where}: manifest.json is no JSON; save the image again.") from None
    entries = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    if not entries:
        raise ImageError(f"{where}: manifest.json lists no image; save one with `docker save`.")
    return entries


def _picked(entries: list[dict[str, Any]], where: str, selector: str) -> dict[str, Any]:
    fitting = [each for each in entries if not selector or any(_means(tag, selector) for tag in _tags(each))]
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(tag for each in entries for tag in _tags(each)[:5]) or "images without a name"
    what = f"{len(fitting)} images" if fitting else f"no image {selector!r}"
    raise NotThere(f"{where} has {what}; choose one as {where}:NAME. There is: {names}.")


def _tags(entry: dict[str, Any]) -> list[str]:
    tags = entry.get("RepoTags")
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


def _means(tag: str, selector: str) -> bool:
    return tag == selector or tag.rpartition(":")[2] == selector


def _inside(path: object, where: str) -> str:
    name = cleaned(path) if isinstance(path, str) else None
    if not name:
        raise ImageError(f"{where}: manifest.json names no file that is in the archive: {str(path)[:100]!r}.")
    return name


def _layer(files: Files, path: str, diff_ids: tuple[str, ...], number: int) -> Stored:
    def opener() -> AbstractContextManager[Readable]:
        return files.open(path)

    return Stored(
        title(number, len(diff_ids), diff_ids[number]), Expected("", diff_ids[number]), opener, files.order(path)
    )
