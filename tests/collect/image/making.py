"""Makes images without any tool: layers as archives, layouts, what `docker save` writes."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import tarfile
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import zstandard

from bartizan.collect.format import Entry, Wanted
from bartizan.collect.image.layer.bounds import Bounds
from bartizan.collect.image.origin.opening import open_image
from bartizan.collect.tree import Tree

MANIFEST = "application/vnd.oci.image.manifest.v1+json"
INDEX = "application/vnd.oci.image.index.v1+json"
CONFIG = "application/vnd.oci.image.config.v1+json"
LAYER = "application/vnd.oci.image.layer.v1.tar"


@dataclass(frozen=True, kw_only=True)
class File:
    """A member of a layer."""

    name: str
    data: bytes = b""
    mode: int = 0o644
    type: bytes = tarfile.REGTYPE
    link: str = ""
    uid: int = 0


def file(name: str, data: bytes | str = b"", mode: int = 0o644, uid: int = 0) -> File:
    return File(name=name, data=data.encode() if isinstance(data, str) else data, mode=mode, uid=uid)


def folder(name: str) -> File:
    return File(name=name, type=tarfile.DIRTYPE, mode=0o755)


def symlink(name: str, to: str) -> File:
    return File(name=name, type=tarfile.SYMTYPE, link=to)


def hard_link(name: str, to: str) -> File:
    return File(name=name, type=tarfile.LNKTYPE, link=to)


def layer(*files: File, form: int = tarfile.PAX_FORMAT) -> bytes:
    """Return a layer, not compressed."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form, encoding="utf-8", errors="surrogateescape") as archive:
        for each in files:
            member = tarfile.TarInfo(each.name)
            member.size, member.mode, member.type = len(each.data), each.mode, each.type
            member.linkname, member.uid = each.link, each.uid
            archive.addfile(member, io.BytesIO(each.data))
    return out.getvalue()


def digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


COMPRESSIONS: dict[str, Callable[[bytes], bytes]] = {
    "": lambda data: data,
    "+gzip": lambda data: gzip.compress(data, 1, mtime=0),
    "+zstd": zstandard.compress,
}


@dataclass
class Layout:
    """An OCI layout that is being made."""

    root: Path
    listed: list[dict[str, Any]] = field(default_factory=list)

    def blob(self, data: bytes, media_type: str, **more: Any) -> dict[str, Any]:
        path = self.root / "blobs" / "sha256" / digest(data).partition(":")[2]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return {"mediaType": media_type, "digest": digest(data), "size": len(data), **more}

    def json(self, table: dict[str, Any], media_type: str, **more: Any) -> dict[str, Any]:
        return self.blob(json.dumps(table).encode(), media_type, **more)

    def image(
        self, layers: Iterable[bytes], config: dict[str, Any] | None = None, compression: str = "", /, **manifest: Any
    ) -> dict[str, Any]:
        """Add an image and return its descriptor; it is not listed in the index yet."""
        plain = list(layers)
        given = config or {}
        told = {
            "os": "linux",
            "architecture": "amd64",
            "config": {},
            **given,
            "rootfs": {"type": "layers", "diff_ids": [digest(each) for each in plain]},
        }
        compress = COMPRESSIONS[compression]
        table = {
            "schemaVersion": 2,
            "mediaType": MANIFEST,
            "config": self.json(told, CONFIG),
            "layers": [self.blob(compress(each), LAYER + compression) for each in plain],
            **manifest,
        }
        return self.json(table, MANIFEST)

    def artifact(self, about: str = "", kind: str = "", notes: dict[str, str] | None = None) -> dict[str, Any]:
        """Add something about an image, a signature or the like."""
        table = {
            "schemaVersion": 2,
            "mediaType": MANIFEST,
            "config": self.blob(b"{}", "application/vnd.oci.empty.v1+json"),
            "layers": [self.blob(b"{}", kind or "application/vnd.in-toto+json", annotations=notes or {})],
            **({"artifactType": kind} if kind else {}),
            **({"subject": {"mediaType": MANIFEST, "digest": about, "size": 1}} if about else {}),
        }
        return self.json(table, MANIFEST, **({"artifactType": kind} if kind else {}))

    def index(self, *listed: dict[str, Any]) -> dict[str, Any]:
        table = {"schemaVersion": 2, "mediaType": INDEX, "manifests": list(listed)}
        return self.json(table, INDEX)

    def named(self, descriptor: dict[str, Any], name: str = "") -> Layout:
        """List something in the layout, under a name where one is given."""
        notes = {"org.opencontainers.image.ref.name": name} if name else {}
        self.listed.append({**descriptor, "annotations": {**descriptor.get("annotations", {}), **notes}})
        return self.written()

    def written(self) -> Layout:
        self.root.mkdir(parents=True, exist_ok=True)
        (self.root / "oci-layout").write_text('{"imageLayoutVersion": "1.0.0"}')
        table = {"schemaVersion": 2, "mediaType": INDEX, "manifests": self.listed}
        (self.root / "index.json").write_text(json.dumps(table))
        return self

    def archived(self, path: Path) -> Path:
        with tarfile.open(path, "w") as archive:
            archive.add(self.root, ".")
        return path


def layout(root: Path, *layers: bytes, compression: str = "", config: dict[str, Any] | None = None) -> Layout:
    """Return a layout with one image."""
    made = Layout(root)
    return made.named(made.image(layers, config, compression), "app")


def saved(path: Path, *layers: bytes, config: dict[str, Any] | None = None, tag: str = "app:1") -> Path:
    """Write what `docker save` writes, manifest last as it does."""
    told = {
        "os": "linux",
        "architecture": "amd64",
        "config": {},
        **(config or {}),
        "rootfs": {"type": "layers", "diff_ids": [digest(each) for each in layers]},
    }
    data = json.dumps(told).encode()
    name = f"{digest(data).partition(':')[2]}.json"
    paths = [f"{digest(each).partition(':')[2]}/layer.tar" for each in layers]
    listing = json.dumps([{"Config": name, "RepoTags": [tag], "Layers": paths}]).encode()
    with tarfile.open(path, "w") as archive:
        for member, content in (*zip(paths, layers, strict=True), (name, data), ("manifest.json", listing)):
            header = tarfile.TarInfo(member)
            header.size = len(content)
            archive.addfile(header, io.BytesIO(content))
    return path


def everything(entry: Entry) -> Wanted:
    return True


def opened(where: object, bounds: Bounds | None = None, **more: Any) -> AbstractContextManager[Tree]:
    """Open an image with the content of every file kept."""
    return open_image(str(where), **{"wants": everything, "bounds": bounds, **more})


def contents(tree: Tree) -> dict[str, bytes]:
    return {path: tree.read(path) for path in tree.files}


def shown(text: str, root: Path) -> Path:
    """Make the image that an example tells of: `config`, `files` by path with their modes, and what is `beside` it."""
    told = json.loads(text)
    made = Layout(root)
    files = [
        file(path, told.get("passwd", "") if path == "etc/passwd" else "", int(mode, 8))
        for path, mode in told["files"].items()
    ]
    image = made.image([layer(*files)], told["config"], annotations=told.get("annotations", {}))
    made.named(image, told.get("name", "registry.example/app:1"))
    for what in told.get("beside", []):
        made.named(made.artifact(image["digest"], **_BESIDE[what]))
    return root


_BESIDE: dict[str, dict[str, Any]] = {
    "signature": {"kind": "application/vnd.dev.cosign.artifact.sig.v1+json"},
    "provenance": {"notes": {"in-toto.io/predicate-type": "https://slsa.dev/provenance/v1"}},
    "bill": {"kind": "application/spdx+json"},
}
