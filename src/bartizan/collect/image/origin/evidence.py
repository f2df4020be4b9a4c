"""What artifacts beside an image are: signatures, provenance attestations, bills of materials. None is verified.

Sources: the media types and annotations of Sigstore's cosign and bundle formats, of the CNCF's Notary Project, of
BuildKit's attestations, and of SPDX and CycloneDX as IANA lists them.
"""

from __future__ import annotations

from collections.abc import Iterable

from bartizan.collect.image.origin.manifest import Descriptor, Manifest

SIGNED, PROVENANCE, BILL = "signed", "provenance", "bill"
_SIGNATURES = frozenset(
    {
        "application/vnd.dev.cosign.artifact.sig.v1+json",
        "application/vnd.dev.cosign.simplesigning.v1+json",
        "application/vnd.cncf.notary.signature",
        "application/vnd.cncf.notary.v2.signature",
    }
)
_BILLS = (
    "application/spdx",
    "text/spdx",
    "application/vnd.cyclonedx",
    "application/vnd.syft",
    "application/vnd.dev.cosign.artifact.sbom",
)
_PREDICATE = ("in-toto.io/predicate-type", "predicateType", "dev.sigstore.bundle.predicateType")
_BUNDLE_CONTENT = "dev.sigstore.bundle.content"
_SIGNING = "https://sigstore.dev/cosign/sign/"
_PROVENANCE = "slsa.dev/provenance/"
_BILL_PREDICATES = ("spdx.dev/Document", "cyclonedx.org/bom", "spdx.dev/document")


def shown(artifact: Manifest | Descriptor) -> set[str]:
    """Return what an artifact about an image is: `signed`, `provenance`, `bill`, or nothing of that."""
    types = {artifact.artifact_type}
    notes = [artifact.annotations]
    if isinstance(artifact, Manifest):
        types |= {each.media_type for each in artifact.layers}
        types |= {artifact.config.media_type} if artifact.config is not None else set()
        notes += [each.annotations for each in artifact.layers]
    predicates = [note[key] for note in notes for key in _PREDICATE if key in note]
    found = set()
    if types & _SIGNATURES or any(each.startswith(_SIGNING) for each in predicates):
        found.add(SIGNED)
    if any(note.get(_BUNDLE_CONTENT) == "message-signature" for note in notes):
        found.add(SIGNED)
    if any(_PROVENANCE in each for each in predicates):
        found.add(PROVENANCE)
    if any(each.startswith(_BILLS) for each in types) or _any_in(_BILL_PREDICATES, predicates):
        found.add(BILL)
    return found


def tags(digest: str) -> dict[str, str]:
    """Return the tags under which cosign keeps what is about an image, and what each is; `att` may be several."""
    stem = digest.replace(":", "-")
    return {f"{stem}.sig": SIGNED, f"{stem}.att": "", f"{stem}.sbom": BILL}


def _any_in(parts: Iterable[str], texts: list[str]) -> bool:
    return any(part in text for part in parts for text in texts)
