"""References to images in registries: `alpine`, `ghcr.io/org/app:1.2@sha256:...`.

Source: the grammar in the reference package of the CNCF distribution project, and the defaults of Docker's client.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bartizan.collect.image.layer.flow import well_formed
from bartizan.collect.image.origin.error import ImageError

DOCKER_HUB = "docker.io"
_LABEL = r"(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])"
_HOST = re.compile(rf"(?:{_LABEL}(?:\.{_LABEL})*\.?|\[[0-9a-fA-F:]+\])(?::[0-9]{{1,5}})?")
_PART = r"[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"
_PATH = re.compile(rf"{_PART}(?:/{_PART})*")
_TAG = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}")
_LONGEST = 255


@dataclass(frozen=True, slots=True)
class Reference:
    """An image in a registry."""

    host: str
    repository: str
    tag: str
    """Empty where only a digest is given."""
    digest: str
    """Empty where only a tag is given."""

    @property
    def name(self) -> str:
        """Return the repository with its registry."""
        return f"{self.host}/{self.repository}"

    @property
    def asked(self) -> str:
        """Return what the registry is asked for: the digest, else the tag."""
        return self.digest or self.tag

    def __str__(self) -> str:
        return self.name + (f":{self.tag}" if self.tag else "") + (f"@{self.digest}" if self.digest else "")


def parse(text: str) -> Reference:
    """Return the reference a text means; raises `ImageError` for what is none."""
    rest, at, digest = text.partition("@")
    if at and not well_formed(digest):
        raise _no_reference(text, "the digest after @ is not sha256: and 64 hexadecimal digits")
    head, colon, tag = rest.rpartition(":")
    if not colon or "/" in tag:
        head, tag = rest, ""
    elif not _TAG.fullmatch(tag):
        raise _no_reference(text, f"{tag!r} is no tag")
    host, path = _divided(head)
    if not _HOST.fullmatch(host):
        raise _no_reference(text, f"{host!r} is no host")
    if not _PATH.fullmatch(path) or len(f"{host}/{path}") > _LONGEST:
        hint = "; names of repositories are in lower case" if path != path.lower() else ""
        raise _no_reference(text, f"{path!r} is no name of a repository{hint}")
    return Reference(host, path, tag or ("" if digest else "latest"), digest)


def _divided(name: str) -> tuple[str, str]:
    """Return host and repository: the first part is a host if it has a dot, a port or a capital, or is localhost."""
    first, slash, rest = name.partition("/")
    if slash and (any(sign in first for sign in ".:") or first == "localhost" or first != first.lower()):
        host, path = first, rest
    else:
        host, path = DOCKER_HUB, name
    if host == "index.docker.io":
        host = DOCKER_HUB
    if host == DOCKER_HUB and "/" not in path:
        path = f"library/{path}"
    return host, path


def _no_reference(text: str, why: str) -> ImageError:
    return ImageError(f"{text!r} is neither a file nor a reference to an image: {why}. Example: ghcr.io/org/app:1.2.")
