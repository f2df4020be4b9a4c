"""Registries: images by the distribution API, without an engine.

Source: the OCI distribution specification 1.1, and Docker's documentation of token authentication.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace

from bartizan.collect.image.layer.facts import Beside
from bartizan.collect.image.layer.flow import well_formed
from bartizan.collect.image.layer.inflate import Readable
from bartizan.collect.image.origin.access import Access
from bartizan.collect.image.origin.error import Denied, ImageError, NotThere, Unreachable
from bartizan.collect.image.origin.evidence import BILL, PROVENANCE, SIGNED, shown, tags
from bartizan.collect.image.origin.found import Chosen, Found, choose, found
from bartizan.collect.image.origin.manifest import (
    INDEXES,
    LARGEST,
    MANIFESTS,
    REFERENCE_DIGEST,
    Descriptor,
    Manifest,
    parse,
    verified,
)
from bartizan.collect.image.origin.options import RegistryOptions
from bartizan.collect.image.origin.platform import Platform
from bartizan.collect.image.origin.reference import Reference
from bartizan.collect.image.origin.transport import Answer, Steady, Transport
from bartizan.core.truth import Unknown

_ACCEPT = ", ".join((*INDEXES, *MANIFESTS))
_RESUMED = 3
"""Times that a download which broke off is taken up again."""
_MOST = 50
"""Artifacts about an image that are looked at."""


@dataclass(slots=True)
class Registry:
    """A store that is a repository of a registry, or of a mirror of it."""

    access: Access
    repository: str
    patience: float
    manifests: dict[str, Manifest] = field(default_factory=dict)

    def manifest(self, digest: str) -> Manifest:
        """Return a manifest by digest or tag."""
        if digest not in self.manifests:
            answer = self._get(f"manifests/{digest}", _ACCEPT)
            told = digest if ":" in digest else answer.headers.get("docker-content-digest", "")
            own = f"sha256:{hashlib.sha256(answer.body).hexdigest()}"
            if well_formed(told):
                verified(answer.body, told, f"The manifest from {self.access.host}")
            kept = told if well_formed(told) else own
            self.manifests[digest] = parse(answer.body, kept, answer.headers.get("content-type", ""))
        return self.manifests[digest]

    def read(self, descriptor: Descriptor) -> bytes:
        """Return a small blob."""
        if descriptor.size > LARGEST:
            raise ImageError(
                f"The configuration has {descriptor.size >> 20} MB, more than the {LARGEST >> 20} it may have."
            )
        return verified(self._get(f"blobs/{descriptor.digest}", "*/*").body, descriptor.digest, "The configuration")

    @contextmanager
    def open(self, descriptor: Descriptor) -> Iterator[Readable]:
        """Open a blob; what breaks off is taken up again where it was."""
        download = _Download(self.access, f"{self.repository}/blobs/{descriptor.digest}", self.patience)
        try:
            yield download
        finally:
            download.close()

    def order(self, descriptor: Descriptor) -> int:
        """Return the same for all: they can be had in any order."""
        return 0

    def beside(self, chosen: Chosen) -> Beside:
        """Return what is kept beside an image: by the referrers API, by cosign's tags, in its own index."""
        about: set[str] = set()
        doubt: ImageError | None = None
        for digest in sorted(chosen.digests):
            for look in (self._referrers, self._tagged):
                try:
                    about |= look(digest)
                except NotThere:
                    continue
                except ImageError as error:
                    doubt = error
        for each in chosen.through[-1].manifests or () if chosen.through else ():
            if each.attestation and each.annotations.get(REFERENCE_DIGEST) == chosen.manifest.digest:
                try:
                    about |= shown(self.manifest(each.digest))
                except ImageError as error:
                    doubt = error
        return Beside(**{name: True if name in about else _absent(doubt) for name in (SIGNED, PROVENANCE, BILL)})

    def _referrers(self, digest: str) -> set[str]:
        try:
            answer = self._get(f"referrers/{digest}", INDEXES[0])
        except NotThere:
            answer = self._get(f"manifests/{digest.replace(':', '-')}", INDEXES[0])
        listed = parse(answer.body, digest).manifests or ()
        return set().union(*(self._shown_by(each) for each in listed[:_MOST]))

    def _shown_by(self, artifact: Descriptor) -> set[str]:
        return shown(artifact) or shown(self.manifest(artifact.digest))

    def _tagged(self, digest: str) -> set[str]:
        about: set[str] = set()
        for tag, what in tags(digest).items():
            try:
                about |= shown(self.manifest(tag)) | ({what} - {""})
            except NotThere:
                continue
        return about

    def _get(self, path: str, accept: str) -> Answer:
        answer = self.access.get(f"{self.repository}/{path}", accept, LARGEST)
        if answer.status == 200:
            return answer
        raise refusal(answer, self.access.host, self.repository, path)


def _absent(doubt: ImageError | None) -> bool | Unknown:
    return False if doubt is None else Unknown(f"the registry could not be asked: {doubt}")


def refusal(answer: Answer, host: str, repository: str, path: str) -> ImageError:
    """Return the error for an answer that is not what was asked for."""
    what = f"{host}/{repository}"
    if answer.status in (401, 403):
        return Denied(
            f"{host} does not let you read {what} (status {answer.status}); log in with `docker login {host}`, "
            "and check the name: some registries say so of images that are not there."
        )
    if answer.status == 404:
        return NotThere(
            f"{what} has no {path.rpartition('/')[2]} ({path.partition('/')[0]}); check the name and the tag."
        )
    if answer.status == 429:
        return Unreachable(f"{host} limits how often it is asked; log in, or try again later.")
    return Unreachable(f"{host} answers with status {answer.status} for {path}; try again later.")


class _Download:
    """A blob on its way. What breaks off is asked for again from there on; raises `OSError` when that fails too."""

    def __init__(self, access: Access, path: str, patience: float) -> None:
        self._access, self._path, self._patience = access, path, patience
        self._context = ExitStack()
        self._at = self._broken = 0
        self._stream = self._begun()

    def read(self, size: int, /) -> bytes:
        while True:
            try:
                data = self._stream.read(size)
            except OSError:
                self._broken += 1
                if self._broken > _RESUMED or not self._at:
                    raise
                self.close()
                self._stream = self._begun()
                continue
            self._at += len(data)
            return data

    def close(self) -> None:
        """Let go of the connection."""
        self._context.close()

    def _begun(self) -> Steady:
        try:
            response, final = self._context.enter_context(self._access.stream(self._path, self._at))
        except ImageError as error:
            raise ConnectionError(104, str(error).rstrip(".")) from None
        if response.status != (206 if self._at else 200):
            raise ConnectionError(104, f"{self._access.host} answers with status {response.status}")
        return Steady(response, final, self._patience)


def in_registry(reference: Reference, options: RegistryOptions, wanted: Platform | None) -> Found:
    """Return the image of a reference, from a mirror of its registry where one has it; raises `ImageError`."""
    mirrors = options.mirrors_of(reference.host)
    transport = Transport(plain=frozenset(options.insecure), patience=options.patience)
    for host in (*mirrors, reference.host):
        try:
            store = Registry(Access(host, reference.repository, transport), reference.repository, options.patience)
            chosen = choose(store, store.manifest(reference.asked), wanted)
        except ImageError:
            if host == reference.host:
                raise
            continue
        return replace(found(store, chosen, str(reference), wanted), beside=store.beside(chosen))
    raise AssertionError("the registry itself is asked last")
